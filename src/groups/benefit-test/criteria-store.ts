import type { Db } from '../../kernel/database.ts';
import type { CriteriaSet, StoredSet } from './criteria-contract.ts';

type Row = {
  id: string;
  area_id: string;
  version: string;
  valid_from: string;
  adopted_by: string | null;
  minute_ref: string | null;
  sha256: string;
  content: string;
  stored_at: string;
};
type Stored = StoredSet & { id: string; storedAt: string };

/** The criteria sets of areas. They are added and read; the database refuses anything else. */
export function criteriaOn(db: Db) {
  return {
    /** Adds a set, unless the area has that version. Of several at once exactly one gets true. */
    async add(stored: Stored): Promise<boolean> {
      const added = await db('criteria_sets')
        .insert(toRow(stored))
        .onConflict(['area_id', 'version'])
        .ignore()
        .returning('id');
      return added.length === 1;
    },
    /** Every set that an area has had, by the day it counts from. */
    async ofArea(areaId: string): Promise<Stored[]> {
      return (
        await db('criteria_sets').where({ area_id: areaId }).orderBy('valid_from').orderBy('stored_at').orderBy('id')
      ).map(fromRow);
    },
    async byId(id: string): Promise<Stored | undefined> {
      const row: Row | undefined = await db('criteria_sets').where({ id }).first();
      return row && fromRow(row);
    },
    async byVersion(areaId: string, version: string): Promise<Stored | undefined> {
      const row: Row | undefined = await db('criteria_sets').where({ area_id: areaId, version }).first();
      return row && fromRow(row);
    },
  };
}

const toRow = ({ id, areaId, sha256, storedAt, set }: Stored): Row => ({
  id,
  area_id: areaId,
  version: set.version,
  valid_from: set.valid_from,
  adopted_by: set.adopted_by,
  minute_ref: set.minute_ref,
  sha256,
  content: JSON.stringify(set),
  stored_at: storedAt,
});
const fromRow = (row: Row): Stored => ({
  id: row.id,
  areaId: row.area_id,
  sha256: row.sha256,
  storedAt: row.stored_at,
  set: JSON.parse(row.content) as CriteriaSet,
});
