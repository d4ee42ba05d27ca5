import type { Role, Who } from '../../ground/people/role-contract.ts';
import { dateWords } from '../../kernel/day-words.ts';
import { conflict, notFound, Problem } from '../../kernel/problem.ts';
import { dueOn } from '../clocks/clock-rules.ts';
import type { Proposal } from '../proposals/proposal-contract.ts';
import { moverIn, mustKnow, overtake, tellClock } from './pause-begin-steps.ts';
import type { CasePause, Stopping } from './pause-contract.ts';
import type { PauseDeps } from './pause-deps.ts';
import { isOpen, lastDayOf, stoppedBefore } from './pause-rules.ts';
import { pausesOn } from './pause-store.ts';
import { PAUSE_TABLE } from './pause-table.ts';
import { STOP_WORDS } from './pause-words.ts';

const OTHER: Partial<Record<Role, Role>> = {
  decision_officer: 'monitoring_officer',
  monitoring_officer: 'decision_officer',
};

/**
 * An emergency stop: decision officer and monitoring officer, in either order, for a danger or for what is against the law. After its days
 * the owner has shown a ground, or it has fallen (casework reference, 8.4, rule 5; second part, section 3).
 */
export function stopping({ newId, inOneTransaction, steps, rolesOn }: PauseDeps) {
  return {
    /** The first person. Nothing stands still before the second has agreed. */
    ask: (who: Who, id: string, { seen, code, reason, submission }: Stopping) =>
      inOneTransaction(async (unit) => {
        const { proposal, today } = await steps.locked(unit, id);
        const all = await pausesOn(unit.trx).of(id);
        if (submission && all.some((one) => one.submission === submission)) return proposal;
        steps.mustBeAsSeen(proposal, seen);
        mustKnow('emergency', proposal);
        const askedAs = moverIn({ rolesOn }, who, proposal, PAUSE_TABLE.emergency.begins);
        mustNotStand(proposal);
        if (stoppedBefore(all, proposal.state))
          throw conflict(
            'The case was stopped here before. It is stopped once; then a ground is shown, or it goes on.',
          );
        if (all.some((one) => isAsked(one, proposal, today)))
          throw conflict('A stop was asked for already. It needs the second person: agree to it, or leave it.');
        const { terms, daysOff } = await steps.countingFor(unit.trx, proposal);
        await pausesOn(unit.trx).add({
          id: newId(),
          proposalId: id,
          kind: 'emergency',
          code,
          reason,
          state: proposal.state,
          askedOn: today,
          askedAs,
          askedBy: who.personId,
          confirmedBy: null,
          begins: null,
          lookedOn: null,
          until: dueOn(today, terms.pause_emergency_wd, 'working_days', daysOff),
          endedOn: null,
          ended: null,
          endedBy: null,
          answer: '',
          submission: submission ?? newId(),
        });
        unit.record({
          kind: 'stop_asked',
          areaId: proposal.areaId,
          subjectKind: 'proposal',
          subjectId: id,
          actor: who.personId,
          reason,
        });
        return proposal;
      }),

    /** The second person, who has the other role. Twice is once. @throws Problem 403 for the same person, 409 where nothing waits */
    confirm: (who: Who, id: string, { pause: pauseId }: { pause: string }) =>
      inOneTransaction(async (unit) => {
        const { proposal, today } = await steps.locked(unit, id);
        const all = await pausesOn(unit.trx).of(id);
        const asked = all.find((one) => one.id === pauseId);
        if (!asked || asked.kind !== 'emergency') throw notFound('stop');
        if (asked.confirmedBy === who.personId) return proposal;
        if (!isAsked(asked, proposal, today))
          throw conflict('This stop does not wait any more. Look at the page again.');
        const other = OTHER[asked.askedAs];
        if (asked.askedBy === who.personId || !other || !rolesOn(who, proposal).includes(other))
          throw new Problem(403, 'Somebody else does this', 'A stop takes two persons, one of each office.');
        mustNotStand(proposal);
        await overtake(unit, all, today, who.personId);
        const others = (await pausesOn(unit.trx).of(id)).filter((one) => one.id !== pauseId);
        const until = lastDayOf('emergency', today, others, await steps.countingFor(unit.trx, proposal));
        const begun = { begins: today, until, state: proposal.state, confirmedBy: who.personId };
        await pausesOn(unit.trx).change({ ...asked, ...begun });
        const now = await steps.recount(unit, {
          ...proposal,
          pausedBy: 'emergency',
          pausedOn: today,
          pausedUntil: until,
        });
        tellClock(unit, 'emergency_stopped', {
          before: proposal,
          now,
          actor: who.personId,
          reason: asked.reason,
          words: `Emergency stop, for ${STOP_WORDS[asked.code || 'danger']}, by decision officer and monitoring officer: ${asked.reason} The clock stands still. If the owner shows no ground by ${dateWords(until)}, the stop falls.`,
        });
        return now;
      }),
  };
}

/** @throws Problem 409 where it is stopped, or where a court has stopped it: no silence grants it then, and the order outlasts a stop */
function mustNotStand({ pausedBy }: Proposal): void {
  if (pausedBy === 'emergency') throw conflict('The case is stopped already.');
  if (pausedBy === 'court')
    throw conflict('The clock stands still for the order of a court: silence grants nothing meanwhile.');
}

/** Waits for the second person. */
const isAsked = (one: CasePause, { state }: Proposal, today: string): boolean =>
  one.kind === 'emergency' && one.begins === null && isOpen(one, state, today);
