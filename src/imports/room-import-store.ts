import type { Db } from '../kernel/database.ts';
import type { RoomImport, RoomSaid } from './room-import-contract.ts';

type Row = {
  id: string; area_id: string; owner_id: string | null; owner_name: string; person_id: string; file_name: string; content: string | null; options: string; state: RoomImport['state']; report: string | null; changed_at: string;
};
type Change = Partial<Pick<RoomImport, 'options' | 'state' | 'report' | 'file' | 'ownerId'>>;

/** What lists of rooms said last, and lists that somebody is bringing in. */
export function roomImportsOn(db: Db) {
  return {
    async said(spaceIds: readonly string[]): Promise<Map<string, RoomSaid>> {
      const rows: { space_id: string; said: string }[] = await db('space_imports').whereIn('space_id', [...spaceIds]);
      return new Map(rows.map(({ space_id, said }) => [space_id, JSON.parse(said)]));
    },
    async remember(spaceId: string, said: RoomSaid): Promise<void> {
      await db('space_imports').insert({ space_id: spaceId, said: JSON.stringify(said) }).onConflict('space_id').merge();
    },
    async byId(id: string): Promise<RoomImport | undefined> {
      const row: Row | undefined = await db('room_imports').where({ id }).first();
      return row && fromRow(row);
    },
    async add(one: RoomImport): Promise<void> {
      await db('room_imports').insert(toRow(one));
    },
    /** Changes an import if it still stands where the caller believes it does. @returns whether it did: of two that try, one gets true */
    async step(id: string, from: readonly RoomImport['state'][], { file, report, options, ownerId, state }: Change, now: Date): Promise<boolean> {
      const change = {
        ...(file !== undefined && { content: file && JSON.stringify(file) }), ...(report !== undefined && { report: report && JSON.stringify(report) }), ...(options && { options: JSON.stringify(options) }),
        ...(ownerId !== undefined && { owner_id: ownerId }), ...(state && { state }), changed_at: now.toISOString(),
      };
      return (await db('room_imports').where({ id }).whereIn('state', from).update(change)) === 1;
    },
    /** Removes imports that nobody has touched since an instant, with their files. */
    forget: (before: Date): Promise<number> => db('room_imports').where('changed_at', '<', before.toISOString()).delete(),
  };
}

const fromRow = (row: Row): RoomImport => ({
  id: row.id, areaId: row.area_id, ownerId: row.owner_id, ownerName: row.owner_name, personId: row.person_id, fileName: row.file_name, file: row.content === null ? null : JSON.parse(row.content),
  options: JSON.parse(row.options), state: row.state, report: row.report === null ? null : JSON.parse(row.report), changedAt: row.changed_at,
});
const toRow = (one: RoomImport): Row => ({
  id: one.id, area_id: one.areaId, owner_id: one.ownerId, owner_name: one.ownerName, person_id: one.personId, file_name: one.fileName, content: one.file && JSON.stringify(one.file), options: JSON.stringify(one.options),
  state: one.state, report: one.report && JSON.stringify(one.report), changed_at: one.changedAt,
});
