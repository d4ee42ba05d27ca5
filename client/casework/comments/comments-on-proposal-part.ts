import { html, nothing, type TemplateResult } from 'lit';
import type { CommentCounts, PublicComment, Taking } from '../../../src/casework/comments/comment-contract.ts';
import { commentLabel, NOT_YET, OVER } from '../../../src/casework/comments/comment-words.ts';
import type { PublicProposal } from '../../../src/casework/proposals/proposal-page-contract.ts';
import { longDay } from '../../kernel/format.ts';
import { commentItem, countsPart } from './comment-list-part.ts';
import { participationPart } from './participation-part.ts';

type Data = {
  proposal: PublicProposal;
  taking: Taking;
  counts: CommentCounts;
  newest: readonly PublicComment[];
  mayAssist: boolean;
};

/** On the page of a proposal: what everybody says of it, and the way to say something. */
export function commentsPart({ proposal, taking, counts, newest, mayAssist }: Data): TemplateResult {
  const { id, group } = proposal;
  const takes = taking === 'open' || taking === 'late';
  return html`<section id="comments" aria-labelledby="comments-heading" class="comments">
    <h2 id="comments-heading">What people say</h2>
    ${countsPart(counts)} ${untilWords(proposal, taking)}
    ${
      takes
        ? html`${participationPart(commentLabel(proposal))}
          <p><a class="button" href="/proposals/${id}/comments/new">Say what you think</a></p>
          ${mayAssist ? html`<p><a href="/proposals/${id}/comments/for">Type a comment for somebody who rang, wrote or came in</a></p>` : nothing}`
        : nothing
    }
    ${newest.length > 0 ? html`<ul class="plain-list comment-list">${newest.map((comment) => commentItem(comment, group.name))}</ul>` : nothing}
    ${counts.all > 0 ? html`<p><a href="/proposals/${id}/comments">${counts.all > newest.length ? `All ${counts.all} comments` : 'The comments on a page of their own'}</a></p>` : nothing}
  </section>`;
}

/** Beside a score sheet: what people say, what the group replied, and what was answered. */
export function commentsForScorers(
  proposalId: string,
  counts: CommentCounts,
  comments: readonly PublicComment[],
): TemplateResult {
  return html`<section class="comments" aria-labelledby="comments-heading"><h2 id="comments-heading">What people say</h2>
    ${countsPart(counts)}
    ${comments.length > 0 ? html`<details class="more"><summary>Read ${comments.length === counts.all ? 'them' : `the newest ${comments.length}`}, with what was answered</summary><ul class="plain-list comment-list">${comments.map((comment) => commentItem(comment, 'The group'))}</ul></details>` : nothing}
    ${counts.all > 0 ? html`<p><a href="/proposals/${proposalId}/comments">The comments on a page of their own</a></p>` : nothing}
  </section>`;
}

export function untilWords(
  { commentsUntil, endedOn }: PublicProposal,
  taking: Taking,
): TemplateResult | typeof nothing {
  if (taking === 'open')
    return commentsUntil
      ? html`<p>Everybody may comment until the end of ${longDay(commentsUntil)}, online, by telephone or by letter.</p>`
      : html`<p>Everybody may comment. The days for it are counted from the day on which the sign is up.</p>`;
  if (taking === 'late')
    return html`<p>The days for comments ended on ${commentsUntil ? longDay(commentsUntil) : 'an earlier day'}. Until the scoring is over late ones are taken, and marked so.</p>`;
  if (taking === 'not_yet') return html`<p>${NOT_YET}</p>`;
  return endedOn === null ? html`<p>${OVER}</p>` : nothing;
}
