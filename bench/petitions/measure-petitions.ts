import { setTimeout as wait } from 'node:timers/promises';
import { startServer, type BenchServer } from '../register/server.ts';
import { homeOf, type Engine } from '../support/engines.ts';
import { ms, printTable, thousands, type Cell } from '../support/table.ts';
import { answered, percentile, timed } from '../support/timing.ts';
import { filledPetition } from './filled-petition.ts';

const A_SECOND = 20;
const PAGES = 60;

/** Signing at the pace of a good day, the page of counts, and the finder, over a petition with as many signatures as a town. */
export async function measurePetitions(
  engine: Engine,
  { signatures, seconds }: { signatures: number; seconds: number },
): Promise<void> {
  console.log(`\n=== ${engine}, a petition with ${thousands(signatures)} signatures`);
  // Each signer comes from a network of their own, as a proxy in front of the server says.
  process.env['TRUST_PROXY'] = '1';
  const home = await homeOf(engine, { lasting: true });
  const { url, services, id } = await filledPetition(home, signatures);
  const server = await startServer(url);
  await settled(server);
  const page: number[] = [];
  for (let at = 0; at < PAGES; at++) page.push((await answered(`${server.url}/petitions/${id}`)).took);
  const before = await signers();
  const { took, refused } = await signAll(`${server.url}/petitions/${id}/sign`, seconds);
  const lost = seconds * A_SECOND - ((await signers()) - before);
  const { took: finder, result } = await timed(() => services.petitions.judging.patterns(id));
  server.stop();
  const row = (what: string, of: readonly number[]): Cell[] => [
    what,
    ms(percentile(of, 0.5)),
    ms(percentile(of, 0.95)),
  ];
  printTable(
    'Over HTTP (ms)',
    ['', 'p50', 'p95'],
    [row('page with the counts', page), row(`signing, ${A_SECOND} a second`, took)],
  );
  console.log(
    `  ${thousands(took.length)} signed, ${refused} refused, ${lost} lost; finder: ${Math.round(finder)} ms, ${result.length} patterns`,
  );
  await services.db.destroy();
  await home.stop();

  async function signers(): Promise<number> {
    return Number((await services.db('petition_signatures').where({ petition_id: id }).count({ n: '*' }).first())?.n);
  }
}

/** A start does every job once: waits until the server sends nothing of its own any more. */
async function settled(server: BenchServer): Promise<void> {
  for (let last = -1, now = 0; last !== now;) {
    last = now;
    await wait(2_000);
    now = (await server.state()).queries;
  }
}

/** So many a second, whether or not those before were answered. */
async function signAll(url: string, seconds: number): Promise<{ took: number[]; refused: number }> {
  const took: number[] = [];
  let refused = 0;
  const asked: Promise<void>[] = [];
  const began = performance.now();
  for (let at = 0; at < seconds * A_SECOND; at++) {
    await wait(Math.max(0, began + (at * 1_000) / A_SECOND - performance.now()));
    asked.push(sign(at));
  }
  await Promise.all(asked);
  return { took, refused };

  async function sign(at: number): Promise<void> {
    const start = performance.now();
    const reply = await fetch(url, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        accept: 'application/json',
        'x-forwarded-for': `10.${at >> 16}.${(at >> 8) & 255}.${at & 255}`,
      },
      body: JSON.stringify({
        name: `Signer ${at.toString(36)}`,
        postcode: 'ZZ1 1AA',
        basis: 'live',
        age: 'adult',
        email: `signer-${at.toString(36)}@example.org`,
      }),
    });
    await reply.arrayBuffer();
    took.push(performance.now() - start);
    if (reply.status !== 201) refused++;
  }
}
