import type { Day, Weekday } from '../../kernel/recurrence-contract.ts';
import type { Facilities } from './facility-contract.ts';

export const LAYOUTS = ['boardroom', 'theatre', 'standing'] as const;
export type Layout = (typeof LAYOUTS)[number];

/** The price list that goes for a group. */
export const AUDIENCES = ['community', 'charity', 'private', 'commercial'] as const;
export type Audience = (typeof AUDIENCES)[number];

/** What a tariff's price is for: an hour or part of it, half a day (up to four hours), one date however long, or the whole booking. */
export const TARIFF_BASES = ['hour', 'half_day', 'session', 'fixed'] as const;
export type TariffBasis = (typeof TARIFF_BASES)[number];
export type Tariff = { id: string; audience: Audience; basis: TariffBasis; pence: number; from: Day | null };

/**
 * Who answers for injuries when a group has no policy of its own: the building's cover for hirers. `null` where nobody has told us.
 * The percentage is of the hire; the minimum is for each booking.
 */
export type HirersLiability =
  | { available: false; note: string | null }
  | {
      available: true;
      cost:
        | { kind: 'free' }
        | { kind: 'percent'; percent: number; minimumPence: number }
        | { kind: 'fixed'; pence: number };
      exclusions: string | null;
    };

/** How a wish for this window is answered: at once, by the owner, or only after talking. */
export const APPROVALS = ['instant', 'owner', 'negotiation'] as const;
export type Approval = (typeof APPROVALS)[number];
export const TERMS = ['always', 'term_time', 'holidays'] as const;

/** A stretch of a weekday in which a space may be booked. Minutes of the day, half-open; seasons include both days. */
export type OpeningWindow = {
  id: string;
  weekday: Weekday;
  from: number;
  to: number;
  seasonFrom: Day | null;
  seasonTo: Day | null;
  term: (typeof TERMS)[number];
  approval: Approval;
  /** Published as open: when the owner has joined the compact, silence for the agreed days is an offer. */
  publishedOpen: boolean;
  /** Somebody is in the building anyway, so that opening costs nothing. */
  staffed: boolean;
  note: string | null;
};

/** A first and a last day between which a school or an area is in term. */
export type Term = { name: string; from: Day; to: Day };

/** A room, hall, pitch or yard inside an asset, in short. It may be part of another: a half of a hall. */
export type SpaceSummary = {
  id: string;
  assetId: string;
  parentId: string | null;
  name: string;
  description: string | null;
  floor: string | null;
  floorAreaM2: number | null;
  /** The most people in any layout; `null` where nobody has told us. */
  capacity: number | null;
  /** May groups ask for it here? Otherwise it is only described. */
  bookable: boolean;
};

/** What nothing is searched by, kept together as one text. */
export type SpaceDetails = {
  layouts: Partial<Record<Layout, number>>;
  facilities: Facilities;
  equipment: readonly string[];
  activities: string | null;
  notAllowed: string | null;
  conditions: string | null;
  /** Why groups cannot ask for it, for everybody to read. Always `null` where they can. */
  whyNotBookable: string | null;
  /** What is said about access beside the facilities, which are searched by. */
  accessNotes: string | null;
  hirersLiability: HirersLiability | null;
  /** Minutes kept free before and after each booking. */
  minutesBefore: number;
  minutesAfter: number;
  shortestMinutes: number;
  longestMinutes: number;
  /** Bookings start at multiples of this many minutes after midnight. */
  stepMinutes: number;
  /** Hours between asking and the first date, and days ahead that can be booked. */
  noticeHours: number;
  daysAhead: number;
  closedOnBankHolidays: boolean;
  /** What opening costs the hirer on a date when nobody is in the building anyway, in pence. */
  openingCostPence: number;
  caretaking: string | null;
  depositPence: number;
};

export type Space = SpaceSummary &
  SpaceDetails & {
    /** Short number for the database's guard against double booking. */
    number: number;
    /** Counts the changes, so that of two who edit at once the second is told. */
    version: number;
    /** Set when it is no longer let: it is in no list, and only its past is shown. */
    retiredOn?: Day;
  };

/** What goes for a space of which nobody has said more: described, not bookable. */
export const UNTOLD: SpaceDetails = {
  layouts: {},
  facilities: {},
  equipment: [],
  activities: null,
  notAllowed: null,
  conditions: null,
  whyNotBookable: null,
  accessNotes: null,
  hirersLiability: null,
  minutesBefore: 0,
  minutesAfter: 0,
  shortestMinutes: 60,
  longestMinutes: 12 * 60,
  stepMinutes: 15,
  noticeHours: 48,
  daysAhead: 400,
  closedOnBankHolidays: true,
  openingCostPence: 0,
  caretaking: null,
  depositPence: 0,
};

/** A space with everything that decides whether and at what price it may be booked. */
export type BookableSpace = Space & {
  /** Numbers of the undivided spaces it is made of: its own when it has no parts. A booking claims each of them. */
  leaves: readonly number[];
  windows: readonly OpeningWindow[];
  tariffs: readonly Tariff[];
  terms: readonly Term[];
};

/** What is wanted on one date. Minutes of the day; `to` beyond 1440 runs into the next day. */
export type Wanted = { date: Day; from: number; to: number };

/** Why a date cannot be booked, whatever else is booked there. */
export const REFUSALS = [
  'not_bookable',
  'too_short',
  'too_long',
  'wrong_start',
  'wrong_end',
  'bank_holiday',
  'outside_terms',
  'not_open',
  'past',
  'too_soon',
  'too_far_ahead',
  'too_many_people',
] as const;
export type Refusal = (typeof REFUSALS)[number];

export type Verdict =
  { ok: true; approval: Approval; publishedOpen: boolean; staffed: boolean } | { ok: false; refusal: Refusal };

/** A full price, before anybody enquires. Pence. Not known (`null`) when the owner has given no price for this kind of group. */
export type Quote = {
  hirePence: number;
  openingPence: number;
  insurancePence: number;
  depositPence: number;
  /** All but the deposit, which comes back. */
  totalPence: number;
  lines: readonly PriceLine[];
};
export type PriceLine = { label: string; count: number; pence: number };

/** Lines of the same kind and at the same rate as one: whoever adds them up finds the same sum. */
export function grouped(lines: readonly PriceLine[]): PriceLine[] {
  const alike = new Map<string, PriceLine>();
  for (const { label, count, pence } of lines) {
    const rate = `${label} ${pence / count}`;
    const known = alike.get(rate) ?? { label, count: 0, pence: 0 };
    alike.set(rate, { label, count: known.count + count, pence: known.pence + pence });
  }
  return [...alike.values()];
}
