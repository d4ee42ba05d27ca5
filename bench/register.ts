import { parseArgs } from 'node:util';
import { emptied, filled, servicesOn } from './register/fill.ts';
import { measureFreshness } from './register/fresh.ts';
import { measureImport } from './register/import.ts';
import { measureLists } from './register/list.ts';
import { measureMap } from './register/map.ts';
import { printPlans } from './register/plans.ts';
import { startServer } from './register/server.ts';
import { ENGINES, homeOf, type Engine } from './support/engines.ts';
import { mb, printTable, thousands } from './support/table.ts';

const FEW = 10;
const { values } = parseArgs({
  args: process.argv.slice(3),
  options: {
    assets: { type: 'string', default: '1000000' },
    rows: { type: 'string', default: '100000' },
    engine: { type: 'string', default: 'both' },
    only: { type: 'string', default: 'map,list,fresh,import,plans' },
  },
});
const parts = new Set(values.only.split(','));

for (const engine of ENGINES) if (values.engine === 'both' || values.engine === engine) await measureEngine(engine);
process.exit();

async function measureEngine(engine: Engine): Promise<void> {
  console.log(`\n=== ${engine}, ${thousands(Number(values.assets))} assets`);
  const home = await homeOf(engine);
  const url = await filled(home, Number(values.assets));
  const few = await filled(home, FEW);
  const services = servicesOn(url);
  await emptied(services);
  if (parts.has('map') || parts.has('list') || parts.has('fresh')) await measureServer(url, few, services);
  if (parts.has('import')) await measureImport(services, Number(values.rows));
  await emptied(services);
  if (parts.has('plans')) await printPlans(services.db);
  await services.db.destroy();
  await home.stop();
}

async function measureServer(url: string, few: string, services: ReturnType<typeof servicesOn>): Promise<void> {
  const server = await startServer(url);
  const start = await server.state();
  if (parts.has('map')) await measureMap(server, services.db);
  if (parts.has('list')) {
    const small = await startServer(few);
    await measureLists(server, small);
    small.stop();
  }
  if (parts.has('fresh')) await measureFreshness(server, services);
  const end = await server.state();
  printTable(
    'Server',
    ['', 'index read in', 'memory', 'heap', 'peak'],
    [
      ['after its start', `${(server.indexMs / 1000).toFixed(1)} s`, mb(start.rss), mb(start.heap), mb(start.peakRss)],
      ['after all requests', '', mb(end.rss), mb(end.heap), mb(end.peakRss)],
    ],
  );
  server.stop();
}
