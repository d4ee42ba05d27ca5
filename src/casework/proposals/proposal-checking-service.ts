import type { UnitOfWork } from '../../kernel/facts.ts';
import { conflict } from '../../kernel/problem.ts';
import type { Who } from '../../ground/people/role-contract.ts';
import { mustBeAsSeen } from './proposal-acting-rules.ts';
import type { Proposal, Seen } from './proposal-contract.ts';
import type { ProposalDeps } from './proposal-deps.ts';
import type { ProposalSteps } from './proposal-steps.ts';

type Deps = Pick<ProposalDeps, 'inOneTransaction' | 'tests'> & { steps: ProposalSteps };

/** What a broker does with a proposal: complete, or one list of what is missing. */
export function proposalChecking({ inOneTransaction, tests, steps }: Deps) {
  return {
    /** Day 0 of everything that follows. */
    complete: (who: Who, id: string, { seen }: Seen) =>
      inOneTransaction(async (unit) => {
        const { proposal, today } = await steps.locked(unit, id);
        mustBeAsSeen(proposal, seen);
        const moved = await steps.move(unit, proposal, proposal.path === 'building' ? 'publish' : 'complete', {
          by: 'broker',
          actor: who.personId,
          on: today,
          fields: { ...heldBy(who, proposal), completeOn: today, deemedComplete: false },
        });
        return steps.signUp(unit, moved, today);
      }),

    /** Asked for once, all of it: a second request does not stop the clock, so there is none. */
    askMissing: (who: Who, id: string, { seen, missing }: Seen & { missing: string }) =>
      inOneTransaction(async (unit) => {
        const { proposal, today } = await steps.locked(unit, id);
        mustBeAsSeen(proposal, seen);
        if (proposal.missing !== '')
          throw conflict(
            'The group was asked once for what is missing. What it has sent since is what you have: say that it is complete.',
          );
        await tests.thaw(unit, proposal.testId);
        return steps.move(unit, proposal, 'ask_missing', {
          by: 'broker',
          actor: who.personId,
          on: today,
          fields: { ...heldBy(who, proposal), missing },
        });
      }),

    /** Takes a proposal on as its one named officer. */
    async take(who: Who, id: string): Promise<void> {
      await inOneTransaction(async (unit: UnitOfWork) => {
        const { proposal } = await steps.locked(unit, id);
        await steps.keep(unit, { ...proposal, ...heldBy(who, proposal) });
      });
    },
  };
}

/** The one named officer; hand-offs are counted and shown. */
const heldBy = ({ personId }: Pick<Who, 'personId'>, { officerId, handOffs }: Proposal) => ({
  officerId: personId,
  handOffs: handOffs + (officerId !== null && officerId !== personId ? 1 : 0),
});
