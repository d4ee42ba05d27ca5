import { Temporal } from 'temporal-polyfill';
import type { DaysOff } from '../../kernel/working-days.ts';
import type {
  CalendarDay,
  CalendarStretch,
  CalendarView,
  DayState,
  Keeping,
  StretchState,
} from './calendar-contract.ts';
import { windowsOn } from './opening-rules.ts';
import type { BookableSpace } from './space-contract.ts';

/** Now, where the space is. */
export type Now = { today: string; minute: number; daysOff: DaysOff };
type Rules = Pick<
  BookableSpace,
  | 'bookable'
  | 'windows'
  | 'terms'
  | 'closedOnBankHolidays'
  | 'shortestMinutes'
  | 'stepMinutes'
  | 'minutesBefore'
  | 'minutesAfter'
  | 'noticeHours'
  | 'daysAhead'
>;
type Open = { from: number; to: number };

const DAY = 24 * 60;
const HOUR = 60;
const NEVER: DaysOff = new Set();

/** What one day of a space looks like to somebody who wants to ask for it: nothing is called free that would be refused. */
export function calendarDay(space: Rules, date: string, keeping: readonly Keeping[], now: Now): CalendarDay {
  const open = joined(windowsOn(space, date, now.daysOff));
  const stretches = open
    .flatMap((stretch) => [
      ...takenIn(stretch, keeping),
      ...freeIn(stretch, space, keeping).flatMap((free) => timely(free, space, date, now)),
    ])
    .toSorted((one, other) => one.from - other.from);
  return {
    date,
    state: date < now.today ? 'past' : stateOf(stretches),
    closedBecause: open.length === 0 ? whyClosed(space, date, now.daysOff) : null,
    stretches,
  };
}

/** Windows that meet or overlap as one. */
function joined(windows: readonly Open[]): Open[] {
  const all: Open[] = [];
  for (const { from, to } of windows) {
    const last = all.at(-1);
    if (last && from <= last.to) last.to = Math.max(last.to, to);
    else all.push({ from, to });
  }
  return all;
}

/** What is kept for others within opening hours. Where several overlap (parts of a hall), the strongest word is said. */
function takenIn(open: Open, keeping: readonly Keeping[]): CalendarStretch[] {
  const inside = keeping.filter(({ from, to }) => from < open.to && to > open.from);
  const edges = [
    ...new Set([
      open.from,
      open.to,
      ...inside.flatMap(({ from, to }) => [Math.max(from, open.from), Math.min(to, open.to)]),
    ]),
  ].toSorted((one, other) => one - other);
  const stretches: CalendarStretch[] = [];
  edges.slice(0, -1).forEach((from, index) => {
    const to = edges[index + 1] ?? from;
    const here = inside
      .filter((one) => one.from < to && one.to > from)
      .toSorted((one, other) => STRENGTH[other.kind] - STRENGTH[one.kind])[0];
    if (!here) return;
    const last = stretches.at(-1);
    const label = here.part ? ['A part of it', here.label].filter((text) => text).join(': ') : here.label;
    if (last && last.to === from && last.state === STATES[here.kind] && last.label === label) last.to = to;
    else stretches.push({ from, to, state: STATES[here.kind], label });
  });
  return stretches;
}

const STRENGTH = { closure: 3, booking: 2, hold: 1 };
const STATES = { closure: 'closed', booking: 'taken', hold: 'asked' } as const satisfies Record<
  Keeping['kind'],
  StretchState
>;

/** What is left between, with the time that a new booking must keep to others before and after itself, from a possible start on, if it is long enough. */
function freeIn(
  open: Open,
  { minutesBefore, minutesAfter, stepMinutes, shortestMinutes }: Rules,
  keeping: readonly Keeping[],
): Open[] {
  const blocked = joined(
    keeping
      .map(({ from, to, kind }) =>
        kind === 'closure' ? { from, to } : { from: from - minutesAfter, to: to + minutesBefore },
      )
      .toSorted((one, other) => one.from - other.from),
  );
  const gaps: Open[] = [];
  let reached = open.from;
  for (const { from, to } of [...blocked, { from: open.to, to: open.to }]) {
    if (to < open.from) continue;
    gaps.push({ from: reached, to: Math.min(from, open.to) });
    reached = Math.max(reached, to);
  }
  return gaps
    .map(({ from, to }) => ({ from: Math.ceil(from / stepMinutes) * stepMinutes, to }))
    .filter(({ from, to }) => to - from >= shortestMinutes);
}

/** A free stretch as it counts now: past, too soon to ask for, too far ahead, or free; one that notice cuts in two comes as two. */
function timely(
  { from, to }: Open,
  { bookable, noticeHours, daysAhead, shortestMinutes, stepMinutes }: Rules,
  date: string,
  { today, minute }: Now,
): CalendarStretch[] {
  const ahead = Temporal.PlainDate.from(today).until(date).days;
  const as = (state: StretchState, start = from, end = to): CalendarStretch => ({
    from: start,
    to: end,
    state,
    label: null,
  });
  if (ahead * DAY + to <= minute) return [as('past')];
  if (!bookable) return [as('not_offered')];
  if (ahead > daysAhead) return [as('too_far')];
  const earliest = Math.ceil((noticeHours * HOUR + minute - ahead * DAY) / stepMinutes) * stepMinutes;
  if (earliest <= from) return [as('free')];
  if (to - earliest < shortestMinutes) return [as('too_soon')];
  return [as('too_soon', from, earliest), as('free', earliest)];
}

function stateOf(stretches: readonly CalendarStretch[]): DayState {
  const has = (...states: StretchState[]): boolean => stretches.some(({ state }) => states.includes(state));
  if (has('free')) return has('taken', 'asked', 'closed') ? 'part' : 'free';
  if (has('taken', 'asked')) return 'full';
  if (has('too_soon', 'too_far', 'not_offered')) return 'not_now';
  return has('past') ? 'past' : 'closed';
}

function whyClosed(space: Rules, date: string, daysOff: DaysOff): CalendarDay['closedBecause'] {
  if (space.closedOnBankHolidays && daysOff.has(date) && windowsOn(space, date, NEVER).length > 0)
    return 'bank_holiday';
  const always = { ...space, windows: space.windows.map((window) => ({ ...window, term: 'always' as const })) };
  return windowsOn(always, date, daysOff).length > 0 ? 'outside_terms' : 'not_open';
}

/** The week from Monday to Sunday, or the whole month, that a day lies in. */
export function rangeOf(view: CalendarView, day: string): { from: string; to: string } {
  const date = Temporal.PlainDate.from(day);
  if (view === 'month')
    return { from: date.with({ day: 1 }).toString(), to: date.with({ day: date.daysInMonth }).toString() };
  const monday = date.subtract({ days: date.dayOfWeek - 1 });
  return { from: monday.toString(), to: monday.add({ days: 6 }).toString() };
}
