import type { Who } from '../../ground/people/role-contract.ts';
import { conflict, invalid } from '../../kernel/problem.ts';
import { commentAnswersOn } from './answer-store.ts';
import { giveAnswer } from './comment-answer-steps.ts';
import type { CommentAnswer, NewAnswer } from './comment-contract.ts';
import type { CommentDeps } from './comment-deps.ts';
import { commentsOn } from './comment-store.ts';
import { canBeAnswered } from './comment-time-rules.ts';

/** Saying what came of comments. */
export function commentAnswering({ clock, newId, inOneTransaction, locked }: CommentDeps) {
  return {
    /**
     * One answer for comments that are alike. The same sending twice is once; a comment has one answer.
     * @throws Problem 400 for comments of another case, 409 while comments still come in, or where one has its answer
     */
    answer: (who: Who, proposalId: string, given: NewAnswer): Promise<CommentAnswer> =>
      inOneTransaction(async (unit) => {
        const { proposal, today } = await locked(unit, proposalId);
        const submission = given.submission ?? newId();
        const sent = await commentAnswersOn(unit.trx).bySubmission(proposalId, submission);
        if (sent) return sent;
        if (!canBeAnswered(proposal))
          throw conflict('Comments still come in. What came of them can be said when their days are over.');
        const ids = [...new Set(given.comments)];
        const chosen = await commentsOn(unit.trx).lockSome(proposalId, ids);
        if (chosen.length !== ids.length || chosen.some(({ state }) => state !== 'public'))
          throw invalid([{ field: 'comments', message: 'Choose comments that are on this page.' }]);
        if (chosen.some(({ answerId }) => answerId !== null))
          throw conflict(
            'Somebody has answered one of these meanwhile. Look at the page again: each is answered once.',
          );
        const answer: CommentAnswer = {
          id: newId(),
          proposalId,
          outcome: given.outcome,
          words: given.words,
          givenOn: today,
          givenBy: who.personId,
          submission,
        };
        await giveAnswer(unit, chosen, answer, { areaId: proposal.areaId, at: clock().toISOString() });
        return answer;
      }),
  };
}
