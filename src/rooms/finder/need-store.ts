import type { Db } from '../../kernel/database.ts';
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
  checked_seq: number;
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
    /** Those to look at again, longest ago first: something has happened since, or they have not been looked at since an instant. */
    async due(today: string, seq: number, before: Date, limit: number): Promise<Need[]> {
      const rows: Row[] = await db('saved_needs')
        .whereNull('told_at')
        .where('ends_on', '>=', today)
        .where((due) => due.where('checked_seq', '<', seq).orWhere('checked_at', '<', before.toISOString()))
        .orderBy('checked_at')
        .orderBy('id')
        .limit(limit);
      return rows.map(fromRow);
    },
    async checked(id: string, seq: number, at: Date): Promise<void> {
      await db('saved_needs').where({ id }).update({ checked_seq: seq, checked_at: at.toISOString() });
    },
    /** @returns false when somebody was told already, or has given it up */
    async told(id: string, at: Date): Promise<boolean> {
      return (await db('saved_needs').where({ id }).whereNull('told_at').update({ told_at: at.toISOString() })) === 1;
    },
    async remove(id: string): Promise<void> {
      await db('saved_needs').where({ id }).delete();
    },
    async removeOfPerson(personId: string): Promise<void> {
      await db('saved_needs').where({ person_id: personId }).delete();
    },
    /** @returns how many were over */
    removeEnded: (today: string): Promise<number> => db('saved_needs').where('ends_on', '<', today).delete(),
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
export type NeedStore = ReturnType<typeof needsOn>;

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
  checkedSeq: row.checked_seq,
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
  checked_seq: need.checkedSeq,
  told_at: need.toldAt,
  known: JSON.stringify(need.known),
  submission: need.submission,
});
