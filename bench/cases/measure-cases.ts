import { setTimeout as wait } from 'node:timers/promises';
import { startServer, type BenchServer } from '../register/server.ts';
import { homeOf, type Engine } from '../support/engines.ts';
import { ms, printTable, thousands, times, type Cell } from '../support/table.ts';
import { answered, percentile, timed } from '../support/timing.ts';
import { caseFloor } from './case-floor.ts';
import { dayFrom, filledCases, type FilledCases } from './filled-cases.ts';

/** The first of each kind warm the machine up and do not count. */
const WARM = 8;
const FEW = 40;
const MANY = 4_000;
const DUE = 20;
type Sizes = { cases: number; requests: number };
type Page = { what: string; path: string; cookie?: string; says: RegExp; times: number; floor(): Promise<number> };

/** The public page of a case, the desk with few and with many open cases, and what is due, beside the plain SQL. */
export async function measureCases(engine: Engine, { cases, requests }: Sizes): Promise<void> {
  console.log(`\n=== ${engine}, ${thousands(cases)} closed cases, the server with all its loops`);
  const home = await homeOf(engine, { lasting: true });
  const filled = await filledCases(home, cases);
  const { url, areaSlug, broker, open, closed } = filled;
  const floor = await caseFloor(url);
  await filled.addOpen(FEW - 1);
  const server = await startServer(url);
  await settled(server);
  const casePage = (what: string, id: string): Page => ({
    what,
    path: `/proposals/${id}`,
    says: /The sightline at the corner/g,
    times: 1,
    floor: () => floor.page(id),
  });
  const desk = (count: number, shown: number): Page => ({
    what: `desk of ${thousands(count)} open cases`,
    path: `/desk/proposals?area=${areaSlug}`,
    cookie: broker.cookie,
    says: /href="\/proposals\//g,
    times: shown,
    floor: () => floor.desk(open.areaId),
  });
  const rows = [
    await row(server, requests, casePage('page of an open case', open.id)),
    await row(server, requests, casePage('page of a closed case', closed.id)),
    await row(server, requests, desk(FEW, FEW)),
  ];
  const due = [await lookAtDue(filled, FEW, 0)];
  await filled.addOpen(MANY - FEW);
  rows.push(await row(server, requests, desk(MANY, FEW)));
  server.stop();
  printTable(
    'Over HTTP, beside the plain SQL (ms)',
    ['', 'p50', 'p95', 'CPU', 'SQL p50', 'SQL p95', 'ratio', 'statements'],
    rows,
  );
  await filled.addOpen(cases - MANY);
  due.push(await lookAtDue(filled, cases, 0), await lookAtDue(filled, cases, DUE));
  printTable('What is due (ms)', ['', 'took', 'steps', 'plain look'], due);
  await floor.close();
  await filled.services.db.destroy();
  await home.stop();
}

/** A start does every job once: waits until the server sends nothing of its own any more. */
async function settled(server: BenchServer): Promise<void> {
  for (let last = -1, now = 0; last !== now;) {
    last = now;
    await wait(2_000);
    now = (await server.state()).queries;
  }
}

async function row(server: BenchServer, requests: number, page: Page): Promise<Cell[]> {
  const { what, path, cookie, says, floor } = page;
  const asked = cookie === undefined ? {} : { cookie };
  const { text } = await answered(server.url + path, { ...asked, compressed: false });
  const said = text.match(says)?.length ?? 0;
  if (said < page.times) throw new Error(`${path} says ${says} ${said} times, not ${page.times}.`);
  const [took, least] = [[] as number[], [] as number[]];
  let before = await server.state();
  for (let at = 0; at < requests + WARM; at++) {
    if (at === WARM) before = await server.state();
    const { took: one } = await answered(server.url + path, asked);
    const { took: plain, result } = await timed(floor);
    if (result < page.times) throw new Error(`The plain SQL for ${path} found ${result} rows.`);
    if (at < WARM) continue;
    took.push(one);
    least.push(plain);
  }
  const after = await server.state();
  const each = (name: 'cpu' | 'queries'): number => (after[name] - before[name]) / requests;
  return [
    what,
    ms(percentile(took, 0.5)),
    ms(percentile(took, 0.95)),
    ms(each('cpu')),
    ms(percentile(least, 0.5)),
    ms(percentile(least, 0.95)),
    times(percentile(took, 0.5), percentile(least, 0.5)),
    Math.round(each('queries')),
  ];
}

/** The job, with so many clocks running and so many of them due. */
async function lookAtDue({ services, open }: FilledCases, clocks: number, due: number): Promise<Cell[]> {
  const { db, proposals } = services;
  if (due > 0) {
    const some = db('proposals')
      .where({ state: 'window' })
      .whereNot({ id: open.id })
      .orderBy('id')
      .limit(due)
      .select('id');
    await db('proposals')
      .whereIn('id', some)
      .update({ due_on: dayFrom(-1) });
  }
  const { took: plain } = await timed(() =>
    db('proposals').where('due_on', '<', dayFrom(0)).orderBy('due_on').orderBy('id').limit(200).select('id', 'due_on'),
  );
  const { took, result: steps } = await timed(() => proposals.runDue());
  if (steps < due) throw new Error(`Only ${steps} of ${due} due cases were taken on.`);
  return [`${thousands(clocks)} clocks, ${due} due`, ms(took), steps, ms(plain)];
}
