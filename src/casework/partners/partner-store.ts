import type { Db } from '../../kernel/database.ts';
import { columnsOf, fieldsOf, type Row } from '../../kernel/row-names.ts';
import type { Partner } from './partner-contract.ts';

const fromRow = (row: Row): Partner => {
  const { keyHash: _key, ...partner } = fieldsOf(row);
  return partner as unknown as Partner;
};

/** Groups that ask for a place together with another. */
export function partnersOn(db: Db) {
  const one = async (query: Promise<Row | undefined>): Promise<Partner | undefined> => {
    const row = await query;
    return row && fromRow(row);
  };
  const ofGroup = (groupId: string) => db('proposal_partners').where({ group_id: groupId, state: 'joined' });
  return {
    byId: (id: string) => one(db('proposal_partners').where({ id }).first()),
    byKey: (keyHash: string) => one(db('proposal_partners').where({ key_hash: keyHash }).first()),
    bySubmission: (proposalId: string, submission: string) =>
      one(db('proposal_partners').where({ proposal_id: proposalId, submission }).first()),
    lock: (id: string) => one(db('proposal_partners').where({ id }).forNoKeyUpdate().first()),
    async of(proposalId: string): Promise<Partner[]> {
      const rows = await db('proposal_partners').where({ proposal_id: proposalId }).orderBy('asked_at').orderBy('id');
      return rows.map(fromRow);
    },
    add: (partner: Partner, keyHash: string): Promise<unknown> =>
      db('proposal_partners').insert({ ...columnsOf(partner), key_hash: keyHash }),
    async change(partner: Partner): Promise<void> {
      await db('proposal_partners').where({ id: partner.id }).update(columnsOf(partner));
    },
    /** How many have been asked and have not answered. */
    async waitFor(proposalId: string): Promise<number> {
      const row = await db('proposal_partners')
        .where({ proposal_id: proposalId, state: 'asked' })
        .count({ n: '*' })
        .first();
      return Number(row?.['n'] ?? 0);
    },
    /** Groups that have joined some proposals, in the order in which they were asked. */
    async joined(proposalIds: readonly string[]): Promise<{ proposalId: string; groupId: string }[]> {
      if (proposalIds.length === 0) return [];
      const rows = await db('proposal_partners')
        .whereIn('proposal_id', [...proposalIds])
        .where({ state: 'joined' })
        .orderBy('asked_at')
        .orderBy('id')
        .select('proposal_id', 'group_id');
      return rows.map(({ proposal_id: proposalId, group_id: groupId }) => ({ proposalId, groupId }));
    },
    /** The proposals that some groups have joined. */
    async joinedBy(groupIds: readonly string[]): Promise<Partner[]> {
      if (groupIds.length === 0) return [];
      const rows = await db('proposal_partners')
        .whereIn('group_id', [...groupIds])
        .where({ state: 'joined' })
        .orderBy('asked_at', 'desc')
        .orderBy('id');
      return rows.map(fromRow);
    },
    isIn: async (groupId: string, proposalId: string): Promise<boolean> =>
      (await ofGroup(groupId).where({ proposal_id: proposalId }).first('id')) !== undefined,
    async ofPerson({ id, email }: { id: string; email: string | null }): Promise<Partner[]> {
      const rows = await db('proposal_partners')
        .where((own) => {
          void own.where({ asked_by: id }).orWhere({ answered_by: id });
          if (email !== null) void own.orWhere({ email });
        })
        .orderBy('asked_at')
        .orderBy('id');
      return rows.map(fromRow);
    },
    async forgetPerson({ id, email }: { id: string; email: string | null }): Promise<void> {
      await db('proposal_partners').where({ asked_by: id }).update({ asked_by: null });
      await db('proposal_partners').where({ answered_by: id }).update({ answered_by: null });
      if (email !== null) await db('proposal_partners').where({ email }).update({ email: null, state: 'taken_back' });
    },
    /** Lets go of addresses that were asked before an instant and never answered. Where there is none it only looks. */
    async forgetUnanswered(before: Date): Promise<number> {
      const old = db('proposal_partners').where({ state: 'asked' }).where('asked_at', '<', before.toISOString());
      if (!(await old.clone().first('id'))) return 0;
      return old.update({ email: null, state: 'taken_back' });
    },
  };
}
