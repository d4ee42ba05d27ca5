import type { Db } from '../../kernel/database.ts';
import type { CommentAnswer, CommentOutcome } from './comment-contract.ts';

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
  return {
    async byId(id: string): Promise<CommentAnswer | undefined> {
      const row: Row | undefined = await db('comment_answers').where({ id }).first();
      return row && fromRow(row);
    },
    async byIds(ids: readonly string[]): Promise<Map<string, CommentAnswer>> {
      if (ids.length === 0) return new Map();
      const rows: Row[] = await db('comment_answers').whereIn('id', [...new Set(ids)]);
      return new Map(rows.map((row) => [row.id, fromRow(row)]));
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
