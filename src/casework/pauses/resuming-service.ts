import type { Who } from '../../ground/people/role-contract.ts';
import { dateWords } from '../../kernel/day-words.ts';
import type { UnitOfWork } from '../../kernel/facts.ts';
import { conflict, notFound } from '../../kernel/problem.ts';
import type { Day } from '../../kernel/recurrence-contract.ts';
import type { Proposal } from '../proposals/proposal-contract.ts';
import { moverIn, tellClock } from './pause-begin-steps.ts';
import type { Answering, CasePause, PauseEnd } from './pause-contract.ts';
import type { PauseDeps } from './pause-deps.ts';
import { isOpen, isStanding, lastDayOf } from './pause-rules.ts';
import { RUNS } from './pause-steps.ts';
import { pausesOn } from './pause-store.ts';
import { PAUSE_TABLE } from './pause-table.ts';
import type { PauseKind } from './pause-kind-contract.ts';

type Scene = { proposal: Proposal; today: Day; all: CasePause[]; pause: CasePause };

/** Letting the clock of a case go on: the group answers, somebody lifts the pause; or a court’s order still stands. */
export function resuming({ inOneTransaction, steps, rolesOn }: PauseDeps) {
  return {
    /** What the group has corrected. Answered twice is once. @throws Problem 409 once its time is over */
    answer: (who: Who, id: string, given: Answering) =>
      onOne(id, given.pause, async (unit, scene) => {
        const { pause, proposal, today } = scene;
        if (pause.ended === 'answered') return proposal;
        if (pause.kind !== 'correct' || !isOpen(pause, proposal.state, today))
          throw conflict('The time to correct this is over: what was sent stands as it is.');
        return end(unit, who, scene, { ended: 'answered', answer: given.answer });
      }),

    /** @param kinds those that whoever asks may lift @throws Problem 409 where it does not stand any more */
    lift: (who: Who, id: string, { pause: pauseId }: { pause: string }, kinds: readonly PauseKind[]) =>
      onOne(id, pauseId, async (unit, scene) => {
        const { pause } = scene;
        if (!kinds.includes(pause.kind)) throw notFound('pause');
        if (!isStanding(pause)) throw conflict('The clock goes on already. Look at the page again.');
        return end(unit, who, scene, { ended: 'lifted', answer: '' });
      }),

    /** The order of a court was looked at, and still stands. */
    courtStands: (who: Who, id: string, { pause: pauseId }: { pause: string }) =>
      onOne(id, pauseId, async (unit, { pause, proposal, today, all }) => {
        if (pause.kind !== 'court' || pause.begins === null || !isStanding(pause))
          throw conflict('The clock does not stand still for the order of a court any more. Look at the page again.');
        moverIn({ rolesOn }, who, proposal, PAUSE_TABLE.court.ends);
        if (pause.lookedOn === today) return proposal;
        const others = all.filter((one) => one !== pause);
        const until = lastDayOf('court', pause.begins, others, await steps.countingFor(unit.trx, proposal), today);
        if (until <= pause.until)
          throw conflict(
            `All pauses of a case together may not last longer. The clock goes on after ${dateWords(pause.until)}.`,
          );
        await pausesOn(unit.trx).change({ ...pause, lookedOn: today, until });
        const now = await steps.recount(unit, { ...proposal, pausedUntil: until });
        tellClock(unit, 'court_order_stands', {
          before: proposal,
          now,
          actor: who.personId,
          reason: pause.reason,
          words: `The order of the court still stands. Somebody looks again by ${dateWords(until)}.`,
        });
        return now;
      }),
  };

  async function onOne(
    id: string,
    pauseId: string,
    work: (unit: UnitOfWork, scene: Scene) => Promise<Proposal>,
  ): Promise<Proposal> {
    return inOneTransaction(async (unit) => {
      const { proposal, today } = await steps.locked(unit, id);
      const all = await pausesOn(unit.trx).of(id);
      const pause = all.find((one) => one.id === pauseId);
      if (!pause) throw notFound('pause');
      return work(unit, { proposal, today, all, pause });
    });
  }

  /** Today does not count any more; the days that are left do from tomorrow on. */
  async function end(
    unit: UnitOfWork,
    who: Who,
    { proposal, today, pause }: Scene,
    { ended, answer }: { ended: PauseEnd; answer: string },
  ): Promise<Proposal> {
    moverIn({ rolesOn }, who, proposal, PAUSE_TABLE[pause.kind].ends);
    await pausesOn(unit.trx).change({ ...pause, endedOn: today, ended, endedBy: who.personId, answer });
    const now = isStanding(pause) ? await steps.recount(unit, { ...proposal, ...RUNS }) : proposal;
    tellClock(unit, FACTS[pause.kind], {
      before: proposal,
      now,
      actor: who.personId,
      reason: answer,
      words: `${WORDS[pause.kind]}${answer === '' ? '' : ` ${answer}`}${isStanding(pause) ? ' The clock goes on tomorrow.' : ''}`,
    });
    return now;
  }
}

const FACTS = {
  correct: 'correction_sent',
  wish: 'clock_resumed',
  advert: 'clock_resumed',
  court: 'clock_resumed',
  emergency: 'emergency_ended',
} as const;
const WORDS: Record<PauseKind, string> = {
  correct: 'The group has corrected what it was asked to.',
  wish: 'The group needs no more time.',
  advert: 'The time of the advert is over.',
  court: 'The order of the court is lifted.',
  emergency: 'The emergency stop is lifted.',
};
