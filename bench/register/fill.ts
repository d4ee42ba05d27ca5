import { migrate } from '../../db/migrate.ts';
import type { Clock } from '../../src/kernel/clock.ts';
import { makeLogger } from '../../src/kernel/logging.ts';
import { makeServices, type Services } from '../../src/app.ts';
import type { Area, Owner } from '../../src/ground/areas/area-contract.ts';
import { readConfig } from '../../src/kernel/config.ts';
import { unitsOfWork } from '../../src/kernel/facts.ts';
import type { Home } from '../support/engines.ts';
import { randomFrom, type Random } from '../support/random.ts';
import { thousands } from '../support/table.ts';
import { copyAll } from './copies.ts';
import { counties, emptyCounty, partsOf, type County } from './country.ts';
import { syntheticAsset } from './synthetic-assets.ts';

/** Raise it when what a filled database holds has changed: older ones are then made anew. */
const EDITION = 2;
/** So many are written one by one; what is beyond them are copies that lie a little off. */
const ORIGINALS = 40_000;
const BATCH = 500;
const PER_TRANSACTION = 20_000;

/** @param clock the machine's, unless what is filled in lies in the past */
export function servicesOn(databaseUrl: string, clock?: Clock): Services {
  return makeServices(
    readConfig({
      DATABASE_URL: databaseUrl,
      DATA_DIR: 'data/bench/files',
      DEMO: 'off',
      LOG_LEVEL: 'error',
      TRUST_PROXY: process.env['TRUST_PROXY'] ?? 'off',
    }),
    makeLogger('error'),
    undefined,
    clock,
  );
}

/** A database with so many assets; the one of an earlier run when there is one. @returns its URL */
export async function filled(home: Home, assets: number): Promise<string> {
  const name = `register_${assets}_${EDITION}`;
  if (home.isFinished(name)) return migrated(home.url(name));
  const started = performance.now();
  await home.create(name);
  const services = servicesOn(home.url(name));
  await migrate(services.db);
  const all: Filling[] = [];
  for (const county of counties) all.push(await created(services, county));
  await created(services, emptyCounty);
  const originals = Math.min(assets, ORIGINALS);
  const share = Math.ceil(originals / all.length);
  for (const [at, one] of all.entries())
    await fillArea(services, one, Math.min(share, originals - at * share), randomFrom(1_000 + at));
  for (let copy = 1; copy < Math.ceil(assets / originals); copy++) {
    await copyAll(services.db, Math.min(originals, assets - copy * originals), copy);
    console.log(
      `  ${thousands(Math.min(assets, (copy + 1) * originals))} assets after ${Math.round((performance.now() - started) / 1000)} s`,
    );
  }
  await services.db.raw('analyze');
  await services.db.destroy();
  home.finish(name);
  return home.url(name);
}

/** What an earlier run filled may lack the newest migrations. */
async function migrated(url: string): Promise<string> {
  const { db } = servicesOn(url);
  await migrate(db);
  await db.destroy();
  return url;
}

type Filling = { county: County; area: Area; owners: Owner[] };

async function created({ areas, inOneTransaction }: Services, county: County): Promise<Filling> {
  const area = await areas.create(county.details, partsOf(county));
  const owners: Owner[] = [];
  for (const { name, kind } of county.owners)
    owners.push(await inOneTransaction(({ trx }) => areas.ownerNamed(trx, area.id, name, kind)));
  return { county, area, owners };
}

/** Through the register's own door, so that every row is what the product would have written; only nobody listens. */
async function fillArea(
  { db, clock, newId, register }: Services,
  { county, area, owners }: Filling,
  count: number,
  random: Random,
): Promise<void> {
  const inOneTransaction = unitsOfWork({
    db,
    clock,
    newId,
    reactions: () => [],
    listeners: [],
    onError: console.error,
  });
  for (let done = 0; done < count;) {
    await inOneTransaction(async (unit) => {
      const writing = await register.writing({ unit, area, owners, actor: 'bench' });
      for (const end = Math.min(count, done + PER_TRANSACTION); done < end; done += BATCH) {
        const news = Array.from({ length: Math.min(BATCH, end - done) }, (_, at) =>
          syntheticAsset(random, county, done + at),
        );
        await writing.add(random.one(owners), news, { source: 'From the owner’s list.', list: 'lga' });
      }
      await writing.finish();
    });
  }
}

/** Adds one asset to a county. */
export async function addOne(services: Services, county: County, number: number, random: Random): Promise<void> {
  const area = await services.areas.bySlug(county.details.slug);
  if (!area) throw new Error(`There is no area ${county.details.slug}.`);
  const owners = (await services.areas.owners()).filter(({ areaId }) => areaId === area.id);
  await unitsOfWork({ ...services, reactions: () => [], listeners: [], onError: console.error })(async (unit) => {
    const writing = await services.register.writing({ unit, area, owners, actor: 'bench' });
    await writing.add(random.one(owners), [syntheticAsset(random, county, number)], {
      source: 'From the owner’s list.',
      list: 'lga',
    });
    await writing.finish();
  });
}

/** Takes out again what measuring put into the empty county. The product itself deletes no asset, and no fact can be deleted. */
export async function emptied({ db, areas }: Services): Promise<void> {
  const area = await areas.bySlug(emptyCounty.details.slug);
  if (!area) return;
  for (const table of ['desk_assets', 'public_assets', 'assets']) await db(table).where({ area_id: area.id }).delete();
  for (const table of ['imports', 'import_mappings']) await db(table).delete();
}
