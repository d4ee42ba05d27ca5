import type { RoomTerms } from '../../groups/compact/compact-contract.ts';
import type { ClockTime, Day, Recurrence, Stretch } from '../../kernel/recurrence-contract.ts';
import type { Channel } from '../../ground/people/assisted-contract.ts';
import type { Audience, BookableSpace, Layout, Quote, Refusal } from '../spaces/space-contract.ts';

/** The last day of what does not run out. */
export const WITHOUT_END: Day = '9999-12-31';

/**
 * How a booking stands (rooms, casework reference 8.3). Finding a room comes before there is a booking; a request becomes one as
 * soon as it holds dates.
 * `requested` `offered` `default_offered`: dates are held until `holdUntil`. `deposit_due` `confirmed` `active`: dates are booked.
 * `declined` by the owner, `withdrawn` by the group, `lapsed` by time, `cancelled` after it was booked: nothing is held any more.
 * `ended` `deposit_returned` `evaluated` `closed`: over, and what comes after.
 */
export const BOOKING_STATES = [
  'requested',
  'offered',
  'default_offered',
  'deposit_due',
  'confirmed',
  'active',
  'declined',
  'withdrawn',
  'lapsed',
  'cancelled',
  'ended',
  'deposit_returned',
  'evaluated',
  'closed',
] as const;
export type BookingState = (typeof BOOKING_STATES)[number];
export const HELD_STATES: readonly BookingState[] = ['requested', 'offered', 'default_offered'];
export const BOOKED_STATES: readonly BookingState[] = ['deposit_due', 'confirmed', 'active'];
/** Where something may still be changed or cancelled. */
export const LIVE_STATES: readonly BookingState[] = [...HELD_STATES, ...BOOKED_STATES];

/** `skipped` was never booked: closed or taken when the others were, or left out by wish. Only `planned` dates hold a room. */
export const OCCURRENCE_STATES = [
  'planned',
  'used',
  'no_show',
  'cancelled_by_group',
  'cancelled_by_owner',
  'skipped',
] as const;
export type OccurrenceState = (typeof OCCURRENCE_STATES)[number];
/** Bookings and dates by which a group has had a room. */
export const HAD_STATES: readonly BookingState[] = [
  'confirmed',
  'active',
  'ended',
  'deposit_returned',
  'evaluated',
  'closed',
];
export const HAD_DATES: readonly OccurrenceState[] = ['planned', 'used', 'no_show'];

/** One date of a booking. Its times are those that count; `starts` and `ends` are the same as instants, without buffers. */
export type Occurrence = Stretch & {
  id: string;
  bookingId: string;
  /** The day that the rule gives: whatever happens to this date is kept by it. */
  originalDate: Day;
  date: Day;
  from: ClockTime;
  to: ClockTime;
  spaceId: string;
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
  spaceId: string;
  spaceName: string;
  assetId: string;
  assetName: string;
  ownerId: string;
  areaId: string;
  /** The public is not told where it is, or that there is a room. */
  hidden: boolean;
};

export type Booking = {
  id: string;
  /** Of the case that it belongs to: its request’s. */
  caseNumber: string | null;
  areaId: string;
  spaceId: string;
  groupId: string;
  state: BookingState;
  audience: Audience;
  purpose: string;
  /** What everybody may read. Neutral words, unless the group agreed to its name. */
  publicLabel: string;
  /** The rule in force from its last change on; earlier dates stay as they are. */
  recurrence: Recurrence;
  /** Days of the rule that are bank holidays are left out, also of what is added to the series later. */
  skipsDaysOff: boolean;
  from: ClockTime;
  to: ClockTime;
  zone: string;
  people: number;
  layout: Layout | null;
  price: Price;
  /** The area's terms on the day of booking. */
  terms: RoomTerms;
  /** Had at once by a group whose test was being scored: its dates count as trial dates. They stay, whatever the result was. */
  trial: boolean;
  /** The request that it came from. */
  requestId: string | null;
  /** The instant since which it is certain, where it was only asked for at first. */
  bookedAt: string | null;
  notice: EndNotice | null;
  /** When both sides were told what is missing for the first date. */
  startToldOn: Day | null;
  /** The last day of which its group has been reminded. */
  renewalToldFor: Day | null;
  /** The day from which it is over, where it is. */
  overOn: Day | null;
  /** From when on its group is asked how it went. */
  evaluationFrom: Day | null;
  startsOn: Day;
  endsOn: Day;
  /** The minute since 1970 until which dates are held for a request. */
  holdUntil: number | null;
  submission: string;
  createdBy: string;
  channel: Channel;
  receivedOn: Day;
  readBack: string | null;
  createdAt: string;
  version: number;
};

/** Notice to end a series before its last date. */
export type EndNotice = { side: 'group' | 'owner'; on: Day; lastDay: Day; reason: string };

/** A booking with all its dates. */
export type DatedBooking = { booking: Booking; occurrences: Occurrence[] };

/** How somebody got in touch for whom an officer does something, and on which day. */
export type Brought = { channel: Channel; receivedOn: Day; readBack: string };
/** Who wishes for something; and how that came in, when an officer does it for a group. */
export type Asker = { personId: string; brought: Brought | null };

/** Why a date is not booked, beside what the space's own rules say. */
export const OBSTACLES = ['taken', 'held', 'cleaning', 'closed', 'left_out', 'too_many_a_week', 'no_length'] as const;
export type Obstacle = (typeof OBSTACLES)[number] | Refusal;
/** `neighbour` and `most` say more of `cleaning` and `too_many_a_week`: who comes before or after, how many dates a week there may be. */
export type NotFree = {
  date: Day;
  from: ClockTime;
  to: ClockTime;
  why: Obstacle;
  neighbour?: Neighbour;
  most?: number;
};

/**
 * A booking just before or after, where only the time in which the room is cleaned and made ready is in the way: when it ends or
 * begins, and from or until when the room can be had.
 */
export type Neighbour = { is: 'before' | 'after'; at: ClockTime; free: ClockTime };

/** Why a booking waits instead of being confirmed at once. */
export const WAITS_FOR = ['owner', 'test', 'price'] as const;
export type WaitsFor = (typeof WAITS_FOR)[number];

/** All dates or none, or those that are free with the others listed. */
export const WHICH_DATES = ['all', 'free'] as const;
export type WhichDates = (typeof WHICH_DATES)[number];
