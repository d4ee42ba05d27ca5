import type { Db } from '../../kernel/database.ts';
import type { Stretch } from '../../kernel/recurrence-contract.ts';
import type { Closure, InTheWay } from './closure-contract.ts';

type Row = {
  id: string;
  area_id: string;
  asset_id: string;
  space_id: string | null;
  reason: Closure['reason'];
  public_text: string | null;
  starts: number;
  ends: number;
  submission: string;
  created_by: string;
  created_at: string;
  removed_at: string | null;
};

/** Times in which buildings and rooms are closed. */
export function closuresOn(db: Db) {
  return {
    async byId(id: string): Promise<Closure | undefined> {
      const row: Row | undefined = await db('closures').where({ id }).first();
      return row && fromRow(row);
    },
    async bySubmission(createdBy: string, submission: string): Promise<Closure | undefined> {
      const row: Row | undefined = await db('closures').where({ created_by: createdBy, submission }).first();
      return row && fromRow(row);
    },
    async add(closure: Closure): Promise<void> {
      await db('closures').insert(toRow(closure));
    },
    async remove(id: string, at: string): Promise<boolean> {
      return (await db('closures').where({ id }).whereNull('removed_at').update({ removed_at: at })) === 1;
    },
    /** Closures of a building and its rooms that touch a stretch, the earliest first. */
    async inAsset(assetId: string, { starts, ends }: Stretch): Promise<Closure[]> {
      return (
        await db('closures')
          .where({ asset_id: assetId })
          .whereNull('removed_at')
          .where('ends', '>', starts)
          .where('starts', '<', ends)
          .orderBy('starts')
          .orderBy('id')
      ).map(fromRow);
    },
    /** Spaces of a building that are not part of another, or the one that is named. */
    async spaceIds(assetId: string, spaceId: string | null): Promise<string[]> {
      const rows: { id: string }[] = await db('spaces')
        .where({ asset_id: assetId })
        .modify((query) => void (spaceId === null ? query.whereNull('parent_id') : query.where({ id: spaceId })))
        .select('id');
      return rows.map(({ id }) => id);
    },
    /** Dates of bookings by the ids that hold claims. */
    async dates(holders: readonly string[]): Promise<InTheWay[]> {
      const rows: {
        id: string;
        booking_id: string;
        space_id: string;
        date: string;
        from_time: string;
        to_time: string;
      }[] = await db('occurrences')
        .whereIn('id', holders)
        .orderBy('starts')
        .orderBy('id')
        .select('id', 'booking_id', 'space_id', 'date', 'from_time', 'to_time');
      return rows.map((row) => ({
        bookingId: row.booking_id,
        occurrenceId: row.id,
        spaceId: row.space_id,
        date: row.date,
        from: row.from_time,
        to: row.to_time,
      }));
    },
  };
}

const fromRow = (row: Row): Closure => ({
  id: row.id,
  areaId: row.area_id,
  assetId: row.asset_id,
  spaceId: row.space_id,
  reason: row.reason,
  publicText: row.public_text,
  starts: row.starts,
  ends: row.ends,
  submission: row.submission,
  createdBy: row.created_by,
  createdAt: row.created_at,
  removedAt: row.removed_at,
});
const toRow = (closure: Closure): Row => ({
  id: closure.id,
  area_id: closure.areaId,
  asset_id: closure.assetId,
  space_id: closure.spaceId,
  reason: closure.reason,
  public_text: closure.publicText,
  starts: closure.starts,
  ends: closure.ends,
  submission: closure.submission,
  created_by: closure.createdBy,
  created_at: closure.createdAt,
  removed_at: closure.removedAt,
});
