import type { Db } from '../../kernel/database.ts';
import type { NewId } from '../../kernel/ids.ts';
import type { ArrivalNote } from './arrival-contract.ts';

/** Notes about keys and alarms. Nothing but the pages of those who open a building reads them. */
export function arrivalNotesOn(db: Db) {
  return {
    /** The notes of some buildings and of their rooms. */
    async of(assetIds: readonly string[]): Promise<ArrivalNote[]> {
      const rows = assetIds.length === 0 ? [] : await db('arrival_notes').whereIn('asset_id', [...assetIds]);
      return rows.map((row) => ({ assetId: row.asset_id, spaceId: row.space_id, note: row.note }));
    },
    /** Which notes somebody wrote; not what is in them: codes and keys stay on the pages of those who open a building. */
    async changedBy(personId: string): Promise<{ assetId: string; spaceId: string | null; changedAt: string }[]> {
      return (await db('arrival_notes').where({ changed_by: personId }).orderBy('id')).map((row) => ({
        assetId: row.asset_id,
        spaceId: row.space_id,
        changedAt: row.changed_at,
      }));
    },
    /** Lets one change the notes of a building at a time. */
    async lock(assetId: string): Promise<void> {
      await db('desk_assets').where({ asset_id: assetId }).forUpdate().first('asset_id');
    },
    /** Replaces all notes of a building; empty ones are not kept. */
    async replace(
      assetId: string,
      notes: readonly ArrivalNote[],
      { by, at, newId }: { by: string; at: string; newId: NewId },
    ): Promise<void> {
      await db('arrival_notes').where({ asset_id: assetId }).delete();
      const rows = notes
        .filter(({ note }) => note !== '')
        .map(({ spaceId, note }) => ({
          id: newId(),
          asset_id: assetId,
          space_id: spaceId,
          note,
          changed_by: by,
          changed_at: at,
        }));
      if (rows.length > 0) await db.batchInsert('arrival_notes', rows, 50);
    },
  };
}
