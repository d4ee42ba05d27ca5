import type { Who } from '../../ground/people/role-contract.ts';
import { conflict, notFound } from '../../kernel/problem.ts';
import type { UnitOfWork } from '../../kernel/facts.ts';
import type { Proposal } from '../proposals/proposal-contract.ts';
import { mustBeApart, rolesOn, signsAs } from './deciding-rules.ts';
import type { Correcting, Signing } from './decision-contract.ts';
import type { DecisionDeps } from './decision-deps.ts';
import { decisionsOn } from './decision-store.ts';
import { isSigned, SIGNED_IN } from './signing-rules.ts';

type Deps = Pick<DecisionDeps, 'inOneTransaction' | 'steps' | 'tests' | 'newId'>;
/** A grant is signed by an officer with its reasons and its equality record; slips in decisions are put right openly. */
export function decisionSigning({ inOneTransaction, steps, tests, newId }: Deps) {
  return {
    /** The same sending twice is one. @throws Problem 403 for whoever worked on the case, 409 where it is signed */
    sign: (who: Who, id: string, given: Signing) =>
      inOneTransaction(async (unit) => {
        const { proposal, today } = await steps.locked(unit, id);
        const decisions = await decisionsOn(unit.trx).of(id);
        if (given.submission && decisions.some(({ submission }) => submission === given.submission)) return;
        steps.mustBeAsSeen(proposal, given.seen);
        mustBeApart(
          who,
          await tests.workedOn(unit.trx, { kind: 'proposal', id }),
          'scored this case or checked its gates',
        );
        if (!SIGNED_IN.includes(proposal.state)) throw conflict('There is no grant to sign. Look at the page again.');
        if (isSigned(proposal, decisions)) throw conflict('Somebody has signed it meanwhile.');
        const { daysOff } = await steps.countingFor(unit.trx, proposal);
        const signedAs = signsAs(rolesOn(who, proposal), proposal.decidedOn ?? today, today, daysOff);
        if (signedAs === null)
          throw conflict(
            'The decision officer signs it. From the sixth working day on the monitoring officer may, too.',
          );
        await decisionsOn(unit.trx).add({
          id: newId(),
          proposalId: id,
          ruling: 'granted',
          reasons: given.reasons,
          alternatives: given.alternatives,
          interests: given.interests,
          background: given.background,
          equalityTouched: given.equality_touched,
          equalityConsidered: given.equality_considered,
          signedAs,
          signedBy: who.personId,
          signedOn: today,
          submission: given.submission ?? newId(),
        });
        unit.record({
          kind: 'decision_signed',
          areaId: proposal.areaId,
          subjectKind: 'proposal',
          subjectId: id,
          actor: who.personId,
          publicText: `The decision is signed by the ${signedAs.replace('_', ' ')}, with its reasons and its equality record.`,
        });
      }),

    /** Puts a slip right: the old words stay. Where it changes what was decided, the time for a review begins again. */
    correct: (who: Who, id: string, given: Correcting) =>
      inOneTransaction(async (unit) => {
        const { proposal, today } = await steps.locked(unit, id);
        if (!(await decisionsOn(unit.trx).of(id)).some((one) => one.id === given.decision)) throw notFound('decision');
        const substance = given.substance === 'yes';
        const added = await decisionsOn(unit.trx).correct({
          id: newId(),
          decisionId: given.decision,
          proposalId: id,
          words: given.words,
          substance,
          correctedBy: who.personId,
          correctedOn: today,
          submission: given.submission ?? newId(),
        });
        if (!added) return;
        if (substance && proposal.state === 'refused') await beginReviewAnew(unit, proposal, today);
        unit.record({
          kind: 'decision_corrected',
          areaId: proposal.areaId,
          subjectKind: 'proposal',
          subjectId: id,
          actor: who.personId,
          reason: given.words,
          publicText: `A slip in the decision is put right: ${given.words}`,
        });
      }),
  };

  async function beginReviewAnew(unit: UnitOfWork, proposal: Proposal, today: string): Promise<void> {
    const again = { ...proposal, stateOn: today };
    const dueOn = steps.dueOf(again, await steps.countingFor(unit.trx, again))?.due ?? proposal.dueOn;
    await steps.keep(unit, { ...again, dueOn });
  }
}
