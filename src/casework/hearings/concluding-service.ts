import { z } from 'zod';
import type { Who } from '../../ground/people/role-contract.ts';
import type { HeardMark } from '../../groups/benefit-test/case-test-contract.ts';
import { conflict } from '../../kernel/problem.ts';
import type { Proposal, ProposalState, Seen } from '../proposals/proposal-contract.ts';
import type { HearingDeps } from './hearing-deps.ts';

/** States in which the panel has the marks. */
export const CONCLUDED_IN: readonly ProposalState[] = ['hearing_held', 'on_papers'];
const MARK = /^mark_([A-Z]{2,12})$/;

/** The panel’s result after a hearing, or on the papers: marks stand, or change with a reason each (casework reference, 8.2). */
export function concluding({ inOneTransaction, steps, tests, mustBeApart }: HearingDeps) {
  return {
    /** @throws Problem 400 for a changed mark without its reason, 403 for whoever scored it, 409 where it has moved on */
    conclude: (who: Who, id: string, given: Seen & Record<string, unknown>): Promise<Proposal> =>
      inOneTransaction(async (unit) => {
        const { proposal, today } = await steps.locked(unit, id);
        steps.mustBeAsSeen(proposal, given.seen);
        if (!CONCLUDED_IN.includes(proposal.state))
          throw conflict('The panel does not have the marks now. Look at the page again.');
        mustBeApart(who, await tests.workedOn(unit.trx, { kind: 'proposal', id }), 'scored this proposal');
        await tests.hear(unit, proposal.testId, { changes: marksIn(given), on: today, actor: who.personId });
        return steps.conclude(unit, proposal, today);
      }),
  };
}

/** Marks as the form gives them, with what was written beside each. */
function marksIn(given: Record<string, unknown>): HeardMark[] {
  const text = z.string().trim().max(2_000).catch('');
  return Object.entries(given).flatMap(([name, typed]) => {
    const id = MARK.exec(name)?.[1];
    return id === undefined ? [] : [{ id, mark: Number(typed), reason: text.parse(given[`reason_${id}`]) }];
  });
}
