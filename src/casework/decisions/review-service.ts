import type { Who } from '../../ground/people/role-contract.ts';
import type { Db } from '../../kernel/database.ts';
import { conflict, invalid } from '../../kernel/problem.ts';
import type { Seen } from '../proposals/proposal-contract.ts';
import { moverFor, mustBeApart } from './deciding-rules.ts';
import type { Reviewing } from './decision-contract.ts';
import type { DecisionDeps } from './decision-deps.ts';
import { decisionsOn } from './decision-store.ts';
import { groundsOn } from './ground-store.ts';

type Deps = Pick<DecisionDeps, 'inOneTransaction' | 'steps' | 'tests' | 'newId'>;

/** A refusal is looked at again, once, by people who had no part in it; late, by an external reviewer. */
export function reviewing({ inOneTransaction, steps, tests, newId }: Deps) {
  return {
    askReview: (who: Who, id: string, { seen, reason }: Seen & { reason: string }) =>
      inOneTransaction(async (unit) => {
        const { proposal, today } = await steps.locked(unit, id);
        steps.mustBeAsSeen(proposal, seen);
        if (await decisionsOn(unit.trx).reviewOf(id))
          throw conflict(
            'This was reviewed before. A refusal is reviewed once; the ombudsman can look at how we dealt with it.',
          );
        const moved = await steps.move(unit, proposal, 'ask_review', {
          by: moverFor(steps, who, proposal, 'ask_review'),
          actor: who.personId,
          on: today,
        });
        await decisionsOn(unit.trx).askReview({ proposalId: id, reason, askedBy: who.personId, askedOn: today });
        return moved;
      }),

    /** The group takes the refusal as it is, so that it is over before its time. */
    takeAsItIs: (who: Who, id: string, { seen }: Seen) =>
      inOneTransaction(async (unit) => {
        const { proposal, today } = await steps.locked(unit, id);
        steps.mustBeAsSeen(proposal, seen);
        return steps.move(unit, proposal, 'let_stand', {
          by: moverFor(steps, who, proposal, 'let_stand'),
          actor: who.personId,
          on: today,
        });
      }),

    /** @throws Problem 403 for whoever decided it, 400 where an external decision does not say whose it is */
    review: (who: Who, id: string, given: Reviewing) =>
      inOneTransaction(async (unit) => {
        const { proposal, today } = await steps.locked(unit, id);
        const store = decisionsOn(unit.trx);
        const decisions = await store.of(id);
        if (given.submission && decisions.some(({ submission }) => submission === given.submission)) return proposal;
        steps.mustBeAsSeen(proposal, given.seen);
        const external = proposal.state === 'external_review';
        // The monitoring officer only brings what somebody outside has decided.
        if (!external) mustBeApart(who, await decidersOf(unit.trx, id), 'had a part in the decision that is reviewed');
        if (external && given.reviewer === '')
          throw invalid([{ field: 'reviewer', message: 'Say who reviewed it, and of which body.' }]);
        const grants = given.grants === 'yes';
        const act = grants ? 'review_grants' : 'review_confirms';
        const by = moverFor(steps, who, proposal, act);
        const reasons = external ? `${given.reasons} (External review: ${given.reviewer})` : given.reasons;
        await store.add({
          id: newId(),
          proposalId: id,
          ruling: grants ? 'review_granted' : 'review_confirmed',
          reasons,
          alternatives: given.alternatives,
          interests: given.interests,
          background: given.background,
          equalityTouched: '',
          equalityConsidered: '',
          signedAs: by,
          signedBy: who.personId,
          signedOn: today,
          submission: given.submission ?? newId(),
        });
        const granted = {
          grantKind: 'by_review',
          grantedFrom: proposal.starts,
          grantedUntil: proposal.ends,
        } as const;
        return steps.move(unit, proposal, act, {
          by,
          actor: who.personId,
          on: today,
          fields: { reasons, decidedOn: today, ...(grants && granted) },
        });
      }),
  };

  async function decidersOf(db: Db, id: string): Promise<(string | null)[]> {
    return [
      ...(await tests.workedOn(db, { kind: 'proposal', id })),
      ...(await decisionsOn(db).of(id)).map(({ signedBy }) => signedBy),
      ...(await groundsOn(db).of(id)).map(({ decidedBy }) => decidedBy),
    ];
  }
}
