import { daysAfter } from '../../kernel/clock.ts';
import type { DaysOff } from '../../kernel/working-days.ts';
import { addWorkingDays, workingDaysBefore } from '../../kernel/working-days.ts';
import type { RoomTerms } from '../../groups/compact/compact-contract.ts';
import type { Day } from '../../kernel/recurrence-contract.ts';
import type { Quote } from '../spaces/space-contract.ts';
import type { Look } from '../bookings/draft-contract.ts';
import type { AskedRoom, MissingPart, Move, NoDefault, Passport, RequestState, Wish } from './request-contract.ts';

/** What may happen in each state, and where it leads. Whatever is not here is refused. */
const ROADS: Record<RequestState, Partial<Record<Move, RequestState>>> = {
  draft: { send: 'incomplete', complete: 'asked', withdraw: 'withdrawn' },
  incomplete: { complete: 'asked', withdraw: 'withdrawn', lapse: 'lapsed', decline: 'declined' },
  asked: {
    offer: 'offered',
    offer_by_default: 'default_offered',
    chase: 'chasing',
    ask_next: 'asked',
    start_again: 'asked',
    run_out_of_rooms: 'with_broker',
    withdraw: 'withdrawn',
    lapse: 'lapsed',
  },
  chasing: {
    offer: 'offered',
    ask_next: 'asked',
    start_again: 'asked',
    run_out_of_rooms: 'with_broker',
    withdraw: 'withdrawn',
    lapse: 'lapsed',
    decline: 'declined',
  },
  with_broker: { ask_next: 'asked', withdraw: 'withdrawn', lapse: 'lapsed', decline: 'declined' },
  offered: { take: 'deposit_due', confirm: 'confirmed', withdraw: 'withdrawn', lapse: 'lapsed' },
  default_offered: { take: 'deposit_due', confirm: 'confirmed', withdraw: 'withdrawn', lapse: 'lapsed' },
  deposit_due: { confirm: 'confirmed', withdraw: 'withdrawn', lapse: 'lapsed' },
  confirmed: {},
  declined: {},
  withdrawn: {},
  lapsed: {},
};

/** The state that a move leads to; null when it is not open. */
export const after = (state: RequestState, move: Move): RequestState | null => ROADS[state][move] ?? null;
export const movesFrom = (state: RequestState): Move[] => Object.keys(ROADS[state]) as Move[];

/** What a request lacks before an owner can be asked. The test is none of it: an owner may say yes to a group that nobody has scored. */
export const missingParts = (people: readonly { role: string }[]): MissingPart[] =>
  people.some(({ role }) => role === 'group_deputy') ? [] : ['deputy'];

/**
 * The last day for an owner to answer: so many working days after the request came in, the day after being day 1. Typed in late by an
 * officer, it still leaves the owner the working days of the warning.
 * @param from the day the request was complete, or, for a later room, the day it was asked
 * @param toldOn the day on which the owner is told
 */
export function ownerDueOn(
  from: Day,
  toldOn: Day,
  { owner_answers_wd: answers, warn_owner_wd: warns }: RoomTerms,
  daysOff: DaysOff,
): Day {
  const [due, atLeast] = [addWorkingDays(from, answers, daysOff), addWorkingDays(toldOn, warns, daysOff)];
  return due >= atLeast ? due : atLeast;
}

/** The day from which a warning is due that silence will count. */
export const warnOn = (dueOn: Day, { warn_owner_wd: days }: RoomTerms, daysOff: DaysOff): Day =>
  workingDaysBefore(dueOn, days, daysOff);

/** Whether the owner's time is over: at the end of the office's hours on the due day, so that an offer by default comes on that day. */
export function ownersTimeIsOver(
  due: Day | null,
  { today, minute }: { today: Day; minute: number },
  { owner_answers_until_hour: hour }: RoomTerms,
): boolean {
  return due !== null && (due < today || (due === today && minute >= hour * 60));
}

/** A due day lasts to its end: what was due on it happens from the next day on. */
export const isPast = (due: Day | null, today: Day): boolean => due !== null && due < today;

/**
 * The last day to take an offer and settle the deposit. It counts from the day the group was told: time that our own clock lost
 * is not the group's.
 */
export const offerLapsesOn = (effectiveOn: Day, toldOn: Day, { offer_lapses_days: days }: RoomTerms): Day =>
  daysAfter(effectiveOn > toldOn ? effectiveOn : toldOn, days);

/**
 * Why an owner's silence is no offer; empty when it is one. Silence before a pass never grants, and an owner that was asked before
 * it has been told that its silence is none. @param passport as it is on the due day
 */
export function whyNoDefault(
  { publishedOpen, compact, quote, approval, test }: AskedRoom,
  passport: Pick<Passport, 'state'>,
): NoDefault[] {
  return [
    ...(publishedOpen ? [] : ['not_published' as const]),
    ...(compact ? [] : ['not_in_compact' as const]),
    ...(passport.state === 'passed' ? [] : ['no_passport' as const]),
    ...(passport.state === 'passed' && test !== 'passed' ? ['passed_since' as const] : []),
    ...(quote ? [] : ['no_price' as const]),
    ...(approval === 'negotiation' ? ['by_negotiation' as const] : []),
  ];
}

/** The deposit that may be asked: the owner's, and no more than the area allows. Pence. */
export const depositOf = (quote: Pick<Quote, 'depositPence'>, { most_deposit_pence: most }: RoomTerms): number =>
  Math.min(quote.depositPence, most);

/** Whether a wish can be had as it was wished: every date of it, or any. */
export const suits = ({ dates, leftOut }: Look, { dates: which }: Pick<Wish, 'dates'>): boolean =>
  dates.length > 0 && (which === 'free' || leftOut.every(({ why }) => why === 'left_out'));
