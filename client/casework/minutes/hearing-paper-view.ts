import { html, nothing, type TemplateResult } from 'lit';
import type { Minutes } from '../../../src/casework/minutes/minutes-contract.ts';
import type { Paper } from '../../../src/kernel/paper-contract.ts';
import { longField, type FormState } from '../../kernel/form-fields.ts';
import { mistakesView } from '../../kernel/mistakes-view.ts';
import { paperView } from '../../kernel/paper-view.ts';

type PaperPage = { proposalId: string; place: string; paper: Paper; file: string; label: string };

/** The page of a paper of a hearing, with the way to its file. */
export const hearingPaperView = ({ proposalId, place, paper, file, label }: PaperPage): TemplateResult => html`
  <div class="wrap narrow no-print">
    <nav class="crumbs" aria-label="Where you are"><a href="/proposals/${proposalId}#hearing">${place}: the public hearing</a></nav>
    <p><a class="button button--quiet" href="/proposals/${proposalId}/hearing/${file}">${label}</a></p>
  </div>
  ${paperView(paper)}
`;

type CorrectPage = {
  proposalId: string;
  place: string;
  key: string;
  minutes: Minutes | null;
  form: FormState;
  submission: string;
  flash: string | null;
};

/** Correcting the draft of the minutes, with the link from a mail. */
export function correctView({ proposalId, place, key, minutes, form, submission, flash }: CorrectPage): TemplateResult {
  return html`<div class="wrap narrow comment-page">
    <nav class="crumbs" aria-label="Where you are"><a href="/proposals/${proposalId}#hearing">${place}: the public hearing</a></nav>
    <h1>Correct the minutes</h1>
    ${flash ? html`<p class="done" role="status">${flash}</p>` : nothing} ${mistakesView(form.mistakes)}
    ${
      minutes?.state === 'draft'
        ? html`<p class="lead"><a href="/proposals/${proposalId}/hearing/minutes">Read the draft</a>, and say what is wrong with it.</p>
      ${correctForm(`/speakers/${key}/minutes`, form, submission)}`
        : html`<p class="lead">${minutes?.state === 'final' ? html`The minutes are final. <a href="/proposals/${proposalId}/hearing/minutes">Read them</a>.` : 'There is no draft yet. We write to you when there is.'}</p>`
    }
  </div>`;
}

/** The form to send a correction with. */
export const correctForm = (action: string, form: FormState, submission: string): TemplateResult =>
  html`<form class="group-form" method="post" action=${action} novalidate>
    <input type="hidden" name="submission" value=${submission} />
    ${longField(form, 'words', 'What is wrong, and what should it say?', { rows: 4, hint: 'It stands in the minutes, without your name. Name no people.' })}
    <button class="button button--quiet" type="submit">Send the correction</button></form>`;
