import type { Db } from '../../kernel/database.ts';
import type { Channel } from '../../ground/people/assisted-contract.ts';
import type { Group, LegalForm, Size } from './group-contract.ts';

type Row = {
  id: string;
  area_id: string;
  name: string;
  public_name: string | null;
  legal_form: LegalForm;
  size: Size;
  purpose: string;
  audience: string;
  telephone: string | null;
  channel: Channel;
  received_on: string;
  read_back: string | null;
  registered_by: string;
  submission: string;
  created_at: string;
  version: number;
  closed_at: string | null;
};
export type After = { name: string; id: string };

/** Groups. */
export function groupsOn(db: Db) {
  return {
    async byId(id: string): Promise<Group | undefined> {
      const row: Row | undefined = await db('groups').where({ id }).first();
      return row && fromRow(row);
    },
    async byIds(ids: string[]): Promise<Group[]> {
      return ids.length === 0 ? [] : (await db('groups').whereIn('id', ids).orderBy('name').orderBy('id')).map(fromRow);
    },
    async bySubmission(registeredBy: string, submission: string): Promise<Group | undefined> {
      const row: Row | undefined = await db('groups').where({ registered_by: registeredBy, submission }).first();
      return row && fromRow(row);
    },
    /** Adds a group, unless the same form made one already. Of several at once exactly one gets true. */
    async add(group: Group): Promise<boolean> {
      const added = await db('groups')
        .insert({ ...toRow(group), version: 1 })
        .onConflict(['registered_by', 'submission'])
        .ignore()
        .returning('id');
      return added.length === 1;
    },
    async change(group: Group): Promise<void> {
      await db('groups').where({ id: group.id }).update(toRow(group));
    },
    /** Takes the group for this transaction: what others do to it at the same time waits its turn. False for one that is closed. */
    async lock(id: string): Promise<boolean> {
      return (await db('groups').where({ id, closed_at: null }).increment('version', 1)) === 1;
    },
    /** Groups of an area that are not closed, by name, from behind `after` on. */
    async inArea(areaId: string, words: string, after: After | null, limit: number): Promise<Group[]> {
      const rows: Row[] = await db('groups')
        .where({ area_id: areaId, closed_at: null })
        .modify(
          (query) =>
            void (
              words &&
              query.whereRaw(`lower(name) like ? escape '!'`, [`%${words.toLowerCase().replace(/[!%_]/g, '!$&')}%`])
            ),
        )
        .modify(
          (query) =>
            void (
              after &&
              query.where((later) =>
                later
                  .where('name', '>', after.name)
                  .orWhere((same) => same.where({ name: after.name }).where('id', '>', after.id)),
              )
            ),
        )
        .orderBy('name')
        .orderBy('id')
        .limit(limit);
      return rows.map(fromRow);
    },
  };
}

const toRow = (group: Group): Omit<Row, 'version'> => ({
  id: group.id,
  area_id: group.areaId,
  name: group.name,
  public_name: group.publicName,
  legal_form: group.legalForm,
  size: group.size,
  purpose: group.purpose,
  audience: group.audience,
  telephone: group.telephone,
  channel: group.channel,
  received_on: group.receivedOn,
  read_back: group.readBack,
  registered_by: group.registeredBy,
  submission: group.submission,
  created_at: group.createdAt,
  closed_at: group.closedAt,
});
const fromRow = (row: Row): Group => ({
  id: row.id,
  areaId: row.area_id,
  name: row.name,
  publicName: row.public_name,
  legalForm: row.legal_form,
  size: row.size,
  purpose: row.purpose,
  audience: row.audience,
  telephone: row.telephone,
  channel: row.channel,
  receivedOn: row.received_on,
  readBack: row.read_back,
  registeredBy: row.registered_by,
  submission: row.submission,
  createdAt: row.created_at,
  closedAt: row.closed_at,
});
