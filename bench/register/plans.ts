import { publicAssetsOn } from '../../src/register/assets/public-asset-store.ts';
import { assetsOn } from '../../src/register/assets/asset-store.ts';
import { photosOn } from '../../src/register/assets/photo-store.ts';
import { isSqlite, type Database } from '../../src/kernel/database.ts';
import { publicHistory } from '../../src/kernel/facts.ts';

type Query = { sql: string; bindings: unknown[] };

/** How each engine goes about the queries that a large register makes often, or long. */
export async function printPlans(db: Database): Promise<void> {
  const latest = await publicAssetsOn(db).revision();
  const last = Number((await db('public_assets').max({ row: 'row_no' }).first())?.row);
  const asset = await db('assets').where('code', 'A-5').first('id', 'owner_id', 'public_code');
  const rows = Array.from({ length: 24 }, (_, at) => 1 + ((at * 7_919) % last));
  const codes = Array.from({ length: 500 }, (_, at) => `A-${at}`);
  const [copies, records] = [publicAssetsOn(db), assetsOn(db)];
  const queries: [string, () => Promise<unknown>][] = [
    ['a page of the index', () => copies.indexPage(Math.floor(last / 2), 2_000)],
    ['changed after a revision', () => copies.changedAfter({ revision: latest - 1, rowNo: last }, 2_000)],
    ['a page of documents', () => copies.byRows(rows)],
    ['places on the map', () => copies.places(rows, true)],
    ['words, one of them rare', () => copies.rowsMatching('nursery upper alderham')],
    ['a common word', () => copies.rowsMatching('library')],
    ['sitemap', () => copies.changes(asset.id, 5_000)],
    ['public copies by id', () => copies.byIds([asset.id])],
    ['an owner’s assets by code', () => records.byCodes(asset.owner_id, codes)],
    ['an owner’s imported codes', () => records.importedCodes(asset.owner_id, 'lga', 'A-5', 1_000)],
    ['photos', () => photosOn(db).ofAssets([asset.id])],
    ['a page of all assets', () => records.page(asset.id, 500)],
    ['public history', () => publicHistory(db, 'asset', asset.id)],
  ];
  console.log('\nPlans');
  for (const [name, run] of queries) {
    for (const query of await queriesOf(db, run))
      console.log(`  ${name}\n${(await planOf(db, query)).map((line) => `    ${line}`).join('\n')}`);
  }
}

async function queriesOf(db: Database, run: () => Promise<unknown>): Promise<Query[]> {
  const seen: Query[] = [];
  const listen = ({ sql, bindings }: Query): void => void seen.push({ sql: sql.replace(/\$\d+/g, '?'), bindings });
  db.on('query', listen);
  await run();
  db.off('query', listen);
  return seen;
}

async function planOf(db: Database, { sql, bindings }: Query): Promise<string[]> {
  if (isSqlite(db)) {
    const steps: { detail: string }[] = await db.raw(`explain query plan ${sql}`, bindings as string[]);
    return [...new Set(steps.map(({ detail }) => detail))];
  }
  const { rows }: { rows: { 'QUERY PLAN': string }[] } = await db.raw(
    `explain (analyze, costs off, timing off, buffers off, summary on) ${sql}`,
    bindings as string[],
  );
  return rows.map((row) => row['QUERY PLAN'].slice(0, 160));
}
