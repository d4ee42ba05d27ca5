import type { Booking, Occurrence, Place } from './booking-contract.ts';
import type { TrialNumbers } from './trial-date-contract.ts';

/** One date as its page shows it, with what can still be done about it. */
export type ShownDate = Occurrence & {
  spaceName: string;
  /** Instant, ISO 8601, until which the group can cancel or move it without paying; null when it is past or given up. */
  freeUntil: string | null;
  /** What cancelling it now leaves to pay, in pence. Null where no price is named. */
  costsNow: number | null;
};
export type HistoryLine = { on: string; text: string };

/** Who looks at a booking, and what they may do with it. */
export type BookingViewer = {
  /** On whose side: a group's own people, officers who act for it, or those who only read or answer for the room. */
  as: 'group' | 'officer' | 'reader';
  mayTakeBack: boolean;
};

/** Dates that are about to be given up, and what that leaves to pay. */
export type GivingUp = { dates: ShownDate[]; costs: number | null };

/** A booking as its page shows it. */
export type BookingState = {
  booking: Booking;
  dates: ShownDate[];
  place: Place;
  spaceNames: Readonly<Record<string, string>>;
  group: { id: string; name: string; outsideName: string };
  /** Rooms of the same building that may be booked. */
  rooms: { id: string; name: string }[];
  /** What cancelling all dates to come leaves to pay now. */
  costsAll: number | null;
  /** Where its dates come among the trial dates of its group; null where they are none, or its group has passed since. */
  trial: TrialNumbers | null;
  history: HistoryLine[];
  today: string;
  now: number;
};
