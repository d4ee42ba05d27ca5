import type { Who } from '../../ground/people/role-contract.ts';
import { conflict, invalid } from '../../kernel/problem.ts';
import type { Seen } from '../proposals/proposal-contract.ts';
import { moverFor, mustBeApart } from './deciding-rules.ts';
import type { Hearing } from './decision-contract.ts';
import type { DecisionDeps } from './decision-deps.ts';
import { decisionsOn } from './decision-store.ts';
import { GROUND_WORDS, R6_NAME } from './ground-words.ts';

type Deps = Pick<DecisionDeps, 'inOneTransaction' | 'steps' | 'tests' | 'newId'>;
/** Two councillors make a call-in (casework reference, 8.4). */
const MEMBERS = 2;

/** A grant is called in by two councillors, once, and heard. */
export function callingIn({ inOneTransaction, steps, tests, newId }: Deps) {
  return {
    /** The first waits for the second. The same councillor twice is one. */
    callIn: (who: Who, id: string, { seen, reason }: Seen & { reason: string }) =>
      inOneTransaction(async (unit) => {
        const { proposal, today } = await steps.locked(unit, id);
        const before = await decisionsOn(unit.trx).callInsOf(id);
        if (before.some(({ councillorId }) => councillorId === who.personId)) return proposal;
        steps.mustBeAsSeen(proposal, seen);
        if (proposal.state !== 'granted' || before.length >= MEMBERS)
          throw conflict(
            'This cannot be called in any more: it is called in once, and in the time that its page says.',
          );
        await decisionsOn(unit.trx).callIn({
          id: newId(),
          proposalId: id,
          councillorId: who.personId,
          reason,
          askedOn: today,
        });
        if (before.length + 1 >= MEMBERS)
          return steps.move(unit, proposal, 'call_in', {
            by: moverFor(steps, who, proposal, 'call_in'),
            actor: who.personId,
            on: today,
            more: [...before.map((one) => one.reason), reason].join(' · '),
          });
        unit.record({
          kind: 'call_in_asked',
          areaId: proposal.areaId,
          subjectKind: 'proposal',
          subjectId: id,
          actor: who.personId,
          reason,
          publicText: `A councillor wants to call the grant in; it needs a second one. ${reason}`,
        });
        return proposal;
      }),

    /** After it was heard: the grant stands, or it falls on one of R1 to R9. */
    hear: (who: Who, id: string, given: Hearing) =>
      inOneTransaction(async (unit) => {
        const { proposal, today } = await steps.locked(unit, id);
        const store = decisionsOn(unit.trx);
        if (given.submission && (await store.of(id)).some(({ submission }) => submission === given.submission))
          return proposal;
        steps.mustBeAsSeen(proposal, given.seen);
        mustBeApart(
          who,
          [
            ...(await tests.workedOn(unit.trx, { kind: 'proposal', id })),
            ...(await store.of(id)).map(({ signedBy }) => signedBy),
          ],
          'worked on this case or signed a decision of it',
        );
        const stands = given.stands === 'yes';
        if (!stands && given.ground === undefined)
          throw invalid([{ field: 'ground', message: 'A grant falls only on one of R1 to R9: choose which.' }]);
        const act = stands ? 'uphold' : 'overturn';
        const reasons = stands ? given.reasons : `${nameOf(given.ground)}: ${given.reasons}`;
        await store.add({
          id: newId(),
          proposalId: id,
          ruling: stands ? 'upheld' : 'overturned',
          reasons,
          alternatives: given.alternatives,
          interests: given.interests,
          background: given.background,
          equalityTouched: '',
          equalityConsidered: '',
          signedAs: 'hearing_chair',
          signedBy: who.personId,
          signedOn: today,
          submission: given.submission ?? newId(),
        });
        return steps.move(unit, proposal, act, {
          by: moverFor(steps, who, proposal, act),
          actor: who.personId,
          on: today,
          fields: stands
            ? { reasons }
            : { reasons, decidedOn: today, grantKind: null, grantedFrom: null, grantedUntil: null },
        });
      }),
  };
}

const nameOf = (ground: Hearing['ground']): string =>
  ground === undefined ? '' : `${ground}, ${ground === 'R6' ? R6_NAME : GROUND_WORDS[ground].name}`;
