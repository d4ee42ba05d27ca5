import type { Db } from '../../kernel/database.ts';
import { AT_ONCE } from '../../kernel/look-store.ts';
import type { Need } from './need-contract.ts';

type Row = {
  id: string;
  person_id: string;
  area_id: string;
  wish: string;
  lon: number | null;
  lat: number | null;
  coarse: string;
  created_at: string;
  ends_on: string;
  checked_at: string;
  told_at: string | null;
  known: string;
  submission: string;
};

/** Needs that wait until something opens. */
export function needsOn(db: Db) {
  return {
    async byId(id: string): Promise<Need | undefined> {
      const row: Row | undefined = await db('saved_needs').where({ id }).first();
      return row && fromRow(row);
    },
    async ofPerson(personId: string): Promise<Need[]> {
      return (await db('saved_needs').where({ person_id: personId }).orderBy('created_at').orderBy('id')).map(fromRow);
    },
    /** @returns false when a form with this submission has been here before */
    async add(need: Need): Promise<boolean> {
      const added: unknown[] = await db('saved_needs')
        .insert(toRow(need))
        .onConflict('submission')
        .ignore()
        .returning('id');
      return added.length > 0;
    },
    /** Those to look at by now, those first that have waited longest. */
    async due(now: Date, limit: number): Promise<Need[]> {
      const due = db('saved_needs').where('look_at', '<=', now.toISOString());
      return (await due.orderBy('checked_at').orderBy('id').limit(limit)).map(fromRow);
    },
    async isAnyDue(now: Date): Promise<boolean> {
      return (await db('saved_needs').where('look_at', '<=', now.toISOString()).first('id')) !== undefined;
    },
    /** Has everybody's looked at again who has not been told yet. */
    async lookAtAll(): Promise<void> {
      await db('saved_needs').whereNull('told_at').where('look_at', '>', AT_ONCE).update({ look_at: AT_ONCE });
    },
    /** @param next the instant at which to look again, though nothing happens */
    async checked(id: string, at: Date, next: string): Promise<void> {
      await db('saved_needs').where({ id }).update({ checked_at: at.toISOString(), look_at: next });
    },
    /** @returns false when somebody was told already, or has given it up */
    async told(id: string, at: Date, next: string): Promise<boolean> {
      const told = { told_at: at.toISOString(), look_at: next };
      return (await db('saved_needs').where({ id }).whereNull('told_at').update(told)) === 1;
    },
    async remove(id: string): Promise<void> {
      await db('saved_needs').where({ id }).delete();
    },
    async removeOfPerson(personId: string): Promise<void> {
      await db('saved_needs').where({ person_id: personId }).delete();
    },
    /** Those that still wait in an area, without anything that could tell who. */
    async waitingIn(
      areaId: string,
      today: string,
      limit: number,
    ): Promise<Pick<Need, 'personId' | 'coarse' | 'point' | 'wish'>[]> {
      const rows: Row[] = await db('saved_needs')
        .where({ area_id: areaId })
        .whereNull('told_at')
        .where('ends_on', '>=', today)
        .orderBy('id')
        .limit(limit);
      return rows.map(fromRow);
    },
    /** Where an owner's buildings are, as far as the public knows. */
    async buildingsOf(ownerId: string, limit: number): Promise<{ lon: number; lat: number }[]> {
      return db('public_assets')
        .where({ owner_id: ownerId, kind: 'building', hidden: false })
        .whereNull('retired_on')
        .whereNotNull('lon')
        .whereNotNull('lat')
        .orderBy('row_no')
        .limit(limit)
        .select('lon', 'lat');
    },
  };
}

const fromRow = (row: Row): Need => ({
  id: row.id,
  personId: row.person_id,
  areaId: row.area_id,
  wish: row.wish,
  point: row.lon === null || row.lat === null ? null : { lon: row.lon, lat: row.lat },
  coarse: JSON.parse(row.coarse),
  createdAt: row.created_at,
  endsOn: row.ends_on,
  checkedAt: row.checked_at,
  toldAt: row.told_at,
  known: JSON.parse(row.known),
  submission: row.submission,
});
const toRow = (need: Need): Row => ({
  id: need.id,
  person_id: need.personId,
  area_id: need.areaId,
  wish: need.wish,
  lon: need.point?.lon ?? null,
  lat: need.point?.lat ?? null,
  coarse: JSON.stringify(need.coarse),
  created_at: need.createdAt,
  ends_on: need.endsOn,
  checked_at: need.checkedAt,
  told_at: need.toldAt,
  known: JSON.stringify(need.known),
  submission: need.submission,
});
