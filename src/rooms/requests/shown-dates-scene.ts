import type { Booking, Occurrence } from '../bookings/booking-contract.ts';
import { clockWords } from '../bookings/clock-change-words.ts';
import { Problem } from '../../kernel/problem.ts';
import type { RoomOption } from './request-contract.ts';
import type { RequestDeps } from './request-deps.ts';
import type { NotAsked, ShownRoom, WantedDate } from './request-page-contract.ts';
import { requestsOn } from './request-store.ts';
import { whySkipped } from './skipped-words.ts';

type Deps = Pick<RequestDeps, 'db' | 'bookings' | 'rooms'>;

/** The dates of a request: as they are booked, as the owner was asked for them, or as the room would have them today. */
export function shownDates({ db, bookings, rooms }: Deps) {
  return datesOf;

  async function datesOf(
    option: RoomOption | undefined,
    current: ShownRoom | null,
    booking: Booking | undefined,
  ): Promise<{ dates: readonly WantedDate[]; leftOut: readonly NotAsked[] }> {
    if (booking) {
      const occurrences = await bookings.datesOf(db, booking.id);
      return {
        dates: occurrences.filter(({ state }) => TAKES_PLACE.includes(state)).map((one) => wantedDate(one, false)),
        leftOut: occurrences
          .filter(({ state }) => state === 'skipped')
          .map(({ date, note }) => ({ date, why: whySkipped(note) })),
      };
    }
    if (!option?.asked) return { dates: current?.outlook?.dates ?? [], leftOut: current?.outlook?.leftOut ?? [] };
    const request = await requestsOn(db).byId(option.requestId);
    const look = request && option.state === 'asked' ? await rooms.look(db, request, option.spaceId) : null;
    const others = new Set(look && !(look instanceof Problem) ? look.contested : []);
    return {
      dates: option.asked.dates.map((date) => ({
        date,
        from: request?.wish.from ?? '',
        to: request?.wish.to ?? '',
        contested: others.has(date),
        clock: null,
      })),
      leftOut: option.asked.leftOut,
    };
  }
}

/** What was given up since stands on the page of the booking. */
const TAKES_PLACE: readonly Occurrence['state'][] = ['planned', 'used', 'no_show'];

/** A date as the page of a request lists it. @param contested somebody else has asked for it too */
export const wantedDate = (one: Occurrence, contested: boolean): WantedDate => ({
  date: one.date,
  from: one.from,
  to: one.to,
  contested,
  clock: clockWords(one),
});
