import { z } from 'zod';
import type { ClosureReason } from '../bookings/closure-contract.ts';
import type { DateNeed } from '../bookings/date-need-contract.ts';
import type { ClockTime, Day } from '../../kernel/recurrence-contract.ts';
import { optionalDay } from './running-contract.ts';

export const CALENDAR_VIEWS = ['week', 'month'] as const;
export type CalendarView = (typeof CALENDAR_VIEWS)[number];
export const CALENDAR_SHAPES = ['grid', 'list'] as const;
export type CalendarShape = (typeof CALENDAR_SHAPES)[number];

/** What cannot be read is left out: a calendar always opens. */
export const buildingCalendarQuery = z.object({
  view: z.enum(CALENDAR_VIEWS).catch('week'),
  as: z.enum(CALENDAR_SHAPES).catch('grid'),
  day: optionalDay,
  room: z.string().max(36).optional().catch(undefined),
});
export type CalendarWish = z.infer<typeof buildingCalendarQuery>;

export type CalendarRoom = { id: string; name: string; parentId: string | null };

/** A date in the calendar: booked, or asked for while its owner has not said yes. */
export type BookedEntry = {
  kind: 'booked' | 'asked';
  id: string;
  bookingId: string;
  /** Where the answer to it is given, while it is asked for. */
  requestId: string | null;
  room: { id: string; name: string };
  date: Day;
  /** The day on which it ends: the next one where it goes on beyond midnight. */
  lastDay: Day;
  from: ClockTime;
  to: ClockTime;
  /** What the group calls itself to others. */
  who: string;
  outcome: 'planned' | 'used' | 'no_show';
  /** What a date to come lacks. */
  need: DateNeed | null;
};
export type ClosedEntry = {
  kind: 'closed';
  id: string;
  room: { id: string; name: string } | null;
  date: Day;
  from: ClockTime;
  to: ClockTime;
  reason: ClosureReason;
  publicText: string | null;
};
export type CalendarEntry = BookedEntry | ClosedEntry;

export type BuildingDay = { date: Day; dayOff: boolean; entries: readonly CalendarEntry[] };
export type BuildingCalendar = {
  view: CalendarView;
  as: CalendarShape;
  day: Day;
  today: Day;
  from: Day;
  to: Day;
  previous: Day;
  next: Day;
  /** In order: a hall before its parts. */
  rooms: readonly CalendarRoom[];
  room: string | null;
  days: readonly BuildingDay[];
  more: boolean;
};
