import type { Who } from '../../ground/people/role-contract.ts';
import { conflict, invalid, notFound } from '../../kernel/problem.ts';
import { commentAnswersOn } from './answer-store.ts';
import { giveAnswer } from './comment-answer-steps.ts';
import type { AnswerAgain, CommentAnswer, NewAnswer } from './comment-contract.ts';
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

    /**
     * Puts the answer to a comment right, for all that share it: what it said stays, and each author is told once more. The same words again
     * are no correction.
     * @throws Problem 404 where there is none, 409 where somebody else has put it right meanwhile, or it follows from the end of the case
     */
    correct: (who: Who, proposalId: string, commentId: string, { outcome, words, was }: AnswerAgain): Promise<void> =>
      inOneTransaction(async (unit) => {
        const { proposal, today } = await locked(unit, proposalId);
        const [comment] = await commentsOn(unit.trx).lockSome(proposalId, [commentId]);
        const answer = comment?.answerId ? await commentAnswersOn(unit.trx).lock(comment.answerId) : undefined;
        if (!answer) throw notFound('answer');
        if (answer.outcome === outcome && answer.words === words) return;
        if (answer.outcome === 'case_over')
          throw conflict('The case ended before anybody decided on this comment, so there is no answer to put right.');
        if (was !== undefined && was !== answer.words)
          throw conflict('Somebody has put this answer right meanwhile. Look at it again.');
        await commentAnswersOn(unit.trx).correct(answer, { outcome, words, givenBy: who.personId }, today);
        unit.record({
          kind: 'comment_answer_corrected',
          areaId: proposal.areaId,
          subjectKind: 'comment_answer',
          subjectId: answer.id,
          actor: who.personId,
          after: { proposalId, outcome },
        });
      }),
  };
}
