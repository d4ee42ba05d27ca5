import { Temporal } from 'temporal-polyfill';
import { daysAfter } from '../../kernel/clock.ts';
import type { Day } from '../../kernel/recurrence-contract.ts';
import type { BookedEntry, CalendarEntry, CalendarRoom, CalendarView } from './building-calendar-contract.ts';

/** The week from Monday to Sunday, or the month, that a day lies in; and a day in the one before and in the one after. */
export function rangeOf(view: CalendarView, day: Day): { from: Day; to: Day; previous: Day; next: Day } {
  const date = Temporal.PlainDate.from(day);
  const step = view === 'week' ? { weeks: 1 } : { months: 1 };
  const first = view === 'week' ? date.subtract({ days: date.dayOfWeek - 1 }) : date.with({ day: 1 });
  return {
    from: first.toString(),
    to: first.add(step).subtract({ days: 1 }).toString(),
    previous: first.subtract(step).toString(),
    next: first.add(step).toString(),
  };
}

export function daysBetween(from: Day, to: Day): Day[] {
  const first = Temporal.PlainDate.from(from);
  return Array.from({ length: first.until(to).days + 1 }, (_, index) => first.add({ days: index }).toString());
}

/** Rooms by name, each hall followed by its parts. */
export function inOrder(rooms: readonly CalendarRoom[]): CalendarRoom[] {
  const known = new Set(rooms.map(({ id }) => id));
  const under = (parentId: string | null): CalendarRoom[] =>
    rooms
      .filter((room) => (room.parentId !== null && known.has(room.parentId) ? room.parentId : null) === parentId)
      .flatMap((room) => [room, ...under(room.id)]);
  return under(null);
}

/** Whether one room is the other, or a part of it at any depth, or the other way round. */
export function sharesWalls(rooms: readonly CalendarRoom[], one: string, other: string): boolean {
  return within(rooms, one, other) || within(rooms, other, one);
}

function within(rooms: readonly CalendarRoom[], inner: string, outer: string): boolean {
  for (let id: string | null | undefined = inner; id; id = rooms.find((room) => room.id === id)?.parentId)
    if (id === outer) return true;
  return false;
}

/** The day that a date ends on: what goes on beyond midnight ends on the next, and midnight ends the day. */
export const lastDayOf = ({ date, from, to }: Pick<BookedEntry, 'date' | 'from' | 'to'>): Day =>
  to > from || to === '00:00' ? date : daysAfter(date, 1);

/** Whether an entry goes on into a day from the evening before. */
const isFromBefore = (entry: CalendarEntry, day: Day): boolean => entry.date < day;

/** What a day's part of the calendar shows: what begins on it, and what goes on into it, which comes first. */
export const entriesOn = (day: Day, entries: readonly CalendarEntry[]): CalendarEntry[] =>
  entries
    .filter((one) => one.date === day || (one.kind !== 'closed' && one.date < day && one.lastDay >= day))
    .toSorted((one, other) => Number(isFromBefore(other, day)) - Number(isFromBefore(one, day)));

/** Closed stretches first, then by time and room. */
export function byTime(one: CalendarEntry, other: CalendarEntry): number {
  if (one.kind !== other.kind && (one.kind === 'closed' || other.kind === 'closed'))
    return one.kind === 'closed' ? -1 : 1;
  if (one.from !== other.from) return one.from < other.from ? -1 : 1;
  if (one.to !== other.to) return one.to < other.to ? -1 : 1;
  return IN_ALPHABET.compare(one.room?.name ?? '', other.room?.name ?? '');
}

const IN_ALPHABET = new Intl.Collator();
