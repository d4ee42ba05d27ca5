import { Temporal } from 'temporal-polyfill';
import { dated, endMinute, minuteOf } from '../../kernel/recurrence.ts';
import type { ClockTime, Day } from '../../kernel/recurrence-contract.ts';
import { grouped, type Audience, type Quote, type Wanted } from '../spaces/space-contract.ts';
import { HELD_STATES, type Booking, type BookingState, type Occurrence, type PriceList } from './booking-contract.ts';

type MakeQuote = (
  list: PriceList,
  audience: Audience,
  dates: readonly (Wanted & { staffed: boolean })[],
  ownInsurance: boolean,
) => Quote | null;

const DAY_MINUTES = 24 * 60;

/** A date as the rules of spaces ask about it: in minutes of the day. */
export const wantedOn = (date: Day, from: ClockTime, to: ClockTime): Wanted => ({
  date,
  from: minuteOf(from),
  to: endMinute(from, to),
});

/**
 * How long a date is paid for, in minutes that really pass: between its instants, never by the clock on the wall, which leaves an
 * hour out in one night of the year and shows one twice in another.
 */
const minutesPaid = (
  { date, from, starts, ends, paidTo }: Pick<Occurrence, 'date' | 'from' | 'starts' | 'ends' | 'paidTo'>,
  zone: string,
): number => (paidTo === null ? ends : dated(date, from, paidTo, zone).ends) - starts;

/** A date as prices ask about it. */
export const pricedDate = (one: Occurrence, zone: string): Wanted & { staffed: boolean } => ({
  date: one.date,
  from: minuteOf(one.from),
  to: minuteOf(one.from) + minutesPaid(one, zone),
  staffed: one.staffed,
});

/** The last minute in which a group can cancel or move a date without paying for it. A request costs nothing at any time. */
export function freeUntil(
  { starts }: Pick<Occurrence, 'starts'>,
  { state, terms }: Pick<Booking, 'state' | 'terms'>,
): number {
  return HELD_STATES.includes(state) ? starts : starts - terms.group_cancels_free_days * DAY_MINUTES;
}

/** The last minute in which an owner can take a date back, other than in an emergency. */
export const ownerMayUntil = ({ starts }: Pick<Occurrence, 'starts'>, { terms }: Pick<Booking, 'terms'>): number =>
  starts - terms.owner_cancels_days * DAY_MINUTES;

/** Dates that are still to come and hold a room. */
export const ahead = (occurrences: readonly Occurrence[], now: number): Occurrence[] =>
  occurrences.filter(({ state, starts }) => state === 'planned' && starts > now);

/** Whether a date is paid for: what was planned or used, and what was cancelled too late. */
export const isPaidFor = ({ state, charged }: Pick<Occurrence, 'state' | 'charged'>): boolean =>
  state === 'planned' || state === 'used' || state === 'no_show' || charged;

/**
 * What the dates come to at the prices of the day of booking: dates in several rooms at the list of each. The deposit stays what
 * it was. Null where the owner has named no price.
 */
export function priceOf(
  { audience, price, zone }: Pick<Booking, 'audience' | 'price' | 'zone'>,
  occurrences: readonly Occurrence[],
  quote: MakeQuote,
): Quote | null {
  const paid = occurrences.filter(isPaidFor);
  const depositPence = price.quote?.depositPence ?? 0;
  let total: Quote = { ...NO_PRICE, depositPence };
  const covers = new Map<string, Covered>();
  for (const spaceId of new Set(paid.map((one) => one.spaceId))) {
    const list = price.lists[spaceId];
    const dates = paid.filter((one) => one.spaceId === spaceId).map((one) => pricedDate(one, zone));
    const part = list && quote({ ...list, hirersLiability: null }, audience, dates, true);
    if (!part) return null;
    total = together(total, part);
    const terms = JSON.stringify(list.hirersLiability);
    covers.set(terms, { list, dates, hirePence: (covers.get(terms)?.hirePence ?? 0) + part.hirePence });
  }
  if (price.ownInsurance) return total;
  for (const covered of covers.values()) total = together(total, coverOf(covered, audience, quote));
  return total;
}

const NO_PRICE = { hirePence: 0, openingPence: 0, insurancePence: 0, depositPence: 0, totalPence: 0, lines: [] };
type Covered = { list: PriceList; dates: Parameters<MakeQuote>[2]; hirePence: number };

/**
 * The cover for hirers, once for the booking: what is the least to pay "for each booking" is not paid again for every room that a date
 * was moved to. Asked as a hire at one price, so that the rule for cover stays the one that quotes know.
 */
function coverOf({ list, dates, hirePence }: Covered, audience: Audience, quote: MakeQuote): Quote {
  const atOnePrice = { id: '', audience, basis: 'fixed' as const, pence: hirePence, from: null };
  const asked = { ...list, tariffs: [atOnePrice], openingCostPence: 0 };
  const priced = quote(asked, audience, dates, false);
  const insurancePence = priced?.insurancePence ?? 0;
  if (!priced || insurancePence === 0) return NO_PRICE;
  return { ...NO_PRICE, insurancePence, totalPence: insurancePence, lines: priced.lines.slice(1) };
}

/** What giving up some dates now leaves to pay, in pence: nothing while they are free to cancel. Null where no price is named. */
export function costOfCancelling(
  booking: Booking,
  occurrences: readonly Occurrence[],
  given: readonly Occurrence[],
  now: number,
  quote: MakeQuote,
): number | null {
  const late = given.filter((one) => freeUntil(one, booking) < now);
  if (late.length === 0) return 0;
  const ids = new Set(given.map(({ id }) => id));
  const others = occurrences.filter(({ id }) => !ids.has(id));
  const [all, without] = [priceOf(booking, [...others, ...late], quote), priceOf(booking, others, quote)];
  return all && without ? all.totalPence - without.totalPence : null;
}

/** How a booking stands when dates of it were given up: unchanged while any is left. */
export function stateAfterGivingUp(state: BookingState, occurrences: readonly Occurrence[], now: number): BookingState {
  if (occurrences.some((one) => one.state === 'planned' && one.ends > now)) return state;
  if (HELD_STATES.includes(state)) return 'withdrawn';
  return occurrences.some((one) => ['planned', 'used', 'no_show'].includes(one.state)) ? 'ended' : 'cancelled';
}

/** The first and the last day on which a booking holds a room, or held one before it was given up. */
export function spanOf(occurrences: readonly Occurrence[]): { startsOn: Day; endsOn: Day } {
  const planned = occurrences.filter(({ state }) => state !== 'skipped' && !state.startsWith('cancelled'));
  const days = (planned.length > 0 ? planned : occurrences).map(({ date }) => date).toSorted();
  return { startsOn: days[0] ?? '', endsOn: days.at(-1) ?? '' };
}

/** The Monday of the week that a day lies in. */
export function mondayOf(day: Day): Day {
  const date = Temporal.PlainDate.from(day);
  return date.subtract({ days: date.dayOfWeek - 1 }).toString();
}

/** Which of the wanted days are more than a group may have in one week, counting what it has already; the earlier ones come first. */
export function tooManyAWeek(wanted: readonly Day[], had: readonly Day[], most: number): Set<Day> {
  const counts = new Map<Day, number>();
  const count = (day: Day): number => {
    const next = (counts.get(mondayOf(day)) ?? 0) + 1;
    counts.set(mondayOf(day), next);
    return next;
  };
  had.forEach(count);
  return new Set(wanted.toSorted().filter((day) => count(day) > most));
}

function together(one: Quote, other: Quote): Quote {
  return {
    hirePence: one.hirePence + other.hirePence,
    openingPence: one.openingPence + other.openingPence,
    insurancePence: one.insurancePence + other.insurancePence,
    depositPence: one.depositPence,
    totalPence: one.totalPence + other.totalPence,
    lines: grouped([...one.lines, ...other.lines]),
  };
}
