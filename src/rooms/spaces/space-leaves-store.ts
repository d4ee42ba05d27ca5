import { insertAll, type Db } from '../../kernel/database.ts';

type Part = { id: string; number: number };

/** Works out anew which undivided spaces each space of these assets consists of. To be called whenever their spaces or parts change. */
export async function divideAssets(db: Db, assetIds: readonly string[]): Promise<void> {
  const rows: (Part & { parent_id: string | null })[] = await db('spaces')
    .whereIn('asset_id', assetIds)
    .whereNull('retired_on')
    .select('id', 'number', 'parent_id');
  await db('space_leaves').whereIn('space_id', db('spaces').whereIn('asset_id', assetIds).select('id')).delete();
  const parts = new Map<string, Part[]>();
  for (const row of rows)
    if (row.parent_id !== null) parts.set(row.parent_id, [...(parts.get(row.parent_id) ?? []), row]);
  await insertAll(
    db,
    'space_leaves',
    rows.flatMap((row) => leavesOf(row, parts).map((leaf) => ({ space_id: row.id, leaf }))),
  );
}

/** Numbers of the undivided spaces within one: its parts' parts, or itself. */
function leavesOf(space: Part, partsOf: ReadonlyMap<string, readonly Part[]>): number[] {
  const parts = partsOf.get(space.id) ?? [];
  return parts.length === 0 ? [space.number] : parts.flatMap((part) => leavesOf(part, partsOf));
}
