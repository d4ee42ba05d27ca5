import { dayIn, minuteNow } from '../../kernel/clock.ts';
import type { Db } from '../../kernel/database.ts';
import { notFound } from '../../kernel/problem.ts';
import type { DaysOff } from '../../kernel/working-days.ts';
import type { Booking } from '../bookings/booking-contract.ts';
import { dateOffersOn } from './date-offer-store.ts';
import { depositsOn } from './deposit-store.ts';
import { evaluationsOn } from './evaluation-store.ts';
import { heldDatesOn } from './held-date-store.ts';
import type { HireState } from './hire-contract.ts';
import type { HireDeps } from './hire-deps.ts';
import { RUNNING } from './hire-rules.ts';
import { stateFrom, type Read } from './hire-state-rules.ts';
import { inductionsOn } from './induction-store.ts';
import { grouped, type StartFactsReading } from './start-facts-service.ts';

type Deps = Pick<HireDeps, 'clock' | 'rooms' | 'bookings' | 'requests' | 'groups' | 'owners' | 'contactsOf'> & {
  ledger: Pick<HireDeps['ledger'], 'ofAll'>;
  facts: StartFactsReading;
};

/** How bookings stand between their confirmation and their end: any number of them in a constant number of queries. */
export function hireStates(deps: Deps) {
  const { clock, rooms, bookings, ledger, groups, owners, requests, facts } = deps;
  return {
    statesOf,
    /** @throws Problem 404 */
    async state(db: Db, id: string): Promise<HireState> {
      const [found] = await statesOf(db, [id]);
      if (!found) throw notFound('booking');
      return found;
    },
  };

  /** In the order of the ids; what there is not is left out. */
  async function statesOf(db: Db, ids: readonly string[]): Promise<HireState[]> {
    if (ids.length === 0) return [];
    const found = new Map((await bookings.byIds(db, ids)).map((one) => [one.id, one]));
    const ordered = ids.flatMap((id) => found.get(id) ?? []);
    const read = await readFor(db, ordered);
    return ordered.flatMap((booking) => stateFrom(booking, read, requests) ?? []);
  }

  async function readFor(db: Db, all: readonly Booking[]): Promise<Read> {
    const ids = all.map(({ id }) => id);
    const dates = await facts.datesOf(db, ids);
    const offers = await dateOffersOn(db).ofAll(ids);
    const spaceIds = [...new Set([...all, ...offers].map(({ spaceId }) => spaceId))];
    const places = await rooms.spaces.places(db, spaceIds);
    const answering = [...new Set([...places.map(({ ownerId }) => ownerId), ...all.map(({ areaId }) => areaId)])];
    const asked = [...new Set(all.flatMap(({ requestId }) => requestId ?? []))];
    const daysOff = new Map<string, DaysOff>();
    for (const areaId of new Set(all.map((one) => one.areaId)))
      daysOff.set(areaId, await rooms.areas.daysOff(db, areaId));
    return {
      now: minuteNow(clock),
      today: (zone) => dayIn(zone, clock()),
      dates,
      daysOff,
      starts: await facts.read(db, { bookings: all.filter(({ state }) => RUNNING.includes(state)), dates }),
      entries: grouped(await ledger.ofAll(db, ids), ({ bookingId }) => bookingId),
      offers: grouped(offers, ({ bookingId }) => bookingId),
      deductions: grouped(await depositsOn(db).deductionsOfAll(ids), ({ bookingId }) => bookingId),
      returns: byBooking(await depositsOn(db).returnsOf(ids)),
      evaluations: byBooking(await evaluationsOn(db).ofAll(ids)),
      inductions: await inductionsOn(db).ofAll(ids),
      held: grouped(await heldDatesOn(db).ofAll(ids), ({ bookingId }) => bookingId),
      places: new Map(places.map((one) => [one.spaceId, one])),
      requests: await requests.statesOf(db, asked),
      contacts: await deps.contactsOf(db, answering),
      groups: new Map(
        (await groups.byIds(db, [...new Set(all.map(({ groupId }) => groupId))])).map((one) => [one.id, one]),
      ),
      owners: new Map((await owners(db)).map(({ id, name }) => [id, name])),
    };
  }
}
export type HireStates = ReturnType<typeof hireStates>;

const byBooking = <T extends { bookingId: string }>(all: readonly T[]): Map<string, T> =>
  new Map(all.map((one) => [one.bookingId, one]));
