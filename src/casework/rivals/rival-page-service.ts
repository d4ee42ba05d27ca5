import type { Proposal } from '../proposals/proposal-contract.ts';
import type { ProposalShown } from '../proposals/proposal-page-contract.ts';
import type { RivalDeps } from './rival-deps.ts';
import type { Option, SideBySide } from './rival-page-contract.ts';

/** Everything that a place could become, side by side, for everybody to read. */
export function rivalPages({ db, steps, proposals, tests, benefitPercent, leavingEmpty }: RivalDeps) {
  return {
    /** Null where there is nothing to compare yet: one proposal, without a result. */
    async sideBySide(shown: ProposalShown): Promise<SideBySide | null> {
      const { proposal, today } = shown;
      const own = await proposals.byId(db, proposal.id);
      if (!own) return null;
      const standing = await proposals.rivalsOf(db, own, today);
      const all = [own, ...standing.filter(({ id }) => id !== own.id)];
      if (all.length === 1 && proposal.result === null) return null;
      const askers = await proposals.askersOf(db, all);
      const options: Option[] = [];
      for (const one of all) options.push(await optionOf(one, askers.get(one.id) ?? 'A group'));
      return {
        shown,
        options,
        leavingEmpty: proposal.asset && leavingEmpty(proposal.asset),
        gap: await steps.closePoints(db, own),
        mayChoose: own.state === 'choosing' && shown.may('rival.choose'),
      };
    },
  };

  async function optionOf({ id, number, use, starts, ends, state }: Proposal, group: string): Promise<Option> {
    const result = await tests.resultOf(db, { kind: 'proposal', id });
    const benefit = result ? benefitPercent(result.benefit) : null;
    return { id, number, group, use, starts, ends, stage: proposals.stageOf(state), benefit };
  }
}
