import { html, nothing, type TemplateResult } from 'lit';
import type { AnswerWithPast, Comment } from '../../../src/casework/comments/comment-contract.ts';
import { OUTCOME_WORDS, REJECTION_WORDS, STANCE_WORDS } from '../../../src/casework/comments/comment-words.ts';
import { longField, type FormState } from '../../kernel/form-fields.ts';
import { longDay, shortDay } from '../../kernel/format.ts';
import { mistakesView } from '../../kernel/mistakes-view.ts';

export type OwnCommentData = {
  key: string;
  comment: Comment;
  answer: AnswerWithPast | null;
  place: string;
  form: FormState;
  flash: string | null;
};

/** What whoever wrote a comment sees of it, with the link from a mail. Looking at it changes nothing. */
export function ownCommentView({ key, comment, answer, place, form, flash }: OwnCommentData): TemplateResult {
  const { proposalId, stance, state, shown, original, reply, late, receivedOn, name, address } = comment;
  return html`<div class="wrap narrow comment-page">
    <nav class="crumbs" aria-label="Where you are"><a href="/proposals/${proposalId}">${place}</a></nav>
    <h1>Your comment</h1>
    ${flash ? html`<p class="done" role="status">${flash}</p>` : nothing} ${mistakesView(form.mistakes)}
    ${statePart(key, comment, form)}
    <section class="panel" aria-labelledby="read-heading"><h2 id="read-heading">${state === 'public' ? 'This is what everybody reads' : 'This is how everybody would read it'}</h2>
      <p><strong>${STANCE_WORDS[stance]}</strong> <span class="hint">${shortDay(receivedOn)}${late ? ', late' : ''}</span></p>
      <p class="lines">${shown}</p>
      ${shown === original ? nothing : html`<p class="hint">Where it says [left out] something of yours was left out: ${comment.cutBecause || 'it looks like an e-mail address, a telephone number or a postcode.'}</p><details class="more"><summary>What you wrote</summary><p class="lines">${original}</p></details>`}
    </section>
    ${name === '' ? nothing : html`<p class="hint">For those who decide, and not shown: ${name}, ${address}.</p>`}
    ${reply === '' ? nothing : html`<section aria-labelledby="reply-heading"><h2 id="reply-heading">What the group replied</h2><p class="lines">${reply}</p></section>`}
    ${answer ? html`<section aria-labelledby="came-heading"><h2 id="came-heading">What came of it</h2><p><strong>${OUTCOME_WORDS[answer.outcome]}.</strong> ${answer.words}</p>${answer.earlier.map(({ words, until }) => html`<p class="hint">Put right on ${shortDay(until)}. It said before: “${words}”</p>`)}</section>` : nothing}
    <p><a href="/proposals/${proposalId}/comments">All comments</a></p>
  </div>`;
}

function statePart(
  key: string,
  { state, rejectedFor, rejectedBecause, againBy, original }: Comment,
  form: FormState,
): TemplateResult | typeof nothing {
  if (state === 'unconfirmed')
    return html`<form class="group-form" method="post" action="/comments/${key}/confirm">
      <p class="lead">Nobody sees your comment yet. Read it through, and press the button.</p>
      <button class="button" type="submit">Yes, this is my comment: publish it</button></form>`;
  if (state !== 'rejected') return nothing;
  return html`<section class="panel" aria-labelledby="again-heading"><h2 id="again-heading">It was not published</h2>
    <p>It was not published, because ${REJECTION_WORDS[rejectedFor ?? 'not_about_case']}. ${rejectedBecause}</p>
    <form class="group-form" method="post" action="/comments/${key}/again" novalidate>
      ${longField({ ...form, values: { text: original, ...form.values } }, 'text', 'Put it differently', { rows: 6, hint: againBy ? `You can send it again until the end of ${longDay(againBy)}, as long as the scoring has not ended. It counts from the day on which you first sent it.` : '' })}
      <button class="button" type="submit">Send it again</button>
    </form></section>`;
}
