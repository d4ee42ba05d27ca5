import { daysAfter } from '../../kernel/clock.ts';
import type { DaysOff } from '../../kernel/working-days.ts';
import { addWorkingDays } from '../../kernel/working-days.ts';
import type { Day } from '../../kernel/recurrence-contract.ts';
import type { Booking, BookingState, Occurrence } from '../bookings/booking-contract.ts';
import type { DepositReturn } from './deposit-contract.ts';

/** Over, with a deposit that may still be in somebody's hands. */
export const OVER_WITH_MONEY: readonly BookingState[] = ['ended', 'cancelled', 'withdrawn', 'lapsed'];
/** States in which a room is booked for good. */
export const RUNNING: readonly BookingState[] = ['confirmed', 'active'];

/** The day from which what is over is over: of a series its last, of one that was given up the day it was. */
export const overOn = ({ state, overOn: kept, endsOn }: Pick<Booking, 'state' | 'overOn' | 'endsOn'>): Day | null =>
  kept ?? (state === 'ended' ? endsOn : null);

/** The last working day to give a deposit back, counted from the day after the end (casework reference 8.3). */
export const depositDueOn = (over: Day, { deposit_back_wd: days }: Booking['terms'], daysOff: DaysOff): Day =>
  addWorkingDays(over, days, daysOff);
export const challengeUntil = (returned: Day, { challenge_wd: days }: Booking['terms'], daysOff: DaysOff): Day =>
  addWorkingDays(returned, days, daysOff);
export const evaluationUntil = (since: Day, { evaluation_wd: days }: Booking['terms'], daysOff: DaysOff): Day =>
  addWorkingDays(since, days, daysOff);

/** The last day that stays when notice to end a series is given today. */
export const lastDayAfterNotice = (today: Day, { end_notice_days: days }: Booking['terms']): Day =>
  daysAfter(today, days);
/** Dates that notice to end a series releases: those to come after its last day. */
export const afterNotice = (occurrences: readonly Occurrence[], lastDay: Day, now: number): Occurrence[] =>
  occurrences.filter(({ state, starts, date }) => state === 'planned' && starts > now && date > lastDay);

type Renewed = Pick<Booking, 'recurrence' | 'endsOn' | 'terms' | 'renewalToldFor' | 'notice'>;
/** The day from which a series is to be reminded of its end; null where it is not. One date alone is no series. */
export function renewalFrom(booking: Renewed, occurrences: readonly Pick<Occurrence, 'state'>[]): Day | null {
  const { recurrence, endsOn, terms, renewalToldFor, notice } = booking;
  if (recurrence.kind === 'once' || renewalToldFor === endsOn || notice !== null) return null;
  const dates = occurrences.filter(({ state }) => ['planned', 'used', 'no_show'].includes(state)).length;
  return dates > 1 ? daysAfter(endsOn, -terms.renewal_reminder_days) : null;
}
export function renewalDue(booking: Renewed, occurrences: readonly Pick<Occurrence, 'state'>[], today: Day): boolean {
  const from = renewalFrom(booking, occurrences);
  return from !== null && today >= from && today <= booking.endsOn;
}

/** Whether a group may still dispute what was kept. */
export const mayChallenge = (
  { deductedPence, challengedOn, challengeUntil: until }: DepositReturn,
  today: Day,
): boolean => deductedPence > 0 && challengedOn === null && today <= until;
export const awaitsAnswer = ({ challengedOn, answeredOn }: DepositReturn): boolean =>
  challengedOn !== null && answeredOn === null;
/** Whether nothing about the deposit can change any more. */
export const isFinal = (given: DepositReturn | undefined, today: Day): boolean =>
  given === undefined || (!awaitsAnswer(given) && !mayChallenge(given, today));
