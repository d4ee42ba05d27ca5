import type { Who } from '../../ground/people/role-contract.ts';
import { conflict, invalid, notFound } from '../../kernel/problem.ts';
import type { UnitOfWork } from '../../kernel/facts.ts';
import type { Proposal, Seen } from '../proposals/proposal-contract.ts';
import { moverFor } from './deciding-rules.ts';
import type { DecisionDeps } from './decision-deps.ts';
import type { Extending, Ground } from './ground-contract.ts';
import { LOOKED_AT } from './filing-rules.ts';
import { groundsOn } from './ground-store.ts';

type Deps = Pick<DecisionDeps, 'inOneTransaction' | 'steps' | 'tests'>;

/** What an owner does with a proposal besides showing a ground: say yes, ask for more time, take a ground back. */
export function ownerDeciding({ inOneTransaction, steps, tests }: Deps) {
  return {
    /** Yes, for all the days that were asked for: fewer are no yes. It needs no result of the test. */
    agree: (who: Who, id: string, { seen }: Seen) =>
      inOneTransaction(async (unit) => {
        const { proposal, today } = await steps.locked(unit, id);
        steps.mustBeAsSeen(proposal, seen);
        const { starts, ends } = proposal;
        await tests.withdraw(unit, proposal.testId, who.personId);
        return steps.move(unit, proposal, 'agree', {
          by: moverFor(steps, who, proposal, 'agree'),
          actor: who.personId,
          on: today,
          fields: { decidedOn: today, grantKind: 'by_owner', grantedFrom: starts, grantedUntil: ends, reasons: '' },
        });
      }),

    /** More time, once. @throws Problem 400 where it would move nothing, 409 where it was extended before */
    extend: (who: Who, id: string, { seen, days, reason }: Extending) =>
      inOneTransaction(async (unit) => {
        const { proposal, today } = await steps.locked(unit, id);
        steps.mustBeAsSeen(proposal, seen);
        if (proposal.extensionDays > 0)
          throw conflict('The owner’s time was extended before. It can be extended once.');
        await mustMoveTheDay(unit, proposal, days);
        return steps.move(unit, proposal, 'extend', {
          by: moverFor(steps, who, proposal, 'extend'),
          actor: who.personId,
          on: today,
          fields: { extensionDays: days, extensionReason: reason },
          more: reason,
        });
      }),

    /** A ground goes back. With the last that waits the owner’s time runs on. */
    takeBack: (who: Who, id: string, { seen, ground: groundId }: Seen & { ground: string }) =>
      inOneTransaction(async (unit) => {
        const { proposal, today } = await steps.locked(unit, id);
        steps.mustBeAsSeen(proposal, seen);
        const ground = waitingOne(await groundsOn(unit.trx).of(id), groundId);
        await groundsOn(unit.trx).change({ ...ground, state: 'taken_back', decidedOn: today });
        const looked = LOOKED_AT.includes(proposal.state);
        if (looked && !(await groundsOn(unit.trx).waits(id)))
          return steps.move(unit, proposal, 'take_back_filing', {
            by: moverFor(steps, who, proposal, 'take_back_filing'),
            actor: who.personId,
            on: today,
          });
        unit.record({
          kind: 'ground_taken_back',
          areaId: proposal.areaId,
          subjectKind: 'proposal',
          subjectId: id,
          actor: who.personId,
          after: { groundId },
          publicText: `The owner has taken back the ground ${ground.ground}.`,
        });
        return proposal;
      }),
  };

  async function mustMoveTheDay({ trx }: UnitOfWork, proposal: Proposal, days: number): Promise<void> {
    const counting = await steps.countingFor(trx, proposal);
    const most = counting.terms.proposal_extension_wd;
    if (days > most) throw invalid([{ field: 'days', message: `Enter at most ${most} working days.` }]);
    const due = steps.dueOf({ ...proposal, extensionDays: days }, counting)?.due ?? '';
    if (due <= (proposal.dueOn ?? ''))
      throw invalid([
        {
          field: 'days',
          message:
            'The day is counted from the day on which the proposal was complete. So few days more do not move it.',
        },
      ]);
  }
}

/** @throws Problem 404, or 409 where it was decided meanwhile */
export function waitingOne(grounds: readonly Ground[], id: string): Ground {
  const ground = grounds.find((one) => one.id === id);
  if (!ground) throw notFound('ground');
  if (ground.state !== 'waiting') throw conflict('This ground does not wait any more. Look at the page again.');
  return ground;
}
