import type { Db } from '../../kernel/database.ts';
import type { AnswerWithPast, CommentAnswer, CommentOutcome } from './comment-contract.ts';

type EarlierRow = { answer_id: string; outcome: CommentOutcome; words: string; until: string };
type Row = {
  id: string;
  proposal_id: string;
  outcome: CommentOutcome;
  words: string;
  given_on: string;
  given_by: string | null;
  submission: string;
};

/** What came of comments: one answer for all that are alike. */
export function commentAnswersOn(db: Db) {
  const withPast = async (rows: readonly Row[]): Promise<AnswerWithPast[]> => {
    const earlier: EarlierRow[] =
      rows.length === 0
        ? []
        : await db('comment_answer_versions')
            .whereIn(
              'answer_id',
              rows.map(({ id }) => id),
            )
            .orderBy('nth');
    return rows.map((row) => ({
      ...fromRow(row),
      earlier: earlier
        .filter(({ answer_id: id }) => id === row.id)
        .map(({ outcome, words, until }) => ({ outcome, words, until })),
    }));
  };
  return {
    async byId(id: string): Promise<AnswerWithPast | undefined> {
      return (await withPast(await db('comment_answers').where({ id })))[0];
    },
    async byIds(ids: readonly string[]): Promise<Map<string, AnswerWithPast>> {
      if (ids.length === 0) return new Map();
      const all = await withPast(await db('comment_answers').whereIn('id', [...new Set(ids)]));
      return new Map(all.map((one) => [one.id, one]));
    },
    /** Held until the end of the transaction. */
    async lock(id: string): Promise<AnswerWithPast | undefined> {
      return (await withPast(await db('comment_answers').where({ id }).forNoKeyUpdate()))[0];
    },
    /** Says something else from a day on; what it said is kept. */
    async correct(
      { id, outcome, words, givenBy, earlier }: AnswerWithPast,
      now: Pick<CommentAnswer, 'outcome' | 'words' | 'givenBy'>,
      until: string,
    ): Promise<void> {
      const before = { answer_id: id, nth: earlier.length + 1, outcome, words, given_by: givenBy, until };
      await db('comment_answer_versions').insert(before);
      await db('comment_answers')
        .where({ id })
        .update({ outcome: now.outcome, words: now.words, given_by: now.givenBy });
    },
    async bySubmission(proposalId: string, submission: string): Promise<CommentAnswer | undefined> {
      const row: Row | undefined = await db('comment_answers').where({ proposal_id: proposalId, submission }).first();
      return row && fromRow(row);
    },
    async add({ id, proposalId, outcome, words, givenOn, givenBy, submission }: CommentAnswer): Promise<void> {
      await db('comment_answers').insert({
        id,
        proposal_id: proposalId,
        outcome,
        words,
        given_on: givenOn,
        given_by: givenBy,
        submission,
      });
    },
  };
}

const fromRow = ({ proposal_id: proposalId, given_on: givenOn, given_by: givenBy, ...row }: Row): CommentAnswer => ({
  ...row,
  proposalId,
  givenOn,
  givenBy,
});
