import type { Db } from '../../kernel/database.ts';
import { searchableWords } from '../../kernel/text.ts';
import { CONSTRAINTS, ROUTES, type AssetKind, type AssetState } from './asset-contract.ts';
import type { PublicAsset } from './public-asset-contract.ts';

/** What the register index keeps in memory of each public asset. */
export type IndexRow = {
  rowNo: number;
  id: string;
  areaId: string;
  ownerId: string;
  wardId: string | null;
  kind: AssetKind;
  state: AssetState;
  name: string;
  lon: number | null;
  lat: number | null;
  extentM2: number | null;
  routes: number;
  constraints: number;
  retired: boolean;
  revision: number;
};

/** One bit a value, in the order of the list in the contract. */
export function maskOf<T extends string>(list: readonly T[], values: readonly T[]): number {
  return values.reduce((mask, value) => mask | (1 << list.indexOf(value)), 0);
}

/** The columns that the register index keeps. */
export function indexColumns(db: Db) {
  return db('public_assets').select(
    'row_no',
    'id',
    'area_id',
    'owner_id',
    'ward_id',
    'kind',
    'state',
    'name',
    'lon',
    'lat',
    'extent_m2',
    'routes',
    'constraints',
    'retired_on',
    'revision',
  );
}

/** A row of those, in our names. */
export function toIndexRow(row: {
  row_no: number;
  id: string;
  area_id: string;
  owner_id: string;
  ward_id: string | null;
  kind: AssetKind;
  state: AssetState;
  name: string;
  lon: number | null;
  lat: number | null;
  extent_m2: number | null;
  routes: number;
  constraints: number;
  retired_on: string | null;
  revision: number;
}): IndexRow {
  return {
    rowNo: row.row_no,
    id: row.id,
    areaId: row.area_id,
    ownerId: row.owner_id,
    wardId: row.ward_id,
    kind: row.kind,
    state: row.state,
    name: row.name,
    lon: row.lon,
    lat: row.lat,
    extentM2: row.extent_m2,
    routes: row.routes,
    constraints: row.constraints,
    retired: row.retired_on !== null,
    revision: row.revision,
  };
}

/** A public copy as its table takes it: what is searched for in columns of its own, all of it as a document. */
export function toRow(asset: PublicAsset, now: Date): Record<string, unknown> {
  return {
    id: asset.id,
    area_id: asset.area.id,
    owner_id: asset.owner.id,
    ward_id: asset.ward?.id ?? null,
    kind: asset.kind,
    state: asset.state,
    name: asset.name,
    precision: asset.precision,
    hidden: asset.redacted,
    shape: asset.shape && JSON.stringify(asset.shape),
    lon: asset.point?.lon ?? null,
    lat: asset.point?.lat ?? null,
    extent_m2: asset.kind === 'land' ? asset.landAreaM2 : (asset.floorAreaM2 ?? asset.landAreaM2),
    routes: maskOf(
      ROUTES,
      asset.routes.map(({ route }) => route),
    ),
    constraints: maskOf(
      CONSTRAINTS,
      asset.constraints.map(({ kind }) => kind),
    ),
    retired_on: asset.retiredOn,
    words: wordsOf(asset),
    document: JSON.stringify(asset),
    changed_at: now.toISOString(),
    revision: 0,
  };
}

function wordsOf({
  name,
  code,
  site,
  address,
  ward,
  owner,
  functionLabel,
  description,
  features,
}: PublicAsset): string {
  const texts = [
    name,
    code,
    site,
    ...Object.values(address),
    ward?.name,
    owner.name,
    functionLabel,
    description,
    ...features,
  ];
  return searchableWords(texts.filter((text) => text).join(' ')).join(' ');
}
