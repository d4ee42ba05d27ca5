import { columnsOf, fieldsOf, type Row } from '../../kernel/row-names.ts';
import type { Db } from '../../kernel/database.ts';
import { removeFound } from '../../kernel/remove-found.ts';
import type { Comment, CommentCounts, Stance } from './comment-contract.ts';
import { STANCES } from './comment-contract.ts';

type Person = { id: string; email: string | null };
/** What is left of whoever wrote a comment once their name goes. */
const NOBODY = { name: '', address: '', email: null, person_id: null };

/** Comments on proposals. */
export function commentsOn(db: Db) {
  const one = async (query: Promise<Row | undefined>): Promise<Comment | undefined> => {
    const row = await query;
    return row && fromRow(row);
  };
  const many = async (query: Promise<Row[]>): Promise<Comment[]> => (await query).map(fromRow);
  return {
    byId: (id: string) => one(db('comments').where({ id }).first()),
    /** One comment, held until the end of the transaction. */
    lock: (id: string) => one(db('comments').where({ id }).forNoKeyUpdate().first()),
    byKey: (keyHash: string) => one(db('comments').where({ key_hash: keyHash }).first()),
    bySubmission: (proposalId: string, submission: string) =>
      one(db('comments').where({ proposal_id: proposalId, submission }).first()),
    /** Those of a proposal with these ids, held until the end of the transaction. */
    lockSome: (proposalId: string, ids: readonly string[]) =>
      many(
        db('comments')
          .where({ proposal_id: proposalId })
          .whereIn('id', [...ids])
          .orderBy('id')
          .forNoKeyUpdate(),
      ),
    async add(comment: Comment): Promise<void> {
      await db('comments').insert(columnsOf(comment));
    },
    async change(comment: Comment): Promise<void> {
      await db('comments').where({ id: comment.id }).update(columnsOf(comment));
    },
    /** What everybody may read, the newest first. */
    publicOf: (proposalId: string, { limit, skip }: { limit: number; skip: number }) =>
      many(
        db('comments')
          .where({ proposal_id: proposalId, state: 'public' })
          .orderBy('created_at', 'desc')
          .orderBy('id', 'desc')
          .limit(limit)
          .offset(skip),
      ),
    unansweredOf: (proposalId: string) =>
      many(db('comments').where({ proposal_id: proposalId, state: 'public', answer_id: null }).orderBy('id')),
    answeredBy: (answerId: string) => many(db('comments').where({ answer_id: answerId }).orderBy('id')),
    async countUnanswered(proposalId: string): Promise<number> {
      const row = await db('comments')
        .where({ proposal_id: proposalId, state: 'public', answer_id: null })
        .count({ n: '*' })
        .first();
      return Number(row?.['n'] ?? 0);
    },
    async countsOf(proposalId: string): Promise<CommentCounts> {
      const rows: Row[] = await db('comments')
        .where({ proposal_id: proposalId })
        .whereNot({ state: 'unconfirmed' })
        .groupBy('state', 'stance', 'late')
        .select('state', 'stance', 'late')
        .count({ n: '*' })
        .select(db.raw('sum(case when answer_id is null then 1 else 0 end) as open'));
      const sum = (of: readonly Row[], what = 'n'): number => of.reduce((all, row) => all + Number(row[what]), 0);
      const shown = rows.filter((row) => row['state'] === 'public');
      const stances = STANCES.map((stance): [Stance, number] => [
        stance,
        sum(shown.filter((row) => row['stance'] === stance)),
      ]);
      return {
        ...(Object.fromEntries(stances) as Record<Stance, number>),
        all: sum(shown),
        late: sum(shown.filter((row) => Boolean(row['late']))),
        rejected: sum(rows.filter((row) => row['state'] === 'rejected')),
        unanswered: sum(shown, 'open'),
      };
    },
    /** Those of an area that no officer has looked at, the oldest first. */
    toLookAt: (areaId: string, limit: number) =>
      many(
        db('comments')
          .where({ area_id: areaId, state: 'public', looked_at: null })
          .orderBy('created_at')
          .orderBy('id')
          .limit(limit),
      ),
    async countToLookAt(areaId: string): Promise<number> {
      const row = await db('comments')
        .where({ area_id: areaId, state: 'public', looked_at: null })
        .count({ n: '*' })
        .first();
      return Number(row?.['n'] ?? 0);
    },
    /** How many of each proposal of an area have no answer. */
    async unansweredIn(areaId: string): Promise<{ proposalId: string; count: number }[]> {
      const rows: Row[] = await db('comments')
        .where({ area_id: areaId, state: 'public', answer_id: null })
        .groupBy('proposal_id')
        .orderBy('proposal_id')
        .select('proposal_id')
        .count({ n: '*' });
      return rows.map((row) => ({ proposalId: String(row['proposal_id']), count: Number(row['n']) }));
    },
    /** How many of each proposal its group has not replied to. */
    async withoutReply(proposalIds: readonly string[]): Promise<{ proposalId: string; count: number }[]> {
      if (proposalIds.length === 0) return [];
      const rows: Row[] = await db('comments')
        .whereIn('proposal_id', [...proposalIds])
        .where({ state: 'public', reply: '', answer_id: null })
        .groupBy('proposal_id')
        .orderBy('proposal_id')
        .select('proposal_id')
        .count({ n: '*' });
      return rows.map((row) => ({ proposalId: String(row['proposal_id']), count: Number(row['n']) }));
    },
    /** What somebody wrote: with their account, or with its address. */
    ofPerson: ({ id, email }: Person) => many(writtenBy(db, { id, email }).orderBy('created_at').orderBy('id')),
    async keepVersion(version: {
      id: string;
      commentId: string;
      original: string;
      rejectedFor: string;
      until: string;
    }) {
      await db('comment_versions').insert({
        id: version.id,
        comment_id: version.commentId,
        original: version.original,
        rejected_for: version.rejectedFor,
        until: version.until,
      });
    },
    /** Lets go of whoever wrote something; what everybody reads stays. */
    async forgetPerson(person: Person): Promise<void> {
      await forgetThose(db, await writtenBy(db, person).whereNot({ state: 'unconfirmed' }).pluck('id'));
      await writtenBy(db, person).where({ state: 'unconfirmed' }).delete();
    },
    /** The same for cases that were over before a day; so many at once. @returns how many */
    async forgetOld(areaId: string, before: string, limit: number): Promise<number> {
      const ids: string[] = await oldIn(db, areaId, before).limit(limit).pluck('comments.id');
      await forgetThose(db, ids);
      return ids.length;
    },
    hasOld: async (areaId: string, before: string): Promise<boolean> =>
      (await oldIn(db, areaId, before).first('comments.id')) !== undefined,
    /** Removes what nobody has confirmed. @returns how many */
    forgetUnconfirmed: (before: Date): Promise<number> =>
      removeFound(db('comments').where({ state: 'unconfirmed' }).where('created_at', '<', before.toISOString())),
  };
}

/** Comments with a name on cases of an area that were over before a day. */
function oldIn(db: Db, areaId: string, before: string) {
  return db('comments')
    .join('proposals', 'proposals.id', 'comments.proposal_id')
    .where('comments.area_id', areaId)
    .whereNot('comments.name', '')
    .where('proposals.ended_on', '<', before);
}

function writtenBy(db: Db, { id, email }: Person) {
  return db('comments').where((own) => {
    own.where({ person_id: id });
    if (email !== null) own.orWhere({ email: email.toLowerCase() });
  });
}

async function forgetThose(db: Db, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await db('comment_versions')
    .whereIn('comment_id', [...ids])
    .delete();
  await db('comments')
    .whereIn('id', [...ids])
    .update({ ...NOBODY, original: db.ref('shown') });
}

function fromRow(row: Row): Comment {
  const comment = fieldsOf(row);
  return { ...comment, late: Boolean(comment['late']) } as unknown as Comment;
}
