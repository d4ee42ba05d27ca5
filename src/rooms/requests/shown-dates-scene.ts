import type { Booking } from '../bookings/booking-contract.ts';
import type { RoomOption } from './request-contract.ts';
import type { RequestDeps } from './request-deps.ts';
import type { NotAsked, ShownRoom, WantedDate } from './request-page-contract.ts';
import { requestsOn } from './request-store.ts';
import { whySkipped } from './skipped-words.ts';

type Deps = Pick<RequestDeps, 'db' | 'bookings'>;

/** The dates of a request: as they are booked, as the owner was asked for them, or as the room would have them today. */
export function shownDates({ db, bookings }: Deps) {
  return datesOf;

  async function datesOf(
    option: RoomOption | undefined,
    current: ShownRoom | null,
    booking: Booking | undefined,
  ): Promise<{ dates: readonly WantedDate[]; leftOut: readonly NotAsked[] }> {
    if (booking) {
      const occurrences = await bookings.datesOf(db, booking.id);
      return {
        dates: occurrences
          .filter(({ state }) => state !== 'skipped')
          .map(({ date, from, to }) => ({ date, from, to, contested: false })),
        leftOut: occurrences
          .filter(({ state }) => state === 'skipped')
          .map(({ date, note }) => ({ date, why: whySkipped(note) })),
      };
    }
    if (!option?.asked) return { dates: current?.outlook?.dates ?? [], leftOut: current?.outlook?.leftOut ?? [] };
    const request = await requestsOn(db).byId(option.requestId);
    return {
      dates: option.asked.dates.map((date) => ({
        date,
        from: request?.wish.from ?? '',
        to: request?.wish.to ?? '',
        contested: option.state === 'asked',
      })),
      leftOut: option.asked.leftOut,
    };
  }
}
