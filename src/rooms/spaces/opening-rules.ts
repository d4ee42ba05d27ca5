import type { Day, Weekday } from '../../kernel/recurrence-contract.ts';
import type { DaysOff } from '../../kernel/working-days.ts';
import {
  APPROVALS,
  type BookableSpace,
  type OpeningWindow,
  type Refusal,
  type Term,
  type Verdict,
  type Wanted,
} from './space-contract.ts';

/** Today and the time of day in the zone of the place, and the days off of its area. */
export type Moment = { today: Day; minute: number; daysOff: DaysOff };
type Rules = Pick<
  BookableSpace,
  | 'bookable'
  | 'capacity'
  | 'shortestMinutes'
  | 'longestMinutes'
  | 'stepMinutes'
  | 'noticeHours'
  | 'daysAhead'
  | 'closedOnBankHolidays'
  | 'windows'
  | 'terms'
>;

const DAY = 24 * 60;
const HOUR = 60;
const QUARTER = 15;
const DAY_MS = DAY * 60_000;
const WEEK = 7;
/** The weekday of 1 January 1970, from which days are counted. */
const THURSDAY = 4;
const NO_DAYS_OFF: DaysOff = new Set();

/**
 * Whether a space may be booked on a date, apart from what else is booked: the one rule that the finder, the calendar and the
 * booking itself read.
 * @param people how many will come; 0 when that does not matter
 */
export function mayBook(space: Rules, wanted: Wanted, people: number, moment: Moment): Verdict {
  return ruleOf(space, people, moment)(wanted);
}

/**
 * The same rule for many dates of one space, as the finder asks it some ten thousand times for one answer: what depends on the day of
 * the week and the time alone is worked out once.
 */
export function ruleOf(space: Rules, people: number, moment: Moment): (wanted: Wanted) => Verdict {
  const everyWeekAlike = space.windows.every(
    ({ seasonFrom, seasonTo, term }) => seasonFrom === null && seasonTo === null && term === 'always',
  );
  const known = new Map<number, Verdict>();
  return (wanted) => {
    const refusal = refusalOf(space, wanted, people, moment);
    if (refusal) return { ok: false, refusal };
    if (!everyWeekAlike) return verdictOf(space, wanted);
    const alike = (weekdayOf(wanted.date) * DAY + wanted.from) * WEEK * DAY + wanted.to;
    const verdict = known.get(alike) ?? verdictOf(space, wanted);
    known.set(alike, verdict);
    return verdict;
  };
}

function verdictOf(space: Rules, wanted: Wanted): Verdict {
  const windows = covering(space, wanted);
  if (windows.length === 0) return { ok: false, refusal: whyClosed(space, wanted) };
  return {
    ok: true,
    // The most careful of the windows that are needed decides; each stretch needs all of them.
    approval: APPROVALS[Math.max(...windows.map(({ approval }) => APPROVALS.indexOf(approval)))] ?? 'owner',
    publishedOpen: windows.every(({ publishedOpen }) => publishedOpen),
    staffed: windows.every(({ staffed }) => staffed),
  };
}

/** The windows in which a space is open on a date, by time; none on a day off where those are kept. */
export function windowsOn(
  { windows, terms, closedOnBankHolidays }: Pick<Rules, 'windows' | 'terms' | 'closedOnBankHolidays'>,
  date: Day,
  daysOff: DaysOff,
): OpeningWindow[] {
  if (closedOnBankHolidays && daysOff.has(date)) return [];
  const weekday = weekdayOf(date);
  return windows
    .filter((window) => window.weekday === weekday && inSeason(window, date) && termAllows(window, terms, date))
    .sort((one, other) => one.from - other.from);
}

function weekdayOf(date: Day): Weekday {
  return (((((dayNumber(date) + THURSDAY - 1) % WEEK) + WEEK) % WEEK) + 1) as Weekday;
}

export function isInTerm(terms: readonly Term[], date: Day): boolean {
  return terms.some(({ from, to }) => from <= date && date <= to);
}

function refusalOf(
  space: Rules,
  { date, from, to }: Wanted,
  people: number,
  { today, minute, daysOff }: Moment,
): Refusal | null {
  if (!space.bookable) return 'not_bookable';
  if (space.capacity !== null && people > space.capacity) return 'too_many_people';
  if (to - from < space.shortestMinutes) return 'too_short';
  if (to - from > space.longestMinutes) return 'too_long';
  if (from % space.stepMinutes !== 0) return 'wrong_start';
  // An end a minute after the hour would be paid for as an hour, and keep others out of the next step.
  if ((to - from) % QUARTER !== 0 && to % space.stepMinutes !== 0) return 'wrong_end';
  const daysToGo = dayNumber(date) - dayNumber(today);
  const ahead = daysToGo * DAY + from - minute;
  if (ahead < 0) return 'past';
  if (ahead < space.noticeHours * HOUR) return 'too_soon';
  if (daysToGo > space.daysAhead) return 'too_far_ahead';
  return space.closedOnBankHolidays && daysOff.has(date) ? 'bank_holiday' : null;
}

/** The windows that together cover a stretch without a gap, or none. A stretch over midnight goes on in the next day's windows. */
function covering(space: Rules, { date, from, to }: Wanted): OpeningWindow[] {
  const today = windowsOn(space, date, NO_DAYS_OFF);
  const open =
    to <= DAY
      ? today
      : [
          ...today,
          ...windowsOn(space, dayAfter(date), NO_DAYS_OFF).map((window) => ({
            ...window,
            from: window.from + DAY,
            to: window.to + DAY,
          })),
        ];
  const used: OpeningWindow[] = [];
  let reached = from;
  for (const window of open) {
    if (reached >= to) break;
    if (window.from > reached || window.to <= reached) continue;
    used.push(window);
    reached = window.to;
  }
  return reached >= to ? used : [];
}

/** Closed for the term only, or closed at this time in any case? */
function whyClosed(space: Rules, { date, ...time }: Wanted): Refusal {
  if (space.windows.every(({ term }) => term === 'always')) return 'not_open';
  const anyTerm = { ...space, windows: space.windows.map((window) => ({ ...window, term: 'always' as const })) };
  return covering(anyTerm, { date, ...time }).length > 0 ? 'outside_terms' : 'not_open';
}

const inSeason = ({ seasonFrom, seasonTo }: OpeningWindow, date: Day): boolean =>
  (seasonFrom === null || seasonFrom <= date) && (seasonTo === null || date <= seasonTo);

function termAllows({ term }: OpeningWindow, terms: readonly Term[], date: Day): boolean {
  return term === 'always' || (term === 'term_time') === isInTerm(terms, date);
}

/** The same days of a year or two are asked for over and over: reading their digits would take longest of all. */
const numbers = new Map<Day, number>();
const MOST_KNOWN = 5_000;

/** Days since 1 January 1970. */
function dayNumber(date: Day): number {
  const known = numbers.get(date);
  if (known !== undefined) return known;
  if (numbers.size >= MOST_KNOWN) numbers.clear();
  const number = Date.UTC(Number(date.slice(0, 4)), Number(date.slice(5, 7)) - 1, Number(date.slice(8, 10))) / DAY_MS;
  numbers.set(date, number);
  return number;
}

const dayAfter = (date: Day): Day => new Date((dayNumber(date) + 1) * DAY_MS).toISOString().slice(0, 10);
