import { aWish } from '../../test/rooms/bookings/a-room.ts';
import { dated } from '../../src/kernel/recurrence.ts';
import type { BenchServer } from '../register/server.ts';
import { timed } from '../support/timing.ts';
import { bookerFor, dayFrom, ROOMS, ZONE, type Booker, type Filled } from './few-rooms.ts';
import { floorOn, type OnDay } from './floor.ts';

/** What was done, how long each took in milliseconds, what the server used for each, and what the database alone takes. */
export type Work = { what: string; aim: number; took: number[]; cpu: number; floor: number[]; statements: number };
type Wish = { room: number; dates: readonly string[]; from: string; to: string };

/** The first of each kind warm the machine up and do not count. */
export const WARM = 8;

/** Bookings over HTTP by some clients at once, and as many by the database alone. */
export async function bookings(
  server: BenchServer,
  filled: Filled,
  {
    what,
    aim,
    clients,
    each,
    wish,
  }: { what: string; aim: number; clients: number; each: number; wish(number: number): Wish },
): Promise<Work> {
  const numbers = (client: number): number[] => Array.from({ length: each }, (_, at) => at * clients + client);
  const all = <T>(work: (client: number) => Promise<T>): Promise<T[]> =>
    Promise.all(Array.from({ length: clients }, (_, client) => work(client)));
  const before = await server.state();
  const took = await all(async (client) => {
    const mine: number[] = [];
    for (const number of numbers(client)) {
      const booker = bookerFor(filled, number);
      const { room, dates, from, to } = wish(number);
      const recurrence = dates.length === 1 ? { kind: 'once', date: dates[0] } : { kind: 'dates', dates };
      const asked = aWish(filled.rooms[room % ROOMS] ?? '', booker.groupId, { recurrence, from, to });
      const { took: one, result } = await timed(() => posted(server, '/api/bookings', asked, 201, booker));
      const made = (result as { dates: unknown[] }).dates.length;
      if (made !== dates.length) throw new Error(`${made} of ${dates.length} dates were booked.`);
      mine.push(one);
    }
    return mine.slice(WARM);
  });
  const after = await server.state();
  const floor = await all(async (client) => {
    const plain = await floorOn(filled.url);
    const mine: number[] = [];
    for (const number of numbers(client)) {
      const { room, dates } = wish(number);
      // In the small hours, when the product booked nothing.
      const stretches = dates.map((date): OnDay => {
        const { starts, ends } = dated(date, '03:00', '04:00', ZONE);
        return { date, starts, ends };
      });
      const like = { ...filled.like, leaf: filled.leaves[room % ROOMS] ?? 0 };
      mine.push((await timed(() => plain.book(like, stretches))).took);
    }
    await plain.close();
    return mine.slice(WARM);
  });
  const count = clients * each;
  const used = (name: 'cpu' | 'queries'): number => (after[name] - before[name]) / count;
  return {
    what,
    aim,
    took: took.flat(),
    cpu: used('cpu'),
    floor: floor.flat(),
    statements: Math.round(used('queries')),
  };
}

/** Forty days a week apart. */
export const forty = (first: number): string[] => Array.from({ length: 40 }, (_, week) => dayFrom(first + 7 * week));

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
