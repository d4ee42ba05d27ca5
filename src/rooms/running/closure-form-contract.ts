import { z } from 'zod';
import type { ClosureReason } from '../bookings/closure-contract.ts';
import type { ClockTime, Day } from '../../kernel/recurrence-contract.ts';

/** How the days of a closure are told. */
export const CLOSED_WHEN = ['day', 'range', 'bank_holidays', 'school_holidays', 'dates'] as const;
export type ClosedWhen = (typeof CLOSED_WHEN)[number];
/** So many single dates fit on one form. */
export const MOST_PICKS = 6;
/** All days or none, or those in whose way nothing is. */
export const CLOSE_WHICH = ['all', 'free'] as const;
export type CloseWhich = (typeof CLOSE_WHICH)[number];

const text = z.string().trim().max(60).catch('');
const several = z.preprocess(
  (given: unknown) => (given === undefined || given === '' ? [] : [given].flat()),
  z.array(z.string().max(30)).max(60).catch([]),
);

/** What a form says; whether it makes sense is for the rules to find out, so that every mistake is told at once. */
export const closureFormSchema = z.object({
  where: text,
  when: text,
  on: text,
  from: text,
  until: text,
  year: text,
  gap: several,
  pick: several,
  from_time: text,
  to_time: text,
  reason: text,
  public_text: z.string().trim().max(2_000).catch(''),
});
export type ClosureForm = z.infer<typeof closureFormSchema>;
export const closeSchema = closureFormSchema.extend({
  which: z.enum(CLOSE_WHICH, 'Choose which days to close.').default('all'),
  submission: z.uuid('Open the page again and repeat what you did.'),
});

/** What is to be closed: whole days, or the same hours of each. `spaceId` is empty for the whole building. */
export type WantedClosure = {
  spaceId: string | null;
  days: readonly Day[];
  hours: { from: ClockTime; to: ClockTime } | null;
  reason: ClosureReason;
  publicText: string | null;
};

/** Days between two terms. */
export type Gap = { from: Day; to: Day; after: string };
/** What a form can choose from. */
export type ClosureChoices = {
  rooms: readonly { id: string; name: string }[];
  years: readonly { year: string; days: readonly Day[] }[];
  gaps: readonly Gap[];
  today: Day;
  clock: ClockTime;
};

/** A date in the way, with what its owner can do about it. */
export type Obstacle = {
  occurrenceId: string;
  bookingId: string;
  requestId: string | null;
  asked: boolean;
  room: string;
  who: string;
  date: Day;
  from: ClockTime;
  to: ClockTime;
  /** The last day on which the owner can take it back; null when that has passed and only an emergency would do. */
  ownerMayUntil: Day | null;
};

/** A closure that is there, as the list shows it. */
export type ShownClosure = {
  id: string;
  room: string | null;
  from: Day;
  to: Day;
  hours: { from: ClockTime; to: ClockTime } | null;
  reason: ClosureReason;
  publicText: string | null;
};

/** By what a closure of last year was moved to this one. */
export const COPIED_HOW = ['bank_holiday', 'school_holiday', 'weekday'] as const;
export type CopiedHow = (typeof COPIED_HOW)[number];

/** A closure of last year with where it would go; `from` and `to` as proposed, or as somebody has changed them. */
export type CopyRow = {
  source: ShownClosure;
  how: CopiedHow;
  from: string;
  to: string;
  take: boolean;
  /** What keeps it from being copied as it stands. */
  state: 'free' | 'in_the_way' | 'closed_already' | 'past' | 'wrong';
  obstacles: readonly Obstacle[];
  free: number;
};
/** More closures of one year are not on one page. */
export const MOST_COPIED = 60;

const YEAR = /^20\d\d$/;
/** Rows come as `take_1`, `source_1`, `from_1` and `to_1`. */
export const copyQuery = z.looseObject({
  year: z.string().regex(YEAR).optional().catch(undefined),
  again: z.string().max(5).optional().catch(undefined),
});
export const copySchema = z.looseObject({
  year: z.string('Choose the year.').regex(YEAR, 'Choose the year.'),
  which: z.enum(CLOSE_WHICH, 'Choose which days to close.').default('all'),
  submission: z.uuid('Open the page again and repeat what you did.'),
});
