import { type Db, insertAll, batches } from '../../kernel/database.ts';
import type { Asset, Point } from './asset-contract.ts';
import { isPublicCode, publicCodeOf } from './asset-redaction-rules.ts';

/** Fields that a column holds as JSON text. */
const JSON_FIELDS = [
  'shape',
  'plannedUse',
  'lastCheck',
  'release',
  'address',
  'identifiers',
  'tenureDetails',
  'features',
  'hazards',
  'evidence',
  'routes',
  'constraints',
  'costs',
  'lockedFields',
] as const satisfies readonly (keyof Asset)[];
const IN_JSON = new Set<string>(JSON_FIELDS);

/** The true record of every asset. Public pages never read it: they read what `publicAssetsOn` keeps. */
export function assetsOn(db: Db) {
  return {
    async byId(id: string): Promise<Asset | undefined> {
      const row = await db('assets').where({ id }).first();
      return row && fromRow(row);
    },
    /** One asset, held until the end of the transaction: whoever else wants to change it waits. */
    async lock(id: string): Promise<Asset | undefined> {
      const row = await db('assets').where({ id }).forNoKeyUpdate().first();
      return row && fromRow(row);
    },
    /** The owner's assets by code; hidden ones are found by their public code too. */
    async byCodes(ownerId: string, codes: string[]): Promise<Asset[]> {
      const own = await db('assets').where({ owner_id: ownerId }).whereIn('code', codes);
      // Two look-ups, each with its index: asked as one "or", both engines read all of the owner's rows.
      const publicCodes = codes.filter(isPublicCode);
      const hidden =
        publicCodes.length === 0
          ? []
          : await db('assets').where({ owner_id: ownerId }).whereIn('public_code', publicCodes);
      return [...new Map([...own, ...hidden].map((row) => [row.id, row])).values()].map(fromRow);
    },
    async add(assets: Asset[], list: string | null): Promise<void> {
      await insertAll(
        db,
        'assets',
        assets.map((asset) => ({ ...toRow(asset), imported_list: list })),
      );
    },
    async letGoOfWards(wardIds: readonly string[]): Promise<void> {
      await db('assets').whereIn('ward_id', wardIds).update({ ward_id: null });
    },
    /** An asset that was found to be another owner’s. No list has it any more; that of the owner before is remembered. */
    async move(asset: Asset, before: Pick<Asset, 'ownerId' | 'code'>): Promise<void> {
      await db('assets')
        .where({ id: asset.id })
        .update({ ...toRow(asset), imported_list: null, listed_owner_id: before.ownerId, listed_as: before.code });
    },
    /** Of these references in an owner’s list, those of places that were found to be another’s. */
    async movedAway(ownerId: string, codes: readonly string[]): Promise<string[]> {
      const moved: string[] = [];
      for (const batch of batches([...codes], 1))
        moved.push(
          ...(await db('assets').where({ listed_owner_id: ownerId }).whereIn('listed_as', batch).pluck('listed_as')),
        );
      return moved;
    },
    async change(asset: Asset): Promise<void> {
      await db('assets').where({ id: asset.id }).update(toRow(asset));
    },
    /** A page of the owner's live assets that an import of this list brought, in order of code. */
    async importedCodes(
      ownerId: string,
      list: string,
      after: string | null,
      limit: number,
    ): Promise<Pick<Asset, 'id' | 'code' | 'heldBy'>[]> {
      const query = db('assets')
        .where({ owner_id: ownerId, imported_list: list })
        .whereNull('retired_on')
        .orderBy('code')
        .limit(limit)
        .select('id', 'code', { heldBy: 'held_by' });
      return after === null ? query : query.where('code', '>', after);
    },
    async byIds(ids: string[]): Promise<Asset[]> {
      const rows: Row[] = [];
      for (const batch of batches(ids, 1)) rows.push(...(await db('assets').whereIn('id', batch)));
      return rows.map(fromRow);
    },
    /** A page of all assets in order of id: for rebuilding the public copies. */
    async page(after: string, limit: number): Promise<Asset[]> {
      return (await db('assets').where('id', '>', after).orderBy('id').limit(limit)).map(fromRow);
    },
  };
}

export type AssetStore = ReturnType<typeof assetsOn>;

type Row = Record<string, unknown>;

function toRow({ point, ...asset }: Asset): Row {
  const row: Row = { lon: point?.lon ?? null, lat: point?.lat ?? null, public_code: publicCodeOf(asset.id) };
  for (const [field, value] of Object.entries(asset)) {
    row[columnOf(field)] = IN_JSON.has(field) && value !== null ? JSON.stringify(value) : value;
  }
  return row;
}

function fromRow({ lon, lat, public_code, imported_list, listed_owner_id, listed_as, ...row }: Row): Asset {
  const point: Point | null = typeof lon === 'number' && typeof lat === 'number' ? { lon, lat } : null;
  const asset: Row = { point };
  for (const [column, value] of Object.entries(row)) {
    const field = fieldOf(column);
    asset[field] = IN_JSON.has(field) && typeof value === 'string' ? JSON.parse(value) : value;
  }
  return asset as Asset;
}

const columnOf = (field: string): string => field.replace(/[A-Z]/g, (capital) => `_${capital.toLowerCase()}`);
const fieldOf = (column: string): string => column.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
