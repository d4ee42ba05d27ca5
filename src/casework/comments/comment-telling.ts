import type { Fact } from '../../kernel/fact.ts';
import type { UnitOfWork } from '../../kernel/facts.ts';
import { commentAnswersOn } from './answer-store.ts';
import type { Comment, CommentAnswer } from './comment-contract.ts';
import type { CommentTellingDeps } from './comment-deps.ts';
import type { CommentFactKind } from './comment-facts.ts';
import { keyOf } from './comment-key-rules.ts';
import { commentMail } from './comment-mail-words.ts';
import { commentsOn } from './comment-store.ts';

/** Tells whoever wrote a comment what has happened to it: by mail, or by a letter where an officer typed it for somebody without one. */
export function commentTelling(deps: CommentTellingDeps) {
  const { secret, baseUrl, proposals, placeOf, emailOf, writeMail, tell } = deps;
  return { author, authors };

  async function author(unit: UnitOfWork, { kind, subjectId }: Fact): Promise<void> {
    const comment = await commentsOn(unit.trx).byId(subjectId);
    if (comment) await tellOne(unit, kind as CommentFactKind, comment, null);
  }

  /** Each once, also of two comments that were answered together. */
  async function authors(unit: UnitOfWork, { kind, subjectId }: Fact): Promise<void> {
    const answer = await commentAnswersOn(unit.trx).byId(subjectId);
    if (!answer) return;
    for (const comment of await commentsOn(unit.trx).answeredBy(subjectId))
      await tellOne(unit, kind as CommentFactKind, comment, answer);
  }

  async function tellOne(
    unit: UnitOfWork,
    kind: CommentFactKind,
    comment: Comment,
    answer: CommentAnswer | null,
  ): Promise<void> {
    const proposal = await proposals.byId(unit.trx, comment.proposalId);
    if (!proposal) return;
    const mail = commentMail(kind, {
      number: proposal.number,
      place: await placeOf(unit.trx, proposal.assetId),
      url: `${baseUrl}/comments/${keyOf(secret, comment.id)}`,
      comment,
      answer,
    });
    if (!mail) return;
    const { personId, areaId } = comment;
    const email = (personId === null ? null : await emailOf(unit.trx, personId)) ?? comment.email;
    if (email !== null) await writeMail(unit.trx, { to: email, areaId, because: unit.because, ...mail });
    else if (personId !== null) await tell(unit, { id: null, areaId }, { personId, email }, mail);
  }
}
