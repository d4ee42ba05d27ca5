import { z } from 'zod';
import type { RoomTerms } from '../compact/compact-contract.ts';
import { clockTimeSchema, daySchema, MOST_DATES, recurrenceSchema, WEEKDAYS, type ClockTime, type Day, type Recurrence, type Stretch } from '../kernel/recurrence-contract.ts';
import { assistedSchema, type Channel } from '../people/assisted-contract.ts';
import { clockOf, minuteOf } from '../spaces/time-contract.ts';
import { LAYOUTS, type Audience, type BookableSpace, type Layout, type Quote, type Refusal } from '../spaces/space-contract.ts';

/**
 * How a booking stands (rooms, casework reference 8.3). Finding a room comes before there is a booking; a request becomes one as
 * soon as it holds dates.
 * `requested` `offered` `default_offered`: dates are held until `holdUntil`. `deposit_due` `confirmed` `active`: dates are booked.
 * `declined` by the owner, `withdrawn` by the group, `lapsed` by time, `cancelled` after it was booked: nothing is held any more.
 * `ended` `deposit_returned` `evaluated` `closed`: over, and what comes after.
 */
export const BOOKING_STATES = [
  'requested', 'offered', 'default_offered', 'deposit_due', 'confirmed', 'active', 'declined', 'withdrawn', 'lapsed', 'cancelled', 'ended', 'deposit_returned', 'evaluated', 'closed',
] as const;
export type BookingState = (typeof BOOKING_STATES)[number];
export const HELD_STATES: readonly BookingState[] = ['requested', 'offered', 'default_offered'];
export const BOOKED_STATES: readonly BookingState[] = ['deposit_due', 'confirmed', 'active'];
/** Where something may still be changed or cancelled. */
export const LIVE_STATES: readonly BookingState[] = [...HELD_STATES, ...BOOKED_STATES];

/** `skipped` was never booked: closed or taken when the others were, or left out by wish. Only `planned` dates hold a room. */
export const OCCURRENCE_STATES = ['planned', 'used', 'no_show', 'cancelled_by_group', 'cancelled_by_owner', 'skipped'] as const;
export type OccurrenceState = (typeof OCCURRENCE_STATES)[number];

/** One date of a booking. Its times are those that count; `starts` and `ends` are the same as instants, without buffers. */
export type Occurrence = Stretch & {
  id: string; bookingId: string;
  /** The day that the rule gives: whatever happens to this date is kept by it. */
  originalDate: Day;
  date: Day; from: ClockTime; to: ClockTime; spaceId: string;
  state: OccurrenceState;
  /** Why it is not as the rule says. Such dates stay as they are when the rule changes. */
  exception: 'moved' | 'added' | null;
  /** Somebody is in the building anyway. */
  staffed: boolean;
  /** Cancelled by the group too late to be free. */
  charged: boolean;
  /** The clocks skip the wanted time on this date: it is at the next that exists. */
  clockMoved: boolean;
  /** The end that is paid for, where the end of the evening was given back too late to be free. */
  paidTo: ClockTime | null;
  note: string | null;
};

/** What a price is worked out from, as it was when the space was booked: later prices are for later bookings. */
export type PriceList = Pick<BookableSpace, 'tariffs' | 'openingCostPence' | 'hirersLiability' | 'depositPence'>;
/** `quote` is null where the owner has named no price. `ownInsurance`: the group's own policy covers every date. */
export type Price = { lists: Readonly<Record<string, PriceList>>; ownInsurance: boolean; quote: Quote | null };

/** Where a space is, with what it belongs to. */
export type Place = {
  spaceId: string; spaceName: string; assetId: string; assetName: string; ownerId: string; areaId: string;
  /** The public is not told where it is, or that there is a room. */
  hidden: boolean;
};

export type Booking = {
  id: string; areaId: string; spaceId: string; groupId: string;
  state: BookingState;
  audience: Audience;
  purpose: string;
  /** What everybody may read. Neutral words, unless the group agreed to its name. */
  publicLabel: string;
  /** The rule in force from its last change on; earlier dates stay as they are. */
  recurrence: Recurrence; from: ClockTime; to: ClockTime; zone: string;
  people: number; layout: Layout | null;
  price: Price;
  /** The area's terms on the day of booking. */
  terms: RoomTerms;
  /** What casework adds: which request it came from, what was agreed. */
  details: Readonly<Record<string, unknown>>;
  startsOn: Day; endsOn: Day;
  /** The minute since 1970 until which dates are held for a request. */
  holdUntil: number | null;
  submission: string; createdBy: string; channel: Channel; receivedOn: Day; readBack: string | null; createdAt: string;
  version: number;
};

/** A booking with all its dates. */
export type DatedBooking = { booking: Booking; occurrences: Occurrence[] };

/** How somebody got in touch for whom an officer does something, and on which day. */
export type Brought = { channel: Channel; receivedOn: Day; readBack: string };
/** Who wishes for something; and how that came in, when an officer does it for a group. */
export type Asker = { personId: string; brought: Brought | null };

/** Why a date is not booked, beside what the space's own rules say. */
export const OBSTACLES = ['taken', 'held', 'closed', 'left_out', 'too_many_a_week'] as const;
export type Obstacle = (typeof OBSTACLES)[number] | Refusal;
export type NotFree = { date: Day; from: ClockTime; to: ClockTime; why: Obstacle };

/** Why a booking waits instead of being confirmed at once. */
export const WAITS_FOR = ['owner', 'test', 'price'] as const;
export type WaitsFor = (typeof WAITS_FOR)[number];

/** All dates or none, or those that are free with the others listed. */
export const WHICH_DATES = ['all', 'free'] as const;
export type WhichDates = (typeof WHICH_DATES)[number];

const empty = (value: unknown): unknown => (value === '' ? undefined : value);
const optional = <S extends z.ZodType>(schema: S) => z.preprocess(empty, schema.optional());
const id = (what: string) => z.string(`Choose ${what}.`).regex(/^[0-9a-f]{8}-[0-9a-f-]{27}$/, `Choose ${what}.`);
/** Also as people write it: "6pm", "18.30". */
const asClock = (value: unknown): unknown => {
  const minute = typeof value === 'string' ? minuteOf(value) : undefined;
  return minute === undefined ? value : clockOf(minute);
};
const endTime = z.preprocess(asClock, clockTimeSchema);
const startTime = z.preprocess(asClock, clockTimeSchema.refine((time) => time !== '24:00', 'Give the start as hours and minutes, for instance 18:00.'));
const people = z.coerce.number('Say how many people will come.').int('Say how many people will come, as a whole number.').min(1, 'Say how many people will come: at least 1.').max(100_000, 'Say how many people will come: up to 100,000.');
const version = z.coerce.number('Open the page again and repeat what you did.').int().min(1);

/** Assisted fields are needed from officers who book for somebody, and ignored from a group's own people. */
const forSomebody = assistedSchema.partial().shape;

export const newBookingSchema = z.object({
  space_id: id('a room'),
  group_id: id('a group'),
  recurrence: recurrenceSchema,
  from: startTime,
  to: endTime,
  people,
  layout: optional(z.enum(LAYOUTS, 'Choose how the chairs are to stand.')),
  purpose: z.string('Say in a few words what you need the room for.').trim().min(1, 'Say in a few words what you need the room for.').max(500, 'Use up to 500 characters.'),
  /** The group agrees that everybody may read its name beside the dates. */
  show_name: optional(z.literal('yes')),
  dates: z.enum(WHICH_DATES).default('all'),
  /** Days of the rule that are left out by wish. */
  except: z.array(daySchema).max(MOST_DATES).default([]),
  submission: optional(z.uuid()),
  ...forSomebody,
});
export type NewBooking = z.infer<typeof newBookingSchema>;

export const CHANGES = ['one', 'rest', 'add', 'give_back'] as const;
/**
 * `one` moves one date, `rest` changes a date and all after it (or all that are left), `add` puts in another date or brings a
 * cancelled one back, `give_back` ends an evening earlier. `date` is the day that the rule gave.
 */
export const changeSchema = z.object({
  version,
  what: z.enum(CHANGES, 'Say what you want to change.'),
  date: optional(daySchema),
  new_date: optional(daySchema),
  from: optional(startTime),
  to: optional(endTime),
  space_id: optional(id('a room')),
  recurrence: recurrenceSchema.optional(),
  /** Another last day, or another day of the week, where the rule is otherwise to stay as it is. */
  until: optional(daySchema),
  weekday: optional(z.coerce.number().pipe(z.literal(WEEKDAYS, 'Choose a day of the week.'))),
  dates: z.enum(WHICH_DATES).default('all'),
  ...forSomebody,
});
export type Change = z.infer<typeof changeSchema>;

export const CANCELS = ['one', 'rest', 'all'] as const;
export const cancelSchema = z.object({
  version,
  which: z.enum(CANCELS, 'Say which dates you want to cancel.'),
  date: optional(daySchema),
  ...forSomebody,
});
export type Cancel = z.infer<typeof cancelSchema>;

/** Why an owner may take a date back. `emergency` alone needs no notice. */
export const OWNER_REASONS = ['emergency', 'repairs', 'election', 'statutory_use', 'own_event', 'other'] as const;
export type OwnerReason = (typeof OWNER_REASONS)[number];
export const ownerCancelSchema = z.object({
  version,
  which: z.enum(CANCELS, 'Say which dates you want to cancel.'),
  date: optional(daySchema),
  reason: z.enum(OWNER_REASONS, 'Choose a reason.'),
  explanation: z.string('Explain the reason in a sentence.').trim().min(10, 'Explain the reason in a sentence. The group reads it.').max(500, 'Use up to 500 characters.'),
  alternative: z.string('Say what you offer instead.').trim().min(3, 'Say what you offer instead: another room, another day. If there is nothing, say so.').max(500, 'Use up to 500 characters.'),
  /** A date that is held for the group instead of the one taken back, and that it can take with one press. */
  instead_date: optional(daySchema),
  instead_from: optional(startTime),
  instead_to: optional(endTime),
  instead_space: optional(id('a room')),
});
export type OwnerCancel = z.infer<typeof ownerCancelSchema>;

/** Dates that were given up: by whom, and the booking before and after. `wish` is what an owner said. */
export type GivenUp = { by: 'group' | 'owner'; actor: string; before: Booking; after: Booking; occurrences: readonly Occurrence[]; dates: readonly Occurrence[]; wish: OwnerCancel | null };

/** Which of these dates are free in these rooms. */
export const checkSchema = z.object({
  space_ids: z.array(id('a room')).min(1, 'Name at least one room.').max(50, 'Name up to 50 rooms.'),
  recurrence: recurrenceSchema,
  from: startTime,
  to: endTime,
  people: people.default(1),
});
export type Check = z.infer<typeof checkSchema>;
