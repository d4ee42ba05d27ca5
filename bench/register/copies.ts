import type { Database } from '../../src/kernel/database.ts';

/** Columns of a copy that differ from the original's; `:copy` stands for its number, and `:bits` for that in hexadecimal. */
const CHANGED: Record<string, Record<string, string>> = {
  assets: {
    id: idOf('id'),
    code: `code || '-' || :bits`,
    public_code: `public_code || '-' || :bits`,
    lon: moved('lon'),
    lat: moved('lat'),
  },
  public_assets: {
    id: idOf('id'),
    document: `replace(document, id, ${idOf('id')})`,
    lon: moved('lon'),
    lat: moved('lat'),
  },
  desk_assets: { asset_id: idOf('asset_id'), code: `code || '-' || :bits` },
  // Below zero, so that they stay clear of the chain of facts, which goes on from the originals'.
  facts: { id: idOf('id'), subject_id: idOf('subject_id'), seq: '-(seq + :copy * 10000000)' },
};
/** The databases fill these themselves. */
const LEFT_OUT = ['row_no', 'words_vector'];

/**
 * Copies every asset, its public copy and its history within the database: many times faster than writing each.
 * A copy has ids and a code of its own and lies a little off, so that towns stay towns; hidden ones stay at the middle of their ward.
 * @param copy from 1 to 400
 */
export async function copyAll(db: Database, originals: number, copy: number): Promise<void> {
  const bits = copy.toString(16).padStart(4, '0');
  await db.transaction(async (trx) => {
    for (const [table, changed] of Object.entries(CHANGED)) {
      const columns = Object.keys(await trx(table).columnInfo()).filter((name) => !LEFT_OUT.includes(name));
      const values = columns.map((name) =>
        (changed[name] ?? `"${name}"`).replaceAll(':bits', `'${bits}'`).replaceAll(':copy', String(copy)),
      );
      await trx.raw(
        `insert into ${table} (${columns.map((name) => `"${name}"`).join(', ')}) select ${values.join(', ')} from ${table} where ${originalsOf(table, originals)}`,
      );
    }
  });
}

function originalsOf(table: string, originals: number): string {
  const rows = `select id from public_assets where row_no <= ${originals}`;
  if (table === 'public_assets') return `row_no <= ${originals}`;
  if (table === 'desk_assets') return `asset_id in (${rows})`;
  return table === 'facts' ? `subject_kind = 'asset' and subject_id in (${rows})` : `id in (${rows})`;
}

/** The first sixteen bits of a UUID, which are part of its time, say which copy it is. */
function idOf(column: string): string {
  return `:bits || substr(${column}, 5)`;
}

/** Up to some 600 metres off, by a number that differs from copy to copy and from asset to asset. */
function moved(column: 'lon' | 'lat'): string {
  const step = column === 'lon' ? 7_919 : 104_729;
  return `case when precision = 'exact' then ${column} + ((length(name) * 31 + :copy * ${step}) % 1000 - 500) * 0.00002 + ((:copy * ${step}) % 97) * 0.00001 else ${column} end`;
}
