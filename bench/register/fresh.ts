import { performance } from 'node:perf_hooks';
import { setTimeout as wait } from 'node:timers/promises';
import type { Services } from '../../src/app.ts';
import { randomFrom } from '../support/random.ts';
import { ms, printTable } from '../support/table.ts';
import { answered, percentile } from '../support/timing.ts';
import { emptyCounty } from './country.ts';
import { addOne } from './fill.ts';
import type { BenchServer } from './server.ts';

const CHANGES = 25;

/** How long it takes until the server shows what this process, like an import, has committed. */
export async function measureFreshness({ url }: BenchServer, services: Services): Promise<void> {
  const random = randomFrom(11);
  const total = async (): Promise<number> =>
    JSON.parse(
      (await answered(`${url}/api/assets?area=${emptyCounty.details.slug}&limit=1`, { compressed: false })).text,
    ).total;
  const delays: number[] = [];
  for (let at = 0; at < CHANGES; at++) {
    const before = await total();
    await wait(random.below(1_000));
    await addOne(services, emptyCounty, at, random);
    const committed = performance.now();
    while ((await total()) === before) await wait(5);
    delays.push(performance.now() - committed);
  }
  printTable(
    'A change by another process shows after (milliseconds)',
    ['', 'p50', 'p95'],
    [['one asset', ms(percentile(delays, 0.5)), ms(percentile(delays, 0.95))]],
  );
}
