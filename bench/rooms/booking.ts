import { dated } from '../../src/kernel/recurrence.ts';
import { startServer, type BenchServer } from '../register/server.ts';
import { homeOf, type Engine } from '../support/engines.ts';
import { ms, printTable, times } from '../support/table.ts';
import { answered, percentile, timed } from '../support/timing.ts';
import { bookings, forty, posted, WARM, type Work } from './booking-load.ts';
import { dayFrom, filledBookings, ROOMS, ZONE, type Filled } from './few-rooms.ts';
import { floorOn } from './floor.ts';

const EACH = 50;

/** Booking, asking what is free, and the calendar of a building, over HTTP, beside what the database alone takes for it. */
export async function measureBooking(engine: Engine): Promise<void> {
  console.log(`\n=== ${engine}, twenty rooms, twenty thousand bookings, the server with all its loops`);
  const home = await homeOf(engine, { lasting: true });
  const filled = await filledBookings(home);
  const server = await startServer(filled.url);
  const single = (number: number, from: string, to: string) => ({
    room: number,
    dates: [dayFrom(10 + number)],
    from,
    to,
  });
  const work = [
    await bookings(server, filled, {
      what: 'book one date, one client',
      aim: 4,
      clients: 1,
      each: EACH,
      wish: (number) => single(number, '20:30', '21:30'),
    }),
    await bookings(server, filled, {
      what: 'book one date, four clients',
      aim: 4,
      clients: 4,
      each: EACH,
      wish: (number) => single(100 + number, '20:30', '21:30'),
    }),
    await bookings(server, filled, {
      what: 'book a series of 40 dates',
      aim: 3,
      clients: 1,
      each: EACH,
      wish: (number) => ({
        room: number,
        dates: forty(320 + (number % 7)),
        from: clock(17, number),
        to: clock(18, number),
      }),
    }),
    await checking(server, filled),
  ];
  printTable(
    'Over HTTP, beside the least that the database can do (ms)',
    ['', 'p50', 'p95', 'CPU', 'floor p50', 'floor p95', 'ratio', 'aim', 'statements'],
    work.map(({ what, aim, took, cpu, floor, statements }) => [
      what,
      ms(percentile(took, 0.5)),
      ms(percentile(took, 0.95)),
      ms(cpu),
      ms(percentile(floor, 0.5)),
      ms(percentile(floor, 0.95)),
      times(percentile(took, 0.5), percentile(floor, 0.5)),
      `${aim}×`,
      statements,
    ]),
  );
  await printCalendar(server, filled);
  server.stop();
  await filled.services.db.destroy();
  await home.stop();
}

/** Another hour for each round through the rooms. */
const clock = (hour: number, number: number): string => `${hour + Math.floor(number / 20)}:00`;

/** All twenty rooms for forty weekly dates at once: which are free? Half of the wishes meet bookings. */
async function checking(server: BenchServer, { url, rooms, leaves }: Filled): Promise<Work> {
  const plain = await floorOn(url);
  const [took, floor] = [[] as number[], [] as number[]];
  const before = await server.state();
  for (let at = 0; at < EACH; at++) {
    const dates = forty(3 + (at % 60));
    const [from, to] = at % 2 === 0 ? ['10:00', '12:00'] : ['12:00', '13:00'];
    const wish = { space_ids: rooms, recurrence: { kind: 'dates', dates }, from, to, people: 8 };
    const { took: one, result } = await timed(() => posted(server, '/api/bookings/check', wish, 200));
    const found = result as { dates: number; free: number }[];
    if (found.length !== ROOMS || found.some(({ dates: asked }) => asked !== 40))
      throw new Error('Not every date was looked at.');
    const stretches = dates.map((date) => dated(date, from, to, ZONE));
    const { took: least, result: taken } = await timed(() =>
      plain.taken(leaves.flatMap((leaf) => stretches.map(({ starts, ends }) => ({ leaf, starts, ends: ends + 15 })))),
    );
    const free = found.reduce((sum, room) => sum + room.free, 0);
    if (free + taken !== 800) throw new Error(`${free} dates are free and ${taken} taken.`);
    if (at >= WARM) took.push(one);
    if (at >= WARM) floor.push(least);
  }
  const after = await server.state();
  await plain.close();
  const used = (name: 'cpu' | 'queries'): number => (after[name] - before[name]) / EACH;
  return {
    what: `are ${ROOMS} rooms free on 40 dates?`,
    aim: 2.5,
    took,
    cpu: used('cpu'),
    floor,
    statements: Math.round(used('queries')),
  };
}

/** The month of a building with more than a thousand dates, as whoever answers for it opens it. */
async function printCalendar(server: BenchServer, { assetId, owner }: Filled): Promise<void> {
  const url = `${server.url}/desk/buildings/${assetId}/calendar?view=month&day=${dayFrom(60)}`;
  const ask = () => answered(url, { cookie: owner.cookie });
  const page = await answered(url, { cookie: owner.cookie, compressed: false });
  const dates = page.text.match(/href="\/bookings\//g)?.length ?? 0;
  if (dates < 1_000) throw new Error(`The calendar shows ${dates} dates.`);
  for (let at = 0; at < WARM; at++) await ask();
  const before = await server.state();
  const took: number[] = [];
  for (let at = 0; at < EACH; at++) took.push((await ask()).took);
  const after = await server.state();
  printTable(
    'The calendar of a building, a month (ms)',
    ['', 'p50', 'p95', 'CPU', 'aim CPU', 'statements'],
    [
      [
        `${dates} dates`,
        ms(percentile(took, 0.5)),
        ms(percentile(took, 0.95)),
        ms((after.cpu - before.cpu) / EACH),
        100,
        Math.round((after.queries - before.queries) / EACH),
      ],
    ],
  );
}
