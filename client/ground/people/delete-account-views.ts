import { html, nothing, type TemplateResult } from 'lit';
import {
  DELETE_WORD,
  DELETED_WITH_ACCOUNT,
  KEPT_AFTER_ACCOUNT,
} from '../../../src/ground/people/personal-data-contract.ts';
import { field, type FormState } from '../../kernel/form-fields.ts';
import { mistakesView } from '../../kernel/mistakes-view.ts';

/** Asks before an account is deleted, and says what keeps it. */
export function deleteView(form: FormState, holds: readonly string[]): TemplateResult {
  return html`
    <div class="wrap prose">
      <h1>Delete your account</h1>
      ${mistakesView(form.mistakes)}
      ${
        holds.length > 0
          ? html`<div class="panel"><h2 class="h-small">Not yet</h2><ul>${holds.map((hold) => html`<li>${hold}</li>`)}</ul></div>`
          : nothing
      }
      <h2>What goes</h2>
      <ul>${DELETED_WITH_ACCOUNT.map((what) => html`<li>${what}</li>`)}</ul>
      <h2>What stays, and why</h2>
      <ul>${KEPT_AFTER_ACCOUNT.map(({ what, why }) => html`<li>${what} <span class="hint">${why}</span></li>`)}</ul>
      <p><a href="/account/data">Look at your data, or take it with you, before you go.</a></p>
      ${
        holds.length > 0
          ? html`<p><a class="button button--quiet" href="/account">Back to your account</a></p>`
          : html`<form method="post" action="/account/delete" novalidate>
            ${field(form, 'word', `Type “${DELETE_WORD}” to delete your account`, { hint: 'This cannot be undone.', autocomplete: 'off' })}
            <button class="button" type="submit">Delete my account</button>
            <a class="button button--quiet" href="/account">Keep it</a>
          </form>`
      }
    </div>
  `;
}

/** The page after. */
export function deletedView(): TemplateResult {
  return html`
    <div class="wrap narrow">
      <h1>Your account is deleted</h1>
      <p class="lead">You are signed out everywhere. You can still read everything that is public.</p>
      <p><a class="button" href="/">Go to the start page</a></p>
    </div>
  `;
}
