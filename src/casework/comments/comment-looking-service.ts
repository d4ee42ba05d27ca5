import type { Who } from '../../ground/people/role-contract.ts';
import type { UnitOfWork } from '../../kernel/facts.ts';
import { conflict, invalid, notFound } from '../../kernel/problem.ts';
import type { Day } from '../../kernel/recurrence-contract.ts';
import type { Proposal } from '../proposals/proposal-contract.ts';
import type { Comment, Rejection } from './comment-contract.ts';
import type { CommentDeps } from './comment-deps.ts';
import { about } from './comment-about-rules.ts';
import { commentsOn } from './comment-store.ts';
import { isLeftOutOf, withoutPrivate } from './redaction-rules.ts';

type Held = { proposal: Proposal; today: Day; comment: Comment };

/** What officers and the group do with single comments. */
export function commentLooking({ clock, inOneTransaction, locked, againBy }: CommentDeps) {
  return {
    /** An officer has looked, and it may stay as it is. Twice is once. */
    looked: (proposalId: string, id: string) =>
      withHeld(proposalId, id, async (unit, { comment }) => {
        mustBePublic(comment);
        await commentsOn(unit.trx).change({ ...comment, lookedAt: comment.lookedAt ?? clock().toISOString() });
      }),

    /**
     * Leaves more out of what everybody reads, or less than was left out by itself; what was written is kept.
     * @throws Problem 400 where a text says anything that was not written
     */
    redact: (who: Who, proposalId: string, id: string, given: { shown: string; because: string }) =>
      withHeld(proposalId, id, async (unit, { comment }) => {
        mustBePublic(comment);
        if (!isLeftOutOf(given.shown, comment.original))
          throw invalid([
            {
              field: 'shown',
              message:
                'Put “[left out]” in the place of what you leave out, and change nothing else: these are somebody’s own words.',
            },
          ]);
        if (given.shown === comment.shown) return;
        const redacted: Comment = {
          ...comment,
          shown: given.shown,
          cutBecause: given.because,
          lookedAt: clock().toISOString(),
        };
        await commentsOn(unit.trx).change(redacted);
        unit.record({ ...about(comment), kind: 'comment_redacted', actor: who.personId, reason: given.because });
      }),

    /** Turns a comment back for a listed reason; whoever wrote it can put it differently. @throws Problem 409 once it has its answer */
    reject: (who: Who, proposalId: string, id: string, given: { reason: Rejection; because: string }) =>
      withHeld(proposalId, id, async (unit, { comment, proposal, today }) => {
        if (comment.state === 'rejected' && comment.rejectedFor === given.reason) return;
        mustBePublic(comment);
        if (comment.answerId !== null)
          throw conflict('This comment has its answer, so it stays. You can leave something out of it.');
        await commentsOn(unit.trx).change({
          ...comment,
          state: 'rejected',
          rejectedFor: given.reason,
          rejectedBecause: given.because,
          againBy: await againBy(unit.trx, proposal, today),
          lookedAt: clock().toISOString(),
        });
        unit.record({
          ...about(comment),
          kind: 'comment_rejected',
          actor: who.personId,
          reason: given.because === '' ? null : given.because,
          after: { reason: given.reason },
        });
      }),

    /** The group says something to a comment, for everybody to read; it may put that right until the comment has its answer. */
    reply: (who: Who, proposalId: string, id: string, words: string) =>
      withHeld(proposalId, id, async (unit, { comment, today }) => {
        mustBePublic(comment);
        const reply = withoutPrivate(words);
        if (reply === comment.reply) return;
        if (comment.reply !== '' && comment.answerId !== null)
          throw conflict('This comment has its answer, so your reply stays as it is.');
        await commentsOn(unit.trx).change({ ...comment, reply, repliedOn: today });
        unit.record({
          ...about(comment),
          kind: 'comment_replied',
          actor: who.personId,
          after: { first: comment.reply === '' },
        });
      }),
  };

  async function withHeld(
    proposalId: string,
    id: string,
    work: (unit: UnitOfWork, held: Held) => Promise<void>,
  ): Promise<void> {
    await inOneTransaction(async (unit) => {
      const { proposal, today } = await locked(unit, proposalId);
      const comment = await commentsOn(unit.trx).lock(id);
      if (!comment || comment.proposalId !== proposalId) throw notFound('comment');
      await work(unit, { proposal, today, comment });
    });
  }
}

/** @throws Problem 404 for one that nobody has confirmed, 409 for one that was turned back */
function mustBePublic({ state }: Comment): void {
  if (state === 'unconfirmed') throw notFound('comment');
  if (state === 'rejected') throw conflict('This comment was turned back. Look at it again.');
}
