import { v5 } from 'uuid';
import type { Who } from '../../ground/people/role-contract.ts';
import { daysAfter } from '../../kernel/clock.ts';
import type { Db } from '../../kernel/database.ts';
import type { UnitOfWork } from '../../kernel/facts.ts';
import { countAttempt, type Limit } from '../../kernel/limits.ts';
import { conflict, gone, invalid, notFound } from '../../kernel/problem.ts';
import type { Day } from '../../kernel/recurrence-contract.ts';
import { hashOf, keyedHashOf } from '../../kernel/secrets.ts';
import type { Proposal } from '../proposals/proposal-contract.ts';
import { about } from './comment-about-rules.ts';
import type { AssistedComment, Comment, NewComment } from './comment-contract.ts';
import type { CommentDeps } from './comment-deps.ts';
import { keyHashOf, keyOf } from './comment-key-rules.ts';
import { confirmMail } from './comment-mail-words.ts';
import { isLate, takingOf } from './comment-time-rules.ts';
import { commentsOn } from './comment-store.ts';
import { NOT_YET, OVER } from './comment-words.ts';
import { withoutPrivate } from './redaction-rules.ts';

/** A network may be a library or a whole council; an address is one person’s, and strangers may type it. */
const LIMITS = {
  network: { name: 'comment-from-network', most: 60, minutes: 60 },
  person: { name: 'comment-by-person', most: 10, minutes: 60 },
  address: { name: 'comment-mail-to', most: 5, minutes: 60 },
} satisfies Record<string, Limit>;
/** How long the link in the mail can be used to confirm. */
const CONFIRM_DAYS = 7;
const DAY_MS = 86_400_000;

/** Commenting on a proposal: with an account, by a link in a mail, or through an officer. The same sending twice is once. */
export function commentMaking(deps: CommentDeps) {
  const { db, clock, newId, secret, baseUrl, inOneTransaction, locked, people, writeMail, placeOf } = deps;
  return {
    /**
     * @param network of whoever sends it, for counting
     * @returns the comment, public at once for somebody who is signed in
     * @throws Problem 400, 404, 409 where no comments are taken, 429
     */
    async make(who: Who | null, proposalId: string, given: NewComment, network: string): Promise<Comment> {
      const email = who?.email ?? given.email;
      if (who === null && email === undefined)
        throw invalid([{ field: 'email', message: 'Enter your e-mail address: we send you a link to confirm.' }]);
      await countAttempt(db, clock, LIMITS.network, keyedHashOf(secret, network));
      await countAttempt(db, clock, LIMITS.person, keyedHashOf(secret, network, who?.personId ?? email ?? ''));
      if (who === null) await countAttempt(db, clock, LIMITS.address, keyedHashOf(secret, email ?? ''));
      return inOneTransaction(async (unit) => {
        const { proposal, today } = await locked(unit, proposalId);
        const submission = v5(given.submission ?? newId(), who?.personId ?? NAMESPACE);
        const sent = await commentsOn(unit.trx).bySubmission(proposalId, submission);
        if (sent) return sent;
        mustBeTaken(proposal);
        const comment = commentOf(proposal, given, today, {
          email: email ?? null,
          personId: who?.personId ?? null,
          state: who === null ? 'unconfirmed' : 'public',
          submission,
        });
        await commentsOn(unit.trx).add(comment);
        if (who === null) {
          const url = `${baseUrl}/comments/${keyOf(secret, comment.id)}`;
          const place = await placeOf(unit.trx, proposal.assetId);
          await writeMail(unit.trx, {
            to: email ?? '',
            areaId: proposal.areaId,
            ...confirmMail({ number: proposal.number, place, url, days: CONFIRM_DAYS }),
          });
        } else recordMade(unit, comment, who.personId);
        return comment;
      });
    },

    /** For somebody who rang, wrote or came in: the day on which they did counts. @throws Problem 400, 409 */
    async makeFor(officer: Who, proposalId: string, given: AssistedComment): Promise<Comment> {
      return inOneTransaction(async (unit) => {
        const { proposal, today } = await locked(unit, proposalId);
        const submission = v5(given.submission ?? newId(), officer.personId);
        const sent = await commentsOn(unit.trx).bySubmission(proposalId, submission);
        if (sent) return sent;
        mustBeTaken(proposal);
        const { received_on: receivedOn, email } = given;
        const earliest = proposal.receivedOn ?? daysAfter(today, -60);
        if (receivedOn > today || receivedOn < earliest)
          throw invalid([
            {
              field: 'received_on',
              message: 'Enter the day they got in touch: not after today, and not before the proposal was sent.',
            },
          ]);
        const known = email === undefined ? undefined : await people.byEmail(unit.trx, email);
        // Somebody without e-mail is written to by letter, for which they need a place among people.
        const person =
          email === undefined
            ? await people.add(
                unit,
                { email: null, name: given.name, telephone: null, postalAddress: given.address },
                officer.personId,
              )
            : known;
        const comment = commentOf(proposal, given, receivedOn, {
          email: email ?? null,
          personId: person?.id ?? null,
          state: 'public',
          submission,
          channel: given.channel,
          enteredBy: officer.personId,
          readBack: given.read_back,
          lookedAt: clock().toISOString(),
        });
        await commentsOn(unit.trx).add(comment);
        recordMade(unit, comment, officer.personId);
        return comment;
      });
    },

    byKey,

    /**
     * Whoever has the link has pressed the button. Twice is once.
     * @throws Problem 404, 409 where no comments are taken any more, 410 for a link that has run out
     */
    async confirm(key: string): Promise<Comment> {
      const { id, proposalId } = await byKey(key);
      return inOneTransaction(async (unit) => {
        const { proposal } = await locked(unit, proposalId);
        const comment = await known(unit.trx, id);
        if (comment.state !== 'unconfirmed') return comment;
        if (hasRunOut(comment)) throw gone('This link has run out. Write your comment again: the form is on the page.');
        mustBeTaken(proposal);
        const confirmed: Comment = { ...comment, state: 'public' };
        await commentsOn(unit.trx).change(confirmed);
        recordMade(unit, confirmed, comment.personId ?? BY_LINK);
        return confirmed;
      });
    },

    /** What was turned back, put differently. @throws Problem 404, 409 */
    async sendAgain(key: string, text: string): Promise<Comment> {
      const { id, proposalId } = await byKey(key);
      return inOneTransaction(async (unit) => {
        const { proposal, today } = await locked(unit, proposalId);
        const comment = await known(unit.trx, id);
        if (comment.state === 'public' && comment.original === text) return comment;
        if (comment.state !== 'rejected' || comment.againBy === null)
          throw conflict('This comment has not been turned back, so there is nothing to send again.');
        if (comment.againBy < today) throw conflict('The days for sending this comment again are over.');
        if (text === comment.original)
          throw invalid([{ field: 'text', message: 'Put it differently: as it was it cannot be published.' }]);
        mustBeTaken(proposal);
        await commentsOn(unit.trx).keepVersion({
          id: newId(),
          commentId: id,
          original: comment.original,
          rejectedFor: comment.rejectedFor ?? '',
          until: clock().toISOString(),
        });
        const again: Comment = {
          ...comment,
          state: 'public',
          original: text,
          shown: withoutPrivate(text),
          cutBecause: '',
          rejectedFor: null,
          rejectedBecause: '',
          againBy: null,
          lookedAt: null,
        };
        await commentsOn(unit.trx).change(again);
        unit.record({ ...about(again), kind: 'comment_sent_again', actor: comment.personId ?? BY_LINK });
        return again;
      });
    },
  };

  /** @throws Problem 404 */
  async function byKey(key: string): Promise<Comment> {
    const comment = await commentsOn(db).byKey(hashOf(key));
    if (!comment) throw notFound('comment');
    return comment;
  }

  async function known(on: Db, id: string): Promise<Comment> {
    const comment = await commentsOn(on).lock(id);
    if (!comment) throw notFound('comment');
    return comment;
  }

  function hasRunOut({ createdAt }: Comment): boolean {
    return clock().getTime() - Date.parse(createdAt) > CONFIRM_DAYS * DAY_MS;
  }

  type Brought = Pick<Comment, 'email' | 'personId' | 'state' | 'submission'> & Partial<Comment>;
  function commentOf(
    proposal: Proposal,
    { stance, text, name, address }: Pick<NewComment, 'stance' | 'text' | 'name' | 'address'>,
    receivedOn: Day,
    brought: Brought,
  ): Comment {
    const id = newId();
    return {
      id,
      proposalId: proposal.id,
      areaId: proposal.areaId,
      stance,
      original: text,
      shown: withoutPrivate(text),
      name,
      address,
      keyHash: keyHashOf(secret, id),
      channel: 'online',
      receivedOn,
      enteredBy: null,
      readBack: null,
      late: isLate(proposal, receivedOn),
      cutBecause: '',
      rejectedFor: null,
      rejectedBecause: '',
      againBy: null,
      lookedAt: null,
      reply: '',
      repliedOn: null,
      answerId: null,
      createdAt: clock().toISOString(),
      ...brought,
    };
  }
}

/** Somebody without an account who has the link from a mail. */
const BY_LINK = 'link from a mail';
/** Sendings without an account have one namespace of their own. */
const NAMESPACE = '8f0c1d52-3f0e-4d5a-9a44-6f1d0f8a5c11';

function recordMade(unit: UnitOfWork, comment: Comment, actor: string): void {
  const { proposalId, stance, late, channel, receivedOn, enteredBy, personId } = comment;
  unit.record({
    ...about(comment),
    kind: 'comment_made',
    actor,
    onBehalfOf: enteredBy === null ? null : personId,
    channel,
    after: { proposalId, stance, late, receivedOn },
  });
}

/** @throws Problem 409 in words where a proposal takes no comments */
function mustBeTaken(proposal: Proposal): void {
  const taking = takingOf(proposal);
  if (taking === 'not_yet') throw conflict(NOT_YET);
  if (taking === 'over') throw conflict(OVER);
}
