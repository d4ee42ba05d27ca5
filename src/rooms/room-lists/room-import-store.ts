import { batches, type Db } from '../../kernel/database.ts';
import type { RoomImport, RoomSaid } from './room-import-contract.ts';

type Row = {
  id: string;
  area_id: string;
  owner_id: string | null;
  owner_name: string;
  person_id: string;
  file_name: string;
  content: string | null;
  options: string;
  state: RoomImport['state'];
  run: string | null;
  problem: string | null;
  report: string | null;
  changed_at: string;
};
type Change = Partial<Pick<RoomImport, 'options' | 'state' | 'run' | 'problem' | 'report' | 'file' | 'ownerId'>>;
/** Where a list must stand for a step to be taken. */
export type RoomImportFrom = { states: readonly RoomImport['state'][]; run?: string | null };

/** What lists of rooms said last, and lists that somebody is bringing in. */
export function roomImportsOn(db: Db) {
  return {
    async said(spaceIds: readonly string[]): Promise<Map<string, RoomSaid>> {
      const rows: { space_id: string; said: string }[] = await db('space_imports').whereIn('space_id', [...spaceIds]);
      return new Map(rows.map(({ space_id, said }) => [space_id, JSON.parse(said)]));
    },
    async remember(rooms: readonly { spaceId: string; said: RoomSaid }[]): Promise<void> {
      for (const batch of batches([...rooms], 2))
        await db('space_imports')
          .insert(batch.map(({ spaceId, said }) => ({ space_id: spaceId, said: JSON.stringify(said) })))
          .onConflict('space_id')
          .merge();
    },
    async byId(id: string): Promise<RoomImport | undefined> {
      const row: Row | undefined = await db('room_imports').where({ id }).first();
      return row && fromRow(row);
    },
    async add(one: RoomImport): Promise<void> {
      await db('room_imports').insert(toRow(one));
    },
    /** Changes an import if it still stands where the caller believes it does. @returns whether it did: of two that try, one gets true */
    async step(
      id: string,
      { states, run: present }: RoomImportFrom,
      { file, report, options, ownerId, state, run, problem }: Change,
      now: Date,
    ): Promise<boolean> {
      const change = {
        ...(file !== undefined && { content: file && JSON.stringify(file) }),
        ...(report !== undefined && { report: report && JSON.stringify(report) }),
        ...(options && { options: JSON.stringify(options) }),
        ...(ownerId !== undefined && { owner_id: ownerId }),
        ...(state && { state }),
        ...(run !== undefined && { run }),
        ...(problem !== undefined && { problem }),
        changed_at: now.toISOString(),
      };
      const where = db('room_imports').where({ id }).whereIn('state', states);
      if (present !== undefined) void where.where({ run: present });
      return (await where.update(change)) === 1;
    },
    /** Removes imports that nobody has touched since an instant. @returns their ids: their files are the caller's */
    async forget(before: Date): Promise<string[]> {
      const ids: string[] = await db('room_imports').where('changed_at', '<', before.toISOString()).pluck('id');
      for (const batch of batches(ids, 1)) await db('room_imports').whereIn('id', batch).delete();
      return ids;
    },
    async by(personId: string): Promise<RoomImport[]> {
      return (await db('room_imports').where({ person_id: personId }).orderBy('id')).map(fromRow);
    },
    /** Removes somebody's lists that have not been brought in. Their files go with the other leftovers. */
    async removeOpenOf(personId: string): Promise<void> {
      await db('room_imports').where({ person_id: personId }).whereNot({ state: 'applied' }).delete();
    },
    async known(ids: readonly string[]): Promise<string[]> {
      const known: string[] = [];
      for (const batch of batches([...ids], 1))
        known.push(...(await db('room_imports').whereIn('id', batch).pluck('id')));
      return known;
    },
  };
}

const fromRow = (row: Row): RoomImport => ({
  id: row.id,
  areaId: row.area_id,
  ownerId: row.owner_id,
  ownerName: row.owner_name,
  personId: row.person_id,
  fileName: row.file_name,
  file: row.content === null ? null : JSON.parse(row.content),
  options: JSON.parse(row.options),
  state: row.state,
  run: row.run,
  problem: row.problem,
  report: row.report === null ? null : { notLet: 0, ...JSON.parse(row.report) },
  changedAt: row.changed_at,
});
const toRow = (one: RoomImport): Row => ({
  id: one.id,
  area_id: one.areaId,
  owner_id: one.ownerId,
  owner_name: one.ownerName,
  person_id: one.personId,
  file_name: one.fileName,
  content: one.file && JSON.stringify(one.file),
  options: JSON.stringify(one.options),
  state: one.state,
  run: one.run,
  problem: one.problem,
  report: one.report && JSON.stringify(one.report),
  changed_at: one.changedAt,
});
