import { plainOn, replay, statementsOf } from './replay.ts';
import { servicesOn } from '../register/fill.ts';
import { measured, startServer, type BenchServer, type Measured } from '../register/server.ts';
import type { ServerState } from '../register/server-process.ts';
import { filledRooms } from './many-rooms.ts';
import { searchesOn, type Search } from './searches.ts';
import { homeOf, type Engine } from '../support/engines.ts';
import { mb, ms, printTable, thousands, times } from '../support/table.ts';
import { answered, percentile, timed } from '../support/timing.ts';
import type { Services } from '../../src/app.ts';
import { finderSchema } from '../../src/rooms/finder/finder-contract.ts';

type Many = { spaces: number; claims: number; /** Searches of each kind. */ requests: number };
type Line = {
  search: Search;
  http: Measured;
  together: number[];
  driver: number[];
  fitting: number[];
  statements: number;
};
/** So many people search at once. */
const AT_ONCE = 10;

/** Searching for a term among many rooms, over HTTP and through the driver alone. */
export async function measureSearching(engine: Engine, { spaces, claims, requests }: Many): Promise<void> {
  console.log(`\n=== ${engine}, ${thousands(spaces)} rooms, ${thousands(claims)} claims`);
  const home = await homeOf(engine);
  const url = await filledRooms(home, { spaces, claims });
  const services = servicesOn(url);
  const searches = await searchesOn(services.db, requests);
  const server = await startServer(url);
  const lines: Line[] = [];
  for (const search of searches) lines.push(await measureSearch(server, services, url, search));
  printLines(lines);
  printMemory(await server.state());
  server.stop();
  await services.db.destroy();
  await home.stop();
}

/** Over HTTP, and then the very SQL that each of these searches sends, through the driver alone. */
async function measureSearch(server: BenchServer, services: Services, url: string, search: Search): Promise<Line> {
  const http = await measured(
    server,
    search.wishes.map((wish) => `${search.path}?${wish}`),
  );
  const together = await atOnce(server, search);
  const plain = await plainOn(url);
  const line: Line = { search, http, together, driver: [], fitting: [], statements: 0 };
  for (const wish of search.wishes) {
    const query = finderSchema.parse(Object.fromEntries(new URLSearchParams(wish)));
    const asked = await statementsOf(
      services.db,
      async () => void line.fitting.push((await services.finder.search(query)).count),
    );
    line.driver.push((await timed(() => replay(plain, asked))).took);
    line.statements = asked.length;
  }
  await plain.close();
  return line;
}

/** The same searches again, ten of them always under way. @returns the milliseconds of each */
async function atOnce({ url }: BenchServer, { path, wishes }: Search): Promise<number[]> {
  const [left, took] = [[...wishes], [] as number[]];
  const one = async (): Promise<void> => {
    for (let wish = left.pop(); wish !== undefined; wish = left.pop())
      took.push((await answered(`${url}${path}?${wish}`)).took);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, one));
  return took;
}

/** What the server's process holds after all of that, and the most that it held. */
function printMemory({ rss, peakRss, heap }: ServerState): void {
  console.log(`\nMemory of the server: ${mb(rss)}, of which ${mb(heap)} in objects; ${mb(peakRss)} at most`);
}

function printLines(lines: readonly Line[]): void {
  const half = (values: readonly number[]): number => percentile(values, 0.5);
  printTable(
    'Searching for a term, milliseconds',
    [
      '',
      'p50',
      'p95',
      'CPU',
      `p95, ${AT_ONCE} at once`,
      'driver p50',
      'driver p95',
      'p50 / driver',
      'stored p50',
      'kB',
      'queries',
      'rooms that fit',
    ],
    lines.map(({ search, http, together, driver, fitting, statements }) => [
      search.name,
      ms(http.p50),
      ms(http.p95),
      ms(http.cpu),
      ms(percentile(together, 0.95)),
      ms(half(driver)),
      ms(percentile(driver, 0.95)),
      times(http.p50, half(driver)),
      ms(http.floor50),
      (http.bytes / 1000).toFixed(0),
      statements,
      half(fitting),
    ]),
  );
}
