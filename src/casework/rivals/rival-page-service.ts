import type { ExplainedResult } from '../../groups/benefit-test/benefit-contract.ts';
import type { Proposal } from '../proposals/proposal-contract.ts';
import type { ProposalShown } from '../proposals/proposal-page-contract.ts';
import type { RivalDeps } from './rival-deps.ts';
import type { Option, SideBySide } from './rival-page-contract.ts';

/** Everything that a place could become, side by side, for everybody to read. */
export function rivalPages({ db, proposals, tests, benefitPercent, leavingEmpty }: RivalDeps) {
  return {
    /** Null where there is nothing to compare yet: one proposal, without a result. */
    async sideBySide(shown: ProposalShown): Promise<SideBySide | null> {
      const { proposal, today, behind } = shown;
      const own = behind.kept;
      const standing = await proposals.rivalsOf(db, own, today);
      const others = standing.filter(({ id }) => id !== own.id);
      if (others.length === 0 && proposal.result === null) return null;
      const options = [optionOf(own, proposal.group.name, proposal.result)];
      const askers: ReadonlyMap<string, string> =
        others.length === 0 ? new Map() : await proposals.askersOf(db, others);
      for (const one of others) {
        const result = await tests.resultOf(db, { kind: 'proposal', id: one.id });
        options.push(optionOf(one, askers.get(one.id) ?? 'A group', result));
      }
      return {
        shown,
        options,
        leavingEmpty: proposal.asset && leavingEmpty(proposal.asset),
        gap: behind.counting.terms.rivals_close_points,
        mayChoose: own.state === 'choosing' && shown.may('rival.choose'),
      };
    },
  };

  function optionOf(
    { id, number, use, starts, ends, state }: Proposal,
    group: string,
    result: ExplainedResult | null,
  ): Option {
    const benefit = result ? benefitPercent(result.benefit) : null;
    return { id, number, group, use, starts, ends, stage: proposals.stageOf(state), benefit };
  }
}
