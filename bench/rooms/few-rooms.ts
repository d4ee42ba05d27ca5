import { migrate } from '../../db/migrate.ts';
import { insertAll } from '../../src/kernel/database.ts';
import { dated } from '../../src/kernel/recurrence.ts';
import { adoptTerms, aGroupOf, aRoom, aWish, type OurGroup } from '../../test/rooms/bookings/a-room.ts';
import { anAsset, aTown, type Town } from '../../test/support/domain.ts';
import type { TestServices } from '../../test/support/server.ts';
import { servicesOn } from '../register/fill.ts';
import type { Home } from '../support/engines.ts';
import { aSession } from '../support/session.ts';
import { thousands } from '../support/table.ts';

export const ROOMS = 20;
const BOOKINGS = 20_000;
const DAYS = 730;
export const ZONE = 'Europe/London';

/** Somebody who may book, and the cookie that says so. */
export type Booker = OurGroup & { cookie: string };
export type Filled = {
  url: string;
  services: TestServices;
  assetId: string;
  rooms: string[];
  /** The undivided space of each room. */
  leaves: number[];
  bookers: Booker[];
  /** Answers for the building. */
  owner: { cookie: string };
  /** Rows of a true booking and its date. */
  like: { booking: Record<string, unknown>; occurrence: Record<string, unknown> };
};

/** Twenty rooms with a thousand single bookings each, over two years of mornings and afternoons; evenings are free. */
export async function filledBookings(home: Home): Promise<Filled> {
  await home.create('bookings');
  const services = { ...servicesOn(home.url('bookings')), errors: [], stop: () => Promise.resolve() };
  await migrate(services.db);
  const town = await aTown(services);
  await adoptTerms(services, town, { dates_a_week: 50 });
  const { id: assetId } = await anAsset(services, town, { kind: 'building', state: 'in_use', name: 'Twenty Rooms' });
  const rooms: string[] = [];
  for (let at = 0; at < ROOMS; at++)
    rooms.push((await aRoom(services, town, { assetId, name: `Room ${at}`, daysAhead: 1_000, minutesAfter: 15 })).id);
  const bookers: Booker[] = [];
  for (let at = 0; at < ROOMS; at++) {
    const group = await aGroupOf(services, town, `booker-${at}@example.org`);
    bookers.push({ ...group, cookie: await aSession(services, group.asker.personId) });
  }
  // Not one of the bookers: a group may have but so many dates in a week.
  const like = await fill(services, rooms, await aGroupOf(services, town, 'many@example.org'));
  const leafOf = new Map(
    (await services.db('space_leaves')).map(({ space_id, leaf }): [string, number] => [space_id, leaf]),
  );
  const ownerId = await anOwnersPerson(services, town);
  await services.db.raw('analyze');
  console.log(`  ${thousands(BOOKINGS)} bookings of ${ROOMS} rooms`);
  return {
    url: home.url('bookings'),
    services,
    assetId,
    rooms,
    leaves: rooms.map((id) => leafOf.get(id) ?? 0),
    bookers,
    owner: { cookie: await aSession(services, ownerId) },
    like,
  };
}

/** Who books: another group each time. */
export function bookerFor({ bookers }: Filled, at: number): Booker {
  const booker = bookers[at % bookers.length];
  if (!booker) throw new Error('There is nobody to book.');
  return booker;
}

async function anOwnersPerson({ inOneTransaction, people }: TestServices, { owner }: Town): Promise<string> {
  return inOneTransaction(async (unit) => {
    const person = await people.personWith(unit, 'owen@example.org', 'Owen Owner', 'bench');
    const right = {
      role: 'owner_representative',
      scope: 'owner',
      scopeId: owner.id,
      areaId: null,
      endsOn: null,
    } as const;
    await people.grant(unit, person.id, right, 'bench');
    return person.id;
  });
}

export const dayFrom = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

/** Copies of one true booking, on other days and in other rooms. */
async function fill(
  { db, newId, bookings }: TestServices,
  rooms: readonly string[],
  { asker, groupId }: OurGroup,
): Promise<Filled['like']> {
  const made = await bookings.book(
    asker,
    aWish(rooms[0] ?? '', groupId, { recurrence: { kind: 'once', date: dayFrom(1) }, from: '22:00', to: '23:00' }),
  );
  const booking = await db('bookings').where({ id: made.booking.id }).first();
  const occurrence = await db('occurrences').where({ booking_id: made.booking.id }).first();
  const leaves = new Map((await db('space_leaves')).map(({ space_id, leaf }): [string, number] => [space_id, leaf]));
  const [rowsOf, claims] = [{ bookings: [] as object[], occurrences: [] as object[] }, [] as object[]];
  for (let number = 0; number < BOOKINGS; number++) {
    const [room, turn] = [rooms[number % ROOMS] ?? '', Math.floor(number / ROOMS)];
    const [id, date] = [newId(), dayFrom(2 + (turn % DAYS))];
    const [from, to] = turn < DAYS ? ['09:00', '11:00'] : ['14:00', '16:00'];
    const { starts, ends } = dated(date, from, to, ZONE);
    const holder = newId();
    rowsOf.bookings.push({
      ...booking,
      id,
      space_id: room,
      from_time: from,
      to_time: to,
      starts_on: date,
      ends_on: date,
      submission: newId(),
    });
    rowsOf.occurrences.push({
      ...occurrence,
      id: holder,
      booking_id: id,
      space_id: room,
      original_date: date,
      date,
      from_time: from,
      to_time: to,
      starts,
      ends,
    });
    claims.push({ leaf: leaves.get(room), starts, ends: ends + 15, kind: 'booking', holder, expires: null });
  }
  await db.transaction(async (trx) => {
    await insertAll(trx, 'bookings', rowsOf.bookings as Record<string, unknown>[]);
    await insertAll(trx, 'occurrences', rowsOf.occurrences as Record<string, unknown>[]);
    await insertAll(trx, 'claims', claims as Record<string, unknown>[]);
  });
  return { booking, occurrence };
}
