import type { Booking, Occurrence, Place } from './booking-contract.ts';

/** One date as its page shows it, with what can still be done about it. */
export type ShownDate = Occurrence & {
  spaceName: string;
  /** Instant, ISO 8601, until which the group can cancel or move it without paying; null when it is past or given up. */
  freeUntil: string | null;
  /** What cancelling it now leaves to pay, in pence. Null where no price is named. */
  costsNow: number | null;
};
export type HistoryLine = { on: string; text: string };

/** A booking as its page shows it. */
export type BookingState = {
  booking: Booking; dates: ShownDate[]; place: Place; spaceNames: Readonly<Record<string, string>>;
  group: { id: string; name: string; outsideName: string };
  /** What cancelling all dates to come leaves to pay now. */
  costsAll: number | null;
  history: HistoryLine[];
  today: string; now: number;
};
