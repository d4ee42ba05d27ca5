import { html, nothing, type TemplateResult } from 'lit';
import {
  REJECTIONS,
  type Comment,
  type CommentForDeciding,
  type CommentsWaiting,
} from '../../../src/casework/comments/comment-contract.ts';
import { REJECTION_WORDS } from '../../../src/casework/comments/comment-words.ts';
import { longField, radioField, type FormState } from '../../kernel/form-fields.ts';
import { capital, counted, longDay } from '../../kernel/format.ts';
import { mistakesView } from '../../kernel/mistakes-view.ts';
import { commentItem } from './comment-list-part.ts';

export type DeskCommentData = {
  comment: CommentForDeciding & Pick<Comment, 'proposalId' | 'state' | 'againBy'>;
  place: string;
  group: string;
  form: FormState;
  /** Which form is shown again. */
  of: 'redact' | 'reject' | null;
  flash: string | null;
};

/** One comment, for officers: let it stand, leave something out, or turn it back for a listed reason. */
export function deskCommentView({ comment, place, group, form, of, flash }: DeskCommentData): TemplateResult {
  const { id, proposalId, state, shown, original, againBy, answer, lookedAt } = comment;
  const mine = (name: 'redact' | 'reject', values: Record<string, unknown>): FormState => ({
    values,
    mistakes: [],
    ...(of === name ? form : {}),
    within: name,
  });
  return html`<div class="wrap narrow comment-page">
    <nav class="crumbs" aria-label="Where you are"><a href="/proposals/${proposalId}">${place}</a> › <a href="/proposals/${proposalId}/comments">What people say</a></nav>
    <h1>One comment</h1>
    ${flash ? html`<p class="done" role="status">${flash}</p>` : nothing} ${mistakesView(form.mistakes)}
    <ul class="plain-list comment-list">${commentItem(comment, group)}</ul>
    ${state === 'rejected' ? html`<p class="note">It was turned back. Whoever wrote it can send it again${againBy ? ` until ${longDay(againBy)}` : ''}.</p>` : nothing}
    ${
      state === 'public'
        ? html`${lookedAt === null ? html`<form class="quiet-form" method="post" action="/desk/comments/${id}/looked"><p>It is public as it stands here. Nothing is wrong with it?</p><button class="button" type="submit">It can stay so</button></form>` : nothing}
      <details class="more" ?open=${of === 'redact'}><summary>Leave something out</summary>
        <form class="group-form" method="post" action="/desk/comments/${id}/redact" novalidate>
          ${longField(mine('redact', { shown }), 'shown', 'What everybody reads', { rows: 6, hint: 'Put “[left out]” in the place of what you leave out, and change nothing else. What was left out by itself can come back.' })}
          ${shown === original ? nothing : html`<p class="hint">As it was written: “${original}”</p>`}
          ${longField(mine('redact', {}), 'because', 'Why?', { rows: 2, hint: 'Whoever wrote it is told.' })}
          <button class="button button--quiet" type="submit">Publish it so</button>
        </form></details>
      ${answer ? nothing : rejectForm(id, mine('reject', {}), of === 'reject')}`
        : nothing
    }
  </div>`;
}

const rejectForm = (
  id: string,
  form: FormState,
  open: boolean,
): TemplateResult => html`<details class="more" ?open=${open}><summary>Turn it back</summary>
  <form class="group-form" method="post" action="/desk/comments/${id}/reject" novalidate>
    ${radioField(
      form,
      'reason',
      'Why?',
      REJECTIONS.map((value) => ({ value, label: capital(REJECTION_WORDS[value]) })),
      'There are no other reasons. That it is against something is none.',
    )}
    ${longField(form, 'because', 'In a sentence', { rows: 2, optional: true, hint: 'For whoever wrote it: they can put it differently and send it again.' })}
    <button class="button button--quiet" type="submit">Turn it back</button>
  </form></details>`;

export type DeskCommentsData = {
  area: { slug: string; name: string };
  toLookAt: readonly (CommentForDeciding & { proposalId: string; place: string })[];
  toAnswer: readonly { proposalId: string; place: string; count: number }[];
};

/** Comments of an area that wait for somebody. */
export function deskCommentsView({ area, toLookAt, toAnswer }: DeskCommentsData): TemplateResult {
  return html`<div class="wrap desk-page">
    <nav class="crumbs" aria-label="Where you are"><a href="/desk?area=${area.slug}">Desk of ${area.name}</a></nav>
    <h1>Comments on proposals</h1>
    <section><h2>Without an answer</h2>${toAnswer.length === 0 ? html`<p>None.</p>` : html`<ul class="plain-list desk-lines">${toAnswer.map(({ proposalId, place, count }) => html`<li><a href="/proposals/${proposalId}/comments">${place}</a>: ${counted(count, 'comment')}</li>`)}</ul>`}</section>
    <section><h2>Nobody has looked at them</h2><p>They are public, without what looks like an e-mail address, a telephone number or a postcode.</p>
      ${toLookAt.length === 0 ? html`<p>None.</p>` : html`<ul class="plain-list comment-list">${toLookAt.map((comment) => commentItem(comment, 'The group', html`<p><a href="/desk/comments/${comment.id}">Look at it</a> <span class="hint">${comment.place}</span></p>`))}</ul>`}</section>
  </div>`;
}

/** What of them waits, at the desk. */
export function commentsCard(slug: string, { toLookAt, toAnswer }: CommentsWaiting): TemplateResult | typeof nothing {
  const open = toAnswer.reduce((all, { count }) => all + count, 0);
  if (toLookAt === 0 && open === 0) return nothing;
  return html`<section class="desk-card"><h2>Comments on proposals</h2>
    <ul class="plain-list desk-lines">
      ${toLookAt > 0 ? html`<li><a href="/desk/comments?area=${slug}">${counted(toLookAt, 'comment')}</a> ${toLookAt === 1 ? 'waits' : 'wait'} for a look</li>` : nothing}
      ${open > 0 ? html`<li><a href="/desk/comments?area=${slug}">${counted(open, 'comment')}</a> ${open === 1 ? 'waits' : 'wait'} for an answer</li>` : nothing}
    </ul></section>`;
}
