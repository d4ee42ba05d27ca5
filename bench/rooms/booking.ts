import type { DatedBooking } from '../../src/rooms/bookings/booking-contract.ts';
import { aWish } from '../../test/rooms/bookings/a-room.ts';
import { dayFrom, filledBookings, ROOMS, type Booker, type Filled } from './few-rooms.ts';
import { plainOn, replay, statementsOf } from './replay.ts';
import { startServer, type BenchServer } from '../register/server.ts';
import { homeOf, type Engine } from '../support/engines.ts';
import { ms, printTable, times } from '../support/table.ts';
import { percentile, timed } from '../support/timing.ts';

const CHECKS = 60;
const SERIES = 60;
const SINGLES = 60;
const CLIENTS = 4;

type Work = { what: string; took: number[]; floor: number[]; statements: number };

/** Checking and booking series in a few rooms, over HTTP and through the driver alone. */
export async function measureBooking(engine: Engine): Promise<void> {
  console.log(`\n=== ${engine}, twenty rooms, twenty thousand bookings`);
  const home = await homeOf(engine);
  const filled = await filledBookings(home);
  const server = await startServer(filled.url);
  const work = [await checking(server, filled), await booking(server, filled), await several(server, filled)];
  printTable(
    'Over HTTP, and the same SQL through the driver alone (ms)',
    ['', 'p50', 'p95', 'driver p50', 'driver p95', 'ratio', 'statements'],
    work.map(({ what, took, floor, statements }) => [
      what,
      ms(percentile(took, 0.5)),
      ms(percentile(took, 0.95)),
      ms(percentile(floor, 0.5)),
      ms(percentile(floor, 0.95)),
      times(percentile(took, 0.5), percentile(floor, 0.5)),
      statements,
    ]),
  );
  server.stop();
  await filled.services.db.destroy();
  await home.stop();
}

/** All twenty rooms for forty weekly dates at once: which are free? */
async function checking(server: BenchServer, { url, services, rooms }: Filled): Promise<Work> {
  const plain = await plainOn(url);
  const [took, floor] = [[] as number[], [] as number[]];
  let statements = 0;
  for (let at = 0; at < CHECKS; at++) {
    const wish = {
      space_ids: rooms,
      recurrence: weekly(at % 60),
      from: at % 2 === 0 ? '10:00' : '18:00',
      to: at % 2 === 0 ? '12:00' : '20:00',
      people: 8,
    };
    const { took: one } = await timed(() => posted(server, '/api/bookings/check', wish, 200));
    const asked = await statementsOf(services.db, () => services.bookings.freeDates(wish));
    const { took: least } = await timed(() => replay(plain, asked));
    if (at > 5) took.push(one);
    if (at > 5) floor.push(least);
    statements = asked.length;
  }
  await plain.close();
  return { what: `check ${ROOMS} rooms for 40 dates`, took, floor, statements };
}

/** A series of forty dates in a room, one after the other. */
async function booking(server: BenchServer, filled: Filled): Promise<Work> {
  const plain = await plainOn(filled.url);
  const [took, floor] = [[] as number[], [] as number[]];
  let statements = 0;
  for (let at = 0; at < SERIES; at++) {
    const [booker, room] = [bookerFor(filled, at), filled.rooms[at % ROOMS] ?? ''];
    const wish = aWish(room, booker.groupId, {
      recurrence: weekly(2 + Math.floor(at / ROOMS)),
      from: '18:00',
      to: '20:00',
    });
    const { took: one, result } = await timed(() => posted(server, '/api/bookings', wish, 201, booker));
    await forget(filled, (result as { id: string }).id);
    let made: DatedBooking | undefined;
    const asked = await statementsOf(
      filled.services.db,
      async () => void (made = await filled.services.bookings.book(booker.asker, wish)),
    );
    await forget(filled, made?.booking.id ?? '');
    const { took: least } = await timed(() => replay(plain, asked));
    await forget(filled, made?.booking.id ?? '');
    if (at > 5) took.push(one);
    if (at > 5) floor.push(least);
    statements = asked.length;
  }
  await plain.close();
  return { what: 'book a series of 40 dates', took, floor, statements };
}

/** Four people at once, each with single dates of their own. */
async function several(server: BenchServer, filled: Filled): Promise<Work> {
  const wishOf = (client: number, at: number) =>
    aWish(filled.rooms[(client * 5 + at) % ROOMS] ?? '', bookerFor(filled, client).groupId, {
      recurrence: { kind: 'once', date: dayFrom(10 + at * 5 + client) },
      from: '20:30',
      to: '22:00',
    });
  const clients = Array.from({ length: CLIENTS }, (_, client) => client);
  const asked = new Map<number, Awaited<ReturnType<typeof statementsOf>>[]>();
  for (const client of clients) {
    for (let at = 0; at < SINGLES; at++) {
      let made: DatedBooking | undefined;
      const statements = await statementsOf(
        filled.services.db,
        async () =>
          void (made = await filled.services.bookings.book(bookerFor(filled, client).asker, wishOf(client, at))),
      );
      asked.set(client, [...(asked.get(client) ?? []), statements]);
      await forget(filled, made?.booking.id ?? '');
    }
  }
  const ids: string[] = [];
  const took = (
    await Promise.all(
      clients.map(async (client) => {
        const mine: number[] = [];
        for (let at = 0; at < SINGLES; at++) {
          const { took: one, result } = await timed(() =>
            posted(server, '/api/bookings', wishOf(client, at), 201, bookerFor(filled, client)),
          );
          ids.push((result as { id: string }).id);
          mine.push(one);
        }
        return mine;
      }),
    )
  ).flat();
  for (const id of ids) await forget(filled, id);
  const floor = (
    await Promise.all(
      clients.map(async (client) => {
        const plain = await plainOn(filled.url);
        const mine = [] as number[];
        for (const statements of asked.get(client) ?? [])
          mine.push((await timed(() => replay(plain, statements))).took);
        await plain.close();
        return mine;
      }),
    )
  ).flat();
  return { what: `${CLIENTS} clients book single dates`, took, floor, statements: asked.get(0)?.[0]?.length ?? 0 };
}

function weekly(daysAhead: number) {
  const first = dayFrom(3 + daysAhead);
  const weekday = ((new Date(`${first}T00:00:00Z`).getUTCDay() + 6) % 7) + 1;
  return {
    kind: 'weekly' as const,
    every: 1,
    weekdays: [weekday as 1],
    from: first,
    until: new Date(Date.parse(first) + 39 * 7 * 86_400_000).toISOString().slice(0, 10),
  };
}

function bookerFor({ bookers }: Filled, at: number): Booker {
  const booker = bookers[at % bookers.length];
  if (!booker) throw new Error('There is nobody to book.');
  return booker;
}

/** @throws when the server did not answer with what was asked for: a fast mistake must not pass for a fast answer */
async function posted(
  { url }: BenchServer,
  path: string,
  body: object,
  expected: number,
  booker?: Booker,
): Promise<unknown> {
  const reply = await fetch(url + path, {
    method: 'POST',
    headers: {
      'Content-Type': 'application/json',
      Accept: 'application/json',
      ...(booker && { Cookie: booker.cookie }),
    },
    body: JSON.stringify(body),
  });
  const text = await reply.text();
  if (reply.status !== expected) throw new Error(`${path} answered ${reply.status}: ${text.slice(0, 500)}`);
  return JSON.parse(text);
}

/** Takes a booking away again, so that the next measures the same. */
async function forget({ services: { db } }: Filled, id: string): Promise<void> {
  await db('claims')
    .whereIn('holder', db('occurrences').where({ booking_id: id }).select('id'))
    .delete();
  await db('occurrences').where({ booking_id: id }).delete();
  await db('bookings').where({ id }).delete();
}
