import type { Who } from '../../ground/people/role-contract.ts';
import type { UnitOfWork } from '../../kernel/facts.ts';
import { conflict, invalid, type Mistake } from '../../kernel/problem.ts';
import type { Day } from '../../kernel/recurrence-contract.ts';
import { addWorkingDays, STATUTE_CLEAR_DAYS } from '../../kernel/working-days.ts';
import type { Proposal, ProposalAct } from '../proposals/proposal-contract.ts';
import {
  LEAST_WAYS,
  WAYS,
  type Adjourning,
  type Calling,
  type Hearing,
  type HearingChange,
  type Holding,
  type OfferedWay,
} from './hearing-contract.ts';
import type { HearingDeps } from './hearing-deps.ts';
import { hearingsOn } from './hearing-store.ts';
import { hearingWords } from './hearing-words.ts';
import { dayMistakes, noticeBy } from './notice-rules.ts';

type Doing = { who: Who; proposal: Proposal; hearing: Hearing; today: Day };
type Changed = { act: ProposalAct; changed: Hearing; more: string };

/** Calling a hearing, and what becomes of it until it was held: its page and its notice are one, so no notice can be out before its page. */
export function calling({ clock, newId, inOneTransaction, steps, moverFor }: HearingDeps) {
  return {
    /** @throws Problem 400 where notice is too short, with the first day that is possible, or too few ways to be heard are offered */
    call: (who: Who, id: string, given: Calling): Promise<void> =>
      inOneTransaction(async (unit) => {
        const { proposal, today } = await steps.locked(unit, id);
        const submission = given.submission ?? newId();
        if ((await hearingsOn(unit.trx).of(id)).some((one) => one.submission === submission)) return;
        steps.mustBeAsSeen(proposal, given.seen);
        const { terms, daysOff } = await steps.countingFor(unit.trx, proposal);
        const limitOn = await steps.heardBy(unit.trx, proposal);
        const clear = terms.hearing_notice_wd;
        const hearingId = newId();
        const ways = waysOf(hearingId, given);
        const mistakes = [
          ...dayMistakes({ day: given.day, today, clear, limitOn, daysOff }),
          ...(ways.length >= LEAST_WAYS ? [] : [TOO_FEW_WAYS]),
        ];
        if (mistakes.length > 0) throw invalid(mistakes);
        const now = clock().toISOString();
        const committee = given.committee === 'yes';
        const hearing: Hearing = {
          ...NOT_HELD_YET,
          id: hearingId,
          proposalId: id,
          ...placeOf(given),
          committee,
          calledOn: today,
          ...noticeBy(given.day, clear, committee, daysOff),
          limitOn,
          submission,
          createdAt: now,
          changedAt: now,
        };
        await hearingsOn(unit.trx).add(hearing, ways);
        await step(unit, { who, proposal, hearing, today }, { act: 'call_hearing', changed: hearing, more: '' });
      }),

    /** Another day, another room: notice is counted anew. A room may change without a new day as long as the law’s clear days are left. */
    move: (who: Who, id: string, { seen, reason, ...given }: HearingChange): Promise<void> =>
      change(who, id, seen, async (unit, { proposal, hearing, today }) => {
        const { terms, daysOff } = await steps.countingFor(unit.trx, proposal);
        const otherDay = given.day !== hearing.day;
        const otherRoom = given.venue !== hearing.venue;
        const clear = otherDay ? terms.hearing_notice_wd : STATUTE_CLEAR_DAYS;
        const { limitOn } = hearing;
        const mistakes = otherDay || otherRoom ? dayMistakes({ day: given.day, today, clear, limitOn, daysOff }) : [];
        if (mistakes.length > 0) throw invalid(mistakes);
        const notice = noticeBy(given.day, terms.hearing_notice_wd, hearing.committee, daysOff);
        return { act: 'move_hearing', changed: { ...hearing, ...placeOf(given), ...notice, reason }, more: reason };
      }),

    cancel: (who: Who, id: string, { seen, reason }: { seen: Proposal['state']; reason: string }): Promise<void> =>
      change(who, id, seen, async (_unit, { hearing }) => ({
        act: 'cancel_hearing',
        changed: { ...hearing, state: 'cancelled', reason },
        more: reason,
      })),

    /** Once, by so many working days at most. @throws Problem 400, 409 */
    adjourn: (who: Who, id: string, { seen, day, begins, reason }: Adjourning): Promise<void> =>
      change(who, id, seen, async (unit, { proposal, hearing, today }) => {
        if (hearing.adjournedFrom !== null)
          throw conflict('It has been adjourned before. A hearing is adjourned once.');
        mustHaveBegun(hearing, today);
        const { terms, daysOff } = await steps.countingFor(unit.trx, proposal);
        const last = addWorkingDays(hearing.day, terms.hearing_adjourn_wd, daysOff);
        const mistakes = dayMistakes({ day, today, clear: 0, limitOn: last, daysOff });
        if (mistakes.length > 0) throw invalid(mistakes);
        const changed = { ...hearing, day, begins, limitOn: last, adjournedFrom: hearing.day, reason };
        return { act: 'adjourn', changed, more: reason };
      }),

    /** It was held. Who came and who spoke is information: it is no vote. */
    hold: (who: Who, id: string, { seen, ...given }: Holding): Promise<void> =>
      change(who, id, seen, async (_unit, { hearing, today }) => {
        mustHaveBegun(hearing, today);
        const changed: Hearing = {
          ...hearing,
          state: 'held',
          inRoom: given.in_room ?? null,
          onlineCount: given.online_count ?? null,
          spokeFor: given.spoke_for ?? null,
          spokeAgainst: given.spoke_against ?? null,
          interests: given.interests,
        };
        return { act: 'hold', changed, more: '' };
      }),
  };

  async function change(
    who: Who,
    id: string,
    seen: Proposal['state'],
    decide: (unit: UnitOfWork, doing: Doing) => Promise<Changed>,
  ): Promise<void> {
    await inOneTransaction(async (unit) => {
      const { proposal, today } = await steps.locked(unit, id);
      steps.mustBeAsSeen(proposal, seen);
      const hearing = await hearingsOn(unit.trx).called(id);
      if (!hearing) throw conflict('No hearing is called. Look at the page again.');
      const doing = { who, proposal, hearing, today };
      const changed = await decide(unit, doing);
      await hearingsOn(unit.trx).change({
        ...changed.changed,
        version: hearing.version + 1,
        changedAt: clock().toISOString(),
      });
      await step(unit, doing, changed);
    });
  }

  async function step(
    unit: UnitOfWork,
    { who, proposal, today }: Doing,
    { act, changed, more }: Changed,
  ): Promise<void> {
    const where = changed.state === 'called' ? `It is on ${hearingWords(changed)}` : '';
    await steps.move(unit, proposal, act, {
      by: moverFor(who, proposal, act),
      actor: who.personId,
      on: today,
      fields: {
        hearingOn: changed.state === 'cancelled' ? null : changed.day,
        ...(act === 'hold' && { hearing: 'held' as const }),
      },
      more: [where, more].filter((part) => part !== '').join(' '),
    });
  }
}

const TOO_FEW_WAYS: Mistake = {
  field: 'way_paper',
  message: `Offer at least ${LEAST_WAYS} other ways to be heard: not everybody can come to a meeting in the evening.`,
};
const NOT_HELD_YET = {
  state: 'called',
  adjournedFrom: null,
  reason: '',
  inRoom: null,
  onlineCount: null,
  spokeFor: null,
  spokeAgainst: null,
  interests: '',
  version: 0,
} as const satisfies Partial<Hearing>;

const placeOf = ({ day, begins, venue, access, online }: Omit<HearingChange, 'seen' | 'reason'>) => ({
  day,
  begins,
  venue,
  access,
  online,
});

function mustHaveBegun({ day }: Hearing, today: Day): void {
  if (day > today) throw conflict('The day of the hearing has not come yet.');
}

const waysOf = (hearingId: string, given: Calling): OfferedWay[] =>
  WAYS.map((kind) => ({ hearingId, kind, words: given[`way_${kind}`], came: '' })).filter(({ words }) => words !== '');
