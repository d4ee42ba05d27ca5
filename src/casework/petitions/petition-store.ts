import type { Db } from '../../kernel/database.ts';
import { dueIn, type DueRow } from '../../kernel/due-rows.ts';
import { columnsOf, fieldsOf, type Row } from '../../kernel/row-names.ts';
import type { Petition, PetitionWard } from './petition-contract.ts';

/** Petitions, and the wards whose people may sign each. */
export function petitionsOn(db: Db) {
  const one = async (query: Promise<Row | undefined>): Promise<Petition | undefined> => {
    const row = await query;
    return row && petitionFrom(row);
  };
  const many = async (query: Promise<Row[]>): Promise<Petition[]> => (await query).map(petitionFrom);
  return {
    byId: (id: string) => one(db('petitions').where({ id }).first()),
    /** One, held until the end of the transaction. */
    lock: (id: string) => one(db('petitions').where({ id }).forNoKeyUpdate().first()),
    bySubmission: (groupId: string, submission: string) =>
      one(db('petitions').where({ group_id: groupId, submission }).first()),
    /** @returns false where the group has one open for the place */
    async add(petition: Petition): Promise<boolean> {
      const added = await db('petitions').insert(columnsOf(petition)).onConflict().ignore().returning('id');
      return added.length === 1;
    },
    async change(petition: Petition): Promise<void> {
      await db('petitions').where({ id: petition.id }).update(columnsOf(petition));
    },
    /** The newest of a group for a place. */
    newestFor: (groupId: string, assetId: string) =>
      one(
        db('petitions')
          .where({ group_id: groupId, asset_id: assetId })
          .orderBy('created_at', 'desc')
          .orderBy('id', 'desc')
          .first(),
      ),
    /** Whether enough have signed for a group that asks for a place, as it stands now. */
    async isEnough(groupId: string, assetId: string): Promise<boolean> {
      const row = await db('petitions')
        .where({ group_id: groupId, asset_id: assetId })
        .whereIn('state', ['verified', 'lodged'])
        .whereNotNull('basis')
        .first('id');
      return row !== undefined;
    },
    ofPlace: (assetId: string) =>
      many(db('petitions').where({ asset_id: assetId }).orderBy('created_at').orderBy('id')),
    openOfGroups: (groupIds: readonly string[]) =>
      many(
        db('petitions')
          .whereIn('group_id', [...groupIds])
          .whereNull('ended_on')
          .orderBy('due_on')
          .orderBy('id'),
      ),
    openIn: (areaId: string) =>
      many(db('petitions').where({ area_id: areaId }).whereNull('ended_on').orderBy('due_on').orderBy('id')),
    dueBefore: (day: string, after: DueRow | null, limit: number): Promise<DueRow[]> =>
      dueIn(db('petitions'), { id: 'id', day: 'due_on' }, day, after, limit),
    /** Those whose signers are still to be told of something. */
    telling: () => many(db('petitions').whereNotNull('tells').orderBy('id')),
    begunBy: (personId: string) => many(db('petitions').where({ begun_by: personId }).orderBy('created_at')),
    sponsoredBy: (personId: string) => many(db('petitions').where({ sponsor_id: personId }).orderBy('created_at')),
    async forgetPerson(personId: string): Promise<void> {
      await db('petitions').where({ begun_by: personId }).update({ begun_by: null });
      await db('petitions').where({ sponsor_id: personId }).update({ sponsor_id: null });
    },
    async addWards(wards: readonly PetitionWard[]): Promise<void> {
      if (wards.length > 0) await db('petition_wards').insert(wards.map(columnsOf));
    },
    async wards(petitionId: string): Promise<PetitionWard[]> {
      const rows: Row[] = await db('petition_wards').where({ petition_id: petitionId }).orderBy('name');
      return rows.map((row) => fieldsOf(row) as unknown as PetitionWard);
    },
    /** Petitions of an area that were over before a day. */
    endedBefore: (areaId: string, day: string): Promise<string[]> =>
      db('petitions').where({ area_id: areaId }).where('ended_on', '<', day).pluck('id'),
    /** Residents of some wards together; null where one of them is not known. */
    async residentsOf(wardIds: readonly string[]): Promise<number | null> {
      const rows: (number | null)[] = await db('wards')
        .whereIn('id', [...wardIds])
        .pluck('residents');
      if (rows.length === 0 || rows.some((n) => n === null)) return null;
      return rows.reduce<number>((all, n) => all + Number(n), 0);
    },
  };
}

function petitionFrom(row: Row): Petition {
  const petition = fieldsOf(row);
  return { ...petition, unlooked: Boolean(petition['unlooked']) } as unknown as Petition;
}
