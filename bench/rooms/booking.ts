import type { DatedBooking } from '../../src/rooms/bookings/booking-contract.ts';
import { aWish } from '../../test/rooms/bookings/a-room.ts';
import { startServer, type BenchServer } from '../register/server.ts';
import { homeOf, type Engine } from '../support/engines.ts';
import { ms, printTable, times } from '../support/table.ts';
import { percentile, timed } from '../support/timing.ts';
import { bookerFor, forget, posted, several, weekly, type Work } from './booking-load.ts';
import { filledBookings, ROOMS, type Filled } from './few-rooms.ts';
import { plainOn, replay, statementsOf } from './replay.ts';

const CHECKS = 60;
const SERIES = 60;

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
