import type { Db } from '../../kernel/database.ts';
import type { CommentCounts } from './comment-contract.ts';
import { commentsOn } from './comment-store.ts';

/** Comments as other features ask for them: in the transaction in hand. */
export const commentPorts = {
  /** How many public comments on a proposal nobody has tied to what came of them. An officer publishes no result before; the clock does. */
  unanswered: (db: Db, proposalId: string): Promise<number> => commentsOn(db).countUnanswered(proposalId),
  /** How many comments there are on a proposal, by what they are. */
  counts: (db: Db, proposalId: string): Promise<CommentCounts> => commentsOn(db).countsOf(proposalId),
};
