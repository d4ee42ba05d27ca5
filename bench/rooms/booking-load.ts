import type { DatedBooking } from '../../src/rooms/bookings/booking-contract.ts';
import { aWish } from '../../test/rooms/bookings/a-room.ts';
import type { BenchServer } from '../register/server.ts';
import { timed } from '../support/timing.ts';
import { dayFrom, ROOMS, type Booker, type Filled } from './few-rooms.ts';
import { plainOn, replay, statementsOf } from './replay.ts';

/** What was done, how long each piece took in milliseconds, and the least that the machine needs for it. */
export type Work = { what: string; took: number[]; floor: number[]; statements: number };

const CLIENTS = 4;
const SINGLES = 60;

/** Four people at once, each with single dates of their own. */
export async function several(server: BenchServer, filled: Filled): Promise<Work> {
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

/** A wish for a year of one evening a week. */
export function weekly(daysAhead: number) {
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

/** Who books: another group each time. */
export function bookerFor({ bookers }: Filled, at: number): Booker {
  const booker = bookers[at % bookers.length];
  if (!booker) throw new Error('There is nobody to book.');
  return booker;
}

/** @throws when the server did not answer with what was asked for: a fast mistake must not pass for a fast answer */
export async function posted(
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
export async function forget({ services: { db } }: Filled, id: string): Promise<void> {
  await db('claims')
    .whereIn('holder', db('occurrences').where({ booking_id: id }).select('id'))
    .delete();
  await db('occurrences').where({ booking_id: id }).delete();
  await db('bookings').where({ id }).delete();
}
