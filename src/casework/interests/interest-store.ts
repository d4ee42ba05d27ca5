import type { Db } from '../../kernel/database.ts';
import { dueIn, type DueRow } from '../../kernel/due-rows.ts';
import type { Day } from '../../kernel/recurrence-contract.ts';
import { columnsOf, fieldsOf, type Row } from '../../kernel/row-names.ts';
import type { Interest, InterestState } from './interest-contract.ts';

const fromRow = (row: Row): Interest => {
  const { openKey: _key, forgottenOn: _forgotten, ...interest } = fieldsOf(row);
  return { ...(interest as unknown as Interest), byRegister: Boolean(row['by_register']) };
};
/** Somebody has one interest open in a place. */
const keyOf = ({ endedOn, personId, assetId }: Interest) => ({
  open_key: endedOn === null && personId !== null ? `${assetId}:${personId}` : null,
});

/** Interests in places. */
export function interestsOn(db: Db) {
  const one = async (query: Promise<Row | undefined>): Promise<Interest | undefined> => {
    const row = await query;
    return row && fromRow(row);
  };
  const all = async (query: PromiseLike<Row[]>): Promise<Interest[]> => (await query).map(fromRow);
  const old = (before: Day) => db('interests').where('ended_on', '<', before).whereNull('forgotten_on');
  return {
    byId: (id: string) => one(db('interests').where({ id }).first()),
    lock: (id: string) => one(db('interests').where({ id }).forNoKeyUpdate().first()),
    openOf: (personId: string, assetId: string) =>
      one(
        db('interests')
          .where({ open_key: `${assetId}:${personId}` })
          .first(),
      ),
    bySubmission: (submission: string) => one(db('interests').where({ submission }).first()),
    /** Others that change times or places in this area wait until the end of the transaction. */
    async takeTurn(areaId: string): Promise<void> {
      await db('areas').where({ id: areaId }).update({ id: areaId });
    },
    async add(interest: Interest): Promise<void> {
      await db('interests').insert({ ...columnsOf(interest), ...keyOf(interest) });
    },
    async change(interest: Interest): Promise<void> {
      await db('interests')
        .where({ id: interest.id })
        .update({ ...columnsOf(interest), ...keyOf(interest) });
    },
    async countSince(personId: string, since: string): Promise<number> {
      const row = await db('interests')
        .where({ person_id: personId })
        .where('created_at', '>=', since)
        .count({ n: '*' })
        .first();
      return Number(row?.['n'] ?? 0);
    },
    dueBefore: (day: Day, after: DueRow | null, limit: number) =>
      dueIn(db('interests'), { id: 'id', day: 'due_on' }, day, after, limit),
    openIn: (areaId: string, limit: number) =>
      all(
        db('interests').where({ area_id: areaId }).whereNotNull('due_on').orderBy('due_on').orderBy('id').limit(limit),
      ),
    /** Of an area, how many are open in each state. */
    async countsIn(areaId: string): Promise<{ state: InterestState; count: number }[]> {
      const rows = await db('interests')
        .where({ area_id: areaId })
        .whereNotNull('due_on')
        .groupBy('state')
        .orderBy('state')
        .select('state', db.raw('count(*) as count'));
      return rows.map(({ state, count }) => ({ state, count: Number(count) }));
    },
    /** Those in a place that are open. */
    openFor: (assetId: string) =>
      all(db('interests').where({ asset_id: assetId }).whereNotNull('due_on').orderBy('created_at').orderBy('id')),
    openOfOwners: (ownerIds: readonly string[]) =>
      ownerIds.length === 0
        ? Promise.resolve([])
        : all(
            db('interests')
              .whereIn('owner_id', [...ownerIds])
              .whereNotNull('due_on')
              .orderBy('due_on')
              .orderBy('id'),
          ),
    openOfGroup: (groupId: string) =>
      all(db('interests').where({ group_id: groupId }).whereNotNull('due_on').orderBy('id')),
    by: (personId: string) =>
      all(db('interests').where({ person_id: personId }).orderBy('created_at', 'desc').orderBy('id')),
    /** The newest answer that somebody gave about a place. */
    answeredFor: (assetId: string) =>
      one(
        db('interests')
          .where({ asset_id: assetId, by_register: false })
          .whereNot({ facts: '' })
          .orderBy('created_at', 'desc')
          .orderBy('id')
          .first(),
      ),
    /** What somebody wrote goes with them; the case of it stays. */
    async forgetPerson(personId: string): Promise<void> {
      await db('interests').where({ person_id: personId }).update(NOBODY);
    },
    async hasOld(before: Day): Promise<boolean> {
      return (await old(before).first('id')) !== undefined;
    },
    /** @returns how many were let go of */
    async forgetOld(before: Day, limit: number): Promise<number> {
      const ids: string[] = await old(before).orderBy('id').limit(limit).pluck('id');
      await db('interests')
        .whereIn('id', ids)
        .update({ ...NOBODY, forgotten_on: before });
      return ids.length;
    },
  };
}

const NOBODY = { person_id: null, open_key: null, group_name: '', idea: '', note: '' };
