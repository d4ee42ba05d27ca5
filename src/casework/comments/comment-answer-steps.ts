import type { UnitOfWork } from '../../kernel/facts.ts';
import { commentAnswersOn } from './answer-store.ts';
import type { Comment, CommentAnswer } from './comment-contract.ts';
import { commentsOn } from './comment-store.ts';

/** Ties comments to what came of them, in the transaction in hand; alike ones share one answer, and the fact tells each of their authors. */
export async function giveAnswer(
  unit: UnitOfWork,
  comments: readonly Comment[],
  answer: CommentAnswer,
  { areaId, at }: { areaId: string; at: string },
): Promise<void> {
  await commentAnswersOn(unit.trx).add(answer);
  for (const comment of comments)
    await commentsOn(unit.trx).change({ ...comment, answerId: answer.id, lookedAt: comment.lookedAt ?? at });
  const { id, proposalId, outcome, givenBy } = answer;
  unit.record({
    kind: 'comment_answered',
    areaId,
    subjectKind: 'comment_answer',
    subjectId: id,
    actor: givenBy ?? 'system',
    after: { proposalId, outcome, comments: comments.length },
  });
}
