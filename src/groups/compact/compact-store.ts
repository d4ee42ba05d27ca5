import type { Db } from '../../kernel/database.ts';
import type { Day } from '../../kernel/recurrence-contract.ts';
import { DEFAULT_ROOM_TERMS, type AdoptedTerms, type Adoption, type RoomTerms } from './compact-contract.ts';

type Recorded = { by: string; at: string };
type Row = {
  id: string;
  area_id: string;
  owner_id: string;
  minute_ref: string;
  officer: string;
  from_day: string;
  until_day: string | null;
};

/** Owners' decisions to join the compact, and areas' terms for rooms. */
export function compactOn(db: Db) {
  return {
    async byId(id: string): Promise<Adoption | undefined> {
      const row: Row | undefined = await db('compact_adoptions').where({ id }).first();
      return row && fromRow(row);
    },
    async inArea(areaId: string): Promise<Adoption[]> {
      return (await db('compact_adoptions').where({ area_id: areaId }).orderBy('from_day', 'desc').orderBy('id')).map(
        fromRow,
      );
    },
    /** The decision that holds for each of some owners on a day. */
    async inForce(ownerIds: readonly string[], day: Day): Promise<Map<string, Adoption>> {
      const rows: Row[] = await db('compact_adoptions')
        .whereIn('owner_id', ownerIds)
        .where('from_day', '<=', day)
        .where((open) => open.whereNull('until_day').orWhere('until_day', '>=', day))
        .orderBy('from_day')
        .orderBy('id');
      return new Map(rows.map((row) => [row.owner_id, fromRow(row)]));
    },
    /** Decisions of an owner that share a day with a period. */
    async overlapping(ownerId: string, from: Day, until: Day | null): Promise<Adoption[]> {
      const rows: Row[] = await db('compact_adoptions')
        .where({ owner_id: ownerId })
        .modify((query) => void (until !== null && query.where('from_day', '<=', until)))
        .where((open) => open.whereNull('until_day').orWhere('until_day', '>=', from));
      return rows.map(fromRow);
    },
    /** Takes the owner for this transaction, so that two decisions recorded at once wait for each other. */
    async lockOwner(ownerId: string): Promise<void> {
      await db('owners').where({ id: ownerId }).update({ id: ownerId });
    },
    async add(adoption: Adoption, { by, at }: Recorded): Promise<void> {
      await db('compact_adoptions').insert({
        id: adoption.id,
        area_id: adoption.areaId,
        owner_id: adoption.ownerId,
        minute_ref: adoption.minuteRef,
        officer: adoption.officer,
        from_day: adoption.from,
        until_day: adoption.until,
        recorded_by: by,
        recorded_at: at,
      });
    },
    async end(id: string, until: Day): Promise<void> {
      await db('compact_adoptions').where({ id }).update({ until_day: until });
    },
    /** The newest terms of an area that have begun by a day, or the defaults. Terms added to the product later have their default. */
    async termsOn(areaId: string, day: Day): Promise<AdoptedTerms> {
      const row = await db('room_terms')
        .where({ area_id: areaId })
        .where('from_day', '<=', day)
        .orderBy('from_day', 'desc')
        .orderBy('id', 'desc')
        .first();
      if (!row) return { terms: DEFAULT_ROOM_TERMS, from: null, minuteRef: null };
      return {
        terms: { ...DEFAULT_ROOM_TERMS, ...(JSON.parse(row.terms) as Partial<RoomTerms>) },
        from: row.from_day,
        minuteRef: row.minute_ref,
      };
    },
    async addTerms(
      id: string,
      areaId: string,
      adopted: { terms: RoomTerms; from: Day; minuteRef: string },
      { by, at }: Recorded,
    ): Promise<void> {
      await db('room_terms').insert({
        id,
        area_id: areaId,
        from_day: adopted.from,
        minute_ref: adopted.minuteRef,
        terms: JSON.stringify(adopted.terms),
        recorded_by: by,
        recorded_at: at,
      });
    },
  };
}

const fromRow = (row: Row): Adoption => ({
  id: row.id,
  areaId: row.area_id,
  ownerId: row.owner_id,
  minuteRef: row.minute_ref,
  officer: row.officer,
  from: row.from_day,
  until: row.until_day,
});
