import type { Who } from '../../ground/people/role-contract.ts';
import { conflict } from '../../kernel/problem.ts';
import type { ProposalState, Seen } from '../proposals/proposal-contract.ts';
import type { HearingDeps } from './hearing-deps.ts';

/** A hearing about land can be asked for until the marks are in. */
export const ASKED_IN: readonly ProposalState[] = [
  'received',
  'incomplete',
  'awaiting_sign',
  'commenting',
  'assessing',
  'reserve',
  'panel',
];

/** Land is heard in public where somebody who may asks for it with a reason, or where many object; once (casework reference, 8.1). */
export function askingForHearing({ inOneTransaction, steps }: Pick<HearingDeps, 'inOneTransaction' | 'steps'>) {
  return {
    ask: (who: Who, id: string, { seen, reason }: Seen & { reason: string }): Promise<void> =>
      inOneTransaction(async (unit) => {
        const { proposal } = await steps.locked(unit, id);
        steps.mustBeAsSeen(proposal, seen);
        if (proposal.hearing !== 'none') throw conflict('It is heard in public already.');
        if (!ASKED_IN.includes(proposal.state))
          throw conflict('A hearing can be asked for until the marks are in. They are.');
        await steps.needHearing(unit, proposal, who.personId, reason);
      }),
  };
}
