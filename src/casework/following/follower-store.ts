import type { Db } from '../../kernel/database.ts';
import { removeFound } from '../../kernel/remove-found.ts';
import type { Follower } from './follower-contract.ts';

type Row = {
  id: string;
  proposal_id: string;
  email: string;
  person_id: string | null;
  key_hash: string;
  since: string;
  confirmed_at: string | null;
  news_at: string | null;
  told_at: string | null;
};
type Person = { id: string; email: string | null };

/** Who follows which proposal. */
export function followersOn(db: Db) {
  const one = async (query: Promise<Row | undefined>): Promise<Follower | undefined> => {
    const row = await query;
    return row && fromRow(row);
  };
  return {
    of: (proposalId: string, email: string) =>
      one(db('proposal_followers').where({ proposal_id: proposalId, email }).first()),
    byKey: (keyHash: string) => one(db('proposal_followers').where({ key_hash: keyHash }).first()),
    /** @returns false where that address follows, or is asked to confirm, already */
    async add(follower: Follower): Promise<boolean> {
      const added = await db('proposal_followers')
        .insert(toRow(follower))
        .onConflict(['proposal_id', 'email'])
        .ignore()
        .returning('id');
      return added.length === 1;
    },
    async confirm(id: string, at: Date, personId: string | null): Promise<void> {
      await db('proposal_followers')
        .where({ id })
        .whereNull('confirmed_at')
        .update({ confirmed_at: at.toISOString(), ...(personId !== null && { person_id: personId }) });
    },
    async remove(id: string): Promise<void> {
      await db('proposal_followers').where({ id }).delete();
    },
    async removeAddress(email: string): Promise<void> {
      await db('proposal_followers').where({ email }).delete();
    },
    async ofPerson(person: Person): Promise<Follower[]> {
      return (await ofThem(db, person).orderBy('since').orderBy('id')).map(fromRow);
    },
    async removeOfPerson(person: Person): Promise<void> {
      await ofThem(db, person).delete();
    },
    /** Everybody who follows one of these has something to read. */
    async note(proposalIds: readonly string[], at: Date): Promise<void> {
      if (proposalIds.length === 0) return;
      await db('proposal_followers')
        .whereIn('proposal_id', [...proposalIds])
        .whereNotNull('confirmed_at')
        .whereNull('news_at')
        .update({ news_at: at.toISOString() });
    },
    /** Proposals of which something public was written in a stretch of the record. */
    async toldOf({ after, upTo }: { after: number; upTo: number }): Promise<string[]> {
      return db('facts')
        .where('seq', '>', after)
        .where('seq', '<=', upTo)
        .where('subject_kind', 'proposal')
        .whereNotNull('public_text')
        .distinct('subject_id')
        .orderBy('subject_id')
        .pluck('subject_id');
    },
    /** Addresses with something to read that got no mail since an instant. */
    async dueAddresses(toldBefore: Date, after: string, limit: number): Promise<string[]> {
      return db('proposal_followers')
        .whereNotNull('news_at')
        .where('email', '>', after)
        .whereNotExists(
          db('proposal_followers as told')
            .whereRaw('told.email = proposal_followers.email')
            .where('told.told_at', '>=', toldBefore.toISOString())
            .select(db.raw('1')),
        )
        .distinct('email')
        .orderBy('email')
        .limit(limit)
        .pluck('email');
    },
    /** What an address follows of which there is something to read, held until the end of the transaction. */
    async lockDue(email: string): Promise<Follower[]> {
      return (
        await db('proposal_followers').where({ email }).whereNotNull('news_at').orderBy('id').forNoKeyUpdate()
      ).map(fromRow);
    },
    async told(ids: readonly string[], at: Date): Promise<void> {
      await db('proposal_followers')
        .whereIn('id', [...ids])
        .update({ news_at: null, told_at: at.toISOString() });
    },
    forgetUnconfirmed: (before: Date): Promise<number> =>
      removeFound(db('proposal_followers').whereNull('confirmed_at').where('since', '<', before.toISOString())),
    /** Lets go of those who followed what was over before a day. */
    forgetOld: (areaId: string, before: string): Promise<number> =>
      removeFound(
        db('proposal_followers').whereIn(
          'proposal_id',
          db('proposals').where({ area_id: areaId }).where('ended_on', '<', before).select('id'),
        ),
      ),
  };
}

function ofThem(db: Db, { id, email }: Person) {
  return db('proposal_followers').where((own) => {
    own.where({ person_id: id });
    if (email !== null) own.orWhere({ email: email.toLowerCase() });
  });
}

const toRow = (one: Follower): Row => ({
  id: one.id,
  proposal_id: one.proposalId,
  email: one.email,
  person_id: one.personId,
  key_hash: one.keyHash,
  since: one.since,
  confirmed_at: one.confirmedAt,
  news_at: one.newsAt,
  told_at: one.toldAt,
});
const fromRow = (row: Row): Follower => ({
  id: row.id,
  proposalId: row.proposal_id,
  email: row.email,
  personId: row.person_id,
  keyHash: row.key_hash,
  since: row.since,
  confirmedAt: row.confirmed_at,
  newsAt: row.news_at,
  toldAt: row.told_at,
});
