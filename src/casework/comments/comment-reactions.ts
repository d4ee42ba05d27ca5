import type { Fact } from '../../kernel/fact.ts';
import type { UnitOfWork } from '../../kernel/facts.ts';
import type { ReactionTable } from '../../kernel/reactions.ts';
import { giveAnswer } from './comment-answer-steps.ts';
import type { CommentTellingDeps } from './comment-deps.ts';
import { commentsOn } from './comment-store.ts';
import { commentTelling } from './comment-telling.ts';
import { CASE_OVER_WORDS } from './comment-words.ts';

/**
 * What follows from facts about comments: whoever wrote one is told. And a case that ends before anybody decides leaves no comment
 * without an answer.
 */
export function commentReactions(deps: CommentTellingDeps) {
  const { clock, newId, proposals, todayIn } = deps;
  const tell = commentTelling(deps);
  return {
    comment_made: [tell.author],
    comment_redacted: [tell.author],
    comment_rejected: [tell.author],
    comment_sent_again: [tell.author],
    comment_replied: [firstReply],
    comment_answered: [tell.authors],
    comment_answer_corrected: [tell.authors],
    proposal_withdrawn: [caseOver],
    proposal_closed: [caseOver],
    proposal_unassessed: [caseOver],
  } satisfies ReactionTable;

  /** A reply that is put right is not told again. */
  async function firstReply(unit: UnitOfWork, fact: Fact): Promise<void> {
    if ((fact.after as { first?: boolean } | null)?.first) await tell.author(unit, fact);
  }

  async function caseOver(unit: UnitOfWork, { kind, subjectId }: Fact): Promise<void> {
    const proposal = await proposals.byId(unit.trx, subjectId);
    const open = await commentsOn(unit.trx).unansweredOf(subjectId);
    if (!proposal || open.length === 0) return;
    await giveAnswer(
      unit,
      open,
      {
        id: newId(),
        proposalId: subjectId,
        outcome: 'case_over',
        words: CASE_OVER_WORDS[kind] ?? '',
        givenOn: await todayIn(unit.trx, proposal.areaId),
        givenBy: null,
        submission: newId(),
      },
      { areaId: proposal.areaId, at: clock().toISOString() },
    );
  }
}
