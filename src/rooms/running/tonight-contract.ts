import { z } from 'zod';
import type { ClockTime, Day } from '../../kernel/recurrence-contract.ts';
import type { DateNeed, NeedingDate } from '../bookings/date-need-contract.ts';
import type { Layout } from '../spaces/space-contract.ts';
import { optionalDay, type Building, type BuildingChoice, type Now } from './running-contract.ts';

/** How a date of the list stands. A date that was moved to another day is told on the day it was on. */
export const TONIGHT_STATES = [
  'coming',
  'used',
  'no_show',
  'cancelled_by_group',
  'cancelled_by_owner',
  'moved',
] as const;
export type TonightState = (typeof TONIGHT_STATES)[number];

/** One date as the list has it, before it is asked what may be done with it. */
export type ListedDate = {
  id: string;
  bookingId: string;
  caseNumber: string | null;
  building: Building;
  zone: string;
  room: {
    id: string;
    name: string;
    floor: string | null;
    equipment: readonly string[];
    caretaking: string | null;
    minutesBefore: number;
  };
  originalDate: Day;
  date: Day;
  from: ClockTime;
  to: ClockTime;
  starts: number;
  ends: number;
  state: 'planned' | 'used' | 'no_show' | 'cancelled_by_group' | 'cancelled_by_owner';
  exception: 'moved' | 'added' | null;
  staffed: boolean;
  /** Instant of its last change, and the one from which on it was booked for certain. */
  changedAt: string;
  bookedAt: string;
  /** What the group calls itself to others, and the telephone number that it gave. Never who comes. */
  who: string;
  telephone: string | null;
  people: number;
  layout: Layout | null;
};

/** A time in which somebody is in a building, whoever that is. */
export type Stay = NeedingDate & { assetId: string; starts: number; ends: number; to: ClockTime };

/** What one may tell about a date now. */
export type CheckIn = { came: boolean; nobody: boolean; undo: boolean };

export type TonightDate = Omit<ListedDate, 'state' | 'exception'> & {
  state: TonightState;
  /** It began the evening before the list's day and goes on beyond midnight. */
  overnight: boolean;
  /** When the doors should be open: before the start where the room is kept free for setting up. */
  openBy: ClockTime;
  /** Until when others are in the building after it, one after the other; null where they are the last. */
  othersUntil: ClockTime | null;
  isNew: boolean;
  /** "today at 14:20": when it was cancelled, moved or told. */
  changed: string;
  /** How to get into the building, and into the room that is named; private. */
  arrival: readonly { room: string | null; note: string }[];
  checkIn: CheckIn;
  /** What it lacks: nobody is let in where it is held back. */
  need: DateNeed | null;
};

export type ClosedTonight = {
  building: string;
  room: string | null;
  reason: string;
  publicText: string | null;
  from: ClockTime;
  to: ClockTime;
};

/** What a caretaker needs of one day. */
export type TonightList = {
  now: Now;
  day: Day;
  previous: Day;
  next: Day;
  buildings: readonly BuildingChoice[];
  chosen: string | null;
  /** Those that began the evening before and go on into the day; those that end after noon, and those before it. */
  overnight: readonly TonightDate[];
  evening: readonly TonightDate[];
  morning: readonly TonightDate[];
  closed: readonly ClosedTonight[];
  /** There are more than fit on one list. */
  more: boolean;
};

/** A building that is none is left out: the list then shows all. */
const building = z.string().max(36).optional().catch(undefined);
export const tonightQuery = z.object({ day: optionalDay, building });

export const CHECKS = ['came', 'nobody', 'undo'] as const;
export type Check = (typeof CHECKS)[number];
/** Leads back to the list that was on the screen. */
export const checkBody = z.object({ day: optionalDay, building });
