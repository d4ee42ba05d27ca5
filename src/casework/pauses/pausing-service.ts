import type { Who } from '../../ground/people/role-contract.ts';
import { dateWords } from '../../kernel/day-words.ts';
import type { UnitOfWork } from '../../kernel/facts.ts';
import { conflict } from '../../kernel/problem.ts';
import type { Day } from '../../kernel/recurrence-contract.ts';
import { dueOn } from '../clocks/clock-rules.ts';
import type { Proposal } from '../proposals/proposal-contract.ts';
import { moverIn, mustKnow, overtake, tellClock } from './pause-begin-steps.ts';
import type { CasePause, Pausing } from './pause-contract.ts';
import type { PauseDeps } from './pause-deps.ts';
import type { PauseKind } from './pause-kind-contract.ts';
import { isOpen, isStanding, lastDayOf, stopsTheClock } from './pause-rules.ts';
import { pausesOn } from './pause-store.ts';
import { PAUSE_TABLE } from './pause-table.ts';
import { PAUSE_WORDS } from './pause-words.ts';

/** Letting the clock of a case stand still. An emergency stop takes two persons: see `stop-service.ts`. */
export function pausing({ newId, inOneTransaction, steps, rolesOn }: PauseDeps) {
  return {
    /** Please correct: the first request stops the clock, another is asked while it runs on. */
    askCorrection: (who: Who, id: string, given: Pausing) =>
      begun(who, id, 'correct', given, async (unit, scene) => {
        const { proposal, today, all, counting, last } = scene;
        if (all.some((one) => one.kind === 'correct' && isOpen(one, proposal.state, today)))
          throw conflict('The group has not answered yet what it was asked to correct. One thing at a time.');
        const stops = stopsTheClock('correct', all) && !all.some(isStanding) && last >= today;
        const until = dueOn(today, counting.terms.pause_group_wd, 'working_days', counting.daysOff);
        return write(unit, who, scene, stops ? { begins: today, until: last } : { begins: null, until });
      }),

    /** @throws Problem 409 where the clock stands still already, or nothing is left of what such pauses may take */
    pause: (who: Who, id: string, kind: 'wish' | 'advert' | 'court', given: Pausing) =>
      begun(who, id, kind, given, async (unit, scene) => {
        const { proposal, today, all, last } = scene;
        const standing = all.find(isStanding);
        if (standing && (!PAUSE_TABLE[kind].overtakes || standing.kind === kind || standing.kind === 'emergency'))
          throw conflict(
            `The clock stands still already, at the latest until ${dateWords(proposal.pausedUntil ?? today)}.`,
          );
        if (last < today)
          throw conflict(
            'The clock has stood still for this as long as it may. It runs on to the day that the page says.',
          );
        await overtake(unit, all, today, who.personId);
        return write(unit, who, scene, { begins: today, until: last });
      }),
  };

  type Scene = Awaited<ReturnType<typeof sceneOf>> & { kind: PauseKind; reason: string; submission: string };

  async function begun(
    who: Who,
    id: string,
    kind: PauseKind,
    { seen, reason, submission }: Pausing,
    work: (unit: UnitOfWork, scene: Scene) => Promise<Proposal>,
  ): Promise<Proposal> {
    return inOneTransaction(async (unit) => {
      const { proposal, today } = await steps.locked(unit, id);
      const all = await pausesOn(unit.trx).of(id);
      if (submission && all.some((one) => one.submission === submission)) return proposal;
      steps.mustBeAsSeen(proposal, seen);
      mustKnow(kind, proposal);
      const scene = await sceneOf(unit, kind, proposal, today, all);
      return work(unit, { ...scene, kind, reason, submission: submission ?? newId() });
    });
  }

  async function sceneOf(unit: UnitOfWork, kind: PauseKind, proposal: Proposal, today: Day, all: CasePause[]) {
    const counting = await steps.countingFor(unit.trx, proposal);
    return { proposal, today, all, counting, last: lastDayOf(kind, today, all, counting) };
  }

  async function write(
    unit: UnitOfWork,
    who: Who,
    { proposal, today, kind, reason, submission }: Scene,
    { begins, until }: Pick<CasePause, 'begins' | 'until'>,
  ): Promise<Proposal> {
    await pausesOn(unit.trx).add({
      id: newId(),
      proposalId: proposal.id,
      kind,
      code: '',
      reason,
      state: proposal.state,
      askedOn: today,
      askedAs: moverIn({ rolesOn }, who, proposal, PAUSE_TABLE[kind].begins),
      askedBy: who.personId,
      confirmedBy: null,
      begins,
      lookedOn: null,
      until,
      endedOn: null,
      ended: null,
      endedBy: null,
      answer: '',
      submission,
    });
    const now =
      begins === null
        ? proposal
        : await steps.recount(unit, { ...proposal, pausedBy: kind, pausedOn: begins, pausedUntil: until });
    tellClock(unit, kind === 'correct' ? 'correction_asked' : 'clock_paused', {
      before: proposal,
      now,
      actor: who.personId,
      reason,
      words: begunWords(kind, reason, begins === null ? null : until),
    });
    return now;
  }
}

/** @param until null where the clock runs on */
function begunWords(kind: PauseKind, reason: string, until: Day | null): string {
  const why =
    kind === 'correct' ? 'The group is asked to correct something' : `The clock stands still: ${PAUSE_WORDS[kind].why}`;
  const clock =
    until === null
      ? 'It was asked before, so the clock runs on.'
      : kind === 'court'
        ? `Somebody looks by ${dateWords(until)} whether the order still stands.`
        : `${kind === 'correct' ? 'The clock stands still until it has answered, and goes on' : 'It goes on'} at the latest after ${dateWords(until)}.`;
  return `${why}. ${reason} ${clock}`;
}
