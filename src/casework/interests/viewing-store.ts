import type { Db } from '../../kernel/database.ts';
import type { Day } from '../../kernel/recurrence-contract.ts';
import { columnsOf, fieldsOf, type Row } from '../../kernel/row-names.ts';
import type { Viewing, ViewingPlace } from './viewing-contract.ts';

const viewingFrom = (row: Row): Viewing => fieldsOf(row) as unknown as Viewing;
const placeFrom = (row: Row): ViewingPlace => ({
  ...(fieldsOf(row) as unknown as ViewingPlace),
  came: row['came'] === null ? null : Boolean(row['came']),
});

/** Times at which places can be seen, and who has taken a place in them. */
export function viewingsOn(db: Db) {
  const old = (before: Day) =>
    db('viewings')
      .where('day', '<', before)
      .where((some) => some.whereNot({ meeting: '' }).orWhereNot({ key_note: '' }));
  return {
    /** @returns false where the same form was sent before */
    async add(viewing: Viewing): Promise<boolean> {
      const added = await db('viewings').insert(columnsOf(viewing)).onConflict().ignore().returning('id');
      return added.length > 0;
    },
    async change(viewing: Viewing): Promise<void> {
      await db('viewings').where({ id: viewing.id }).update(columnsOf(viewing));
    },
    async byId(id: string): Promise<Viewing | undefined> {
      const row = await db('viewings').where({ id }).first();
      return row && viewingFrom(row);
    },
    /** All of a place, the first first. */
    async of(assetId: string): Promise<Viewing[]> {
      const rows = await db('viewings').where({ asset_id: assetId }).orderBy('day').orderBy('begins').orderBy('id');
      return rows.map(viewingFrom);
    },
    async placesOf(viewingIds: readonly string[]): Promise<ViewingPlace[]> {
      if (viewingIds.length === 0) return [];
      const rows = await db('viewing_places')
        .whereIn('viewing_id', [...viewingIds])
        .where({ state: 'confirmed' })
        .orderBy('taken_at')
        .orderBy('id');
      return rows.map(placeFrom);
    },
    async placeById(id: string): Promise<ViewingPlace | undefined> {
      const row = await db('viewing_places').where({ id }).first();
      return row && placeFrom(row);
    },
    /** Places that an interest has, also in times that were cancelled since. */
    async placesOfInterest(interestId: string): Promise<ViewingPlace[]> {
      const rows = await db('viewing_places')
        .where({ interest_id: interestId, state: 'confirmed' })
        .orderBy('taken_at')
        .orderBy('id');
      return rows.map(placeFrom);
    },
    async addPlace(place: ViewingPlace): Promise<void> {
      await db('viewing_places').insert(columnsOf(place));
    },
    async changePlace(place: ViewingPlace): Promise<void> {
      await db('viewing_places').where({ id: place.id }).update(columnsOf(place));
    },
    /** Lets go of where people came and how the door opens. Where nothing is old it only looks. */
    async forgetBefore(before: Day): Promise<number> {
      if (!(await old(before).first('id'))) return 0;
      return old(before).update({ meeting: '', key_note: '' });
    },
  };
}
