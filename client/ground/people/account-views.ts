import { html, nothing, type TemplateResult } from 'lit';
import {
  DELETE_WORD,
  DELETED_WITH_ACCOUNT,
  KEPT_AFTER_ACCOUNT,
  type PersonalData,
  type PersonalDataPart,
} from '../../../src/ground/people/personal-data-contract.ts';
import { field, type FormState } from '../../kernel/form-fields.ts';
import { counted, shortDay } from '../../kernel/format.ts';
import { mistakesView } from '../../kernel/mistakes-view.ts';
import { passkeySignInView } from './passkeys-view.ts';
import { dayOf, timeOf } from '../../../src/kernel/day-contract.ts';

/** Before something that cannot be undone: a session left open somewhere is not enough. */
export function proveView(next: string, email: string | null): TemplateResult {
  return html`
    <div class="wrap narrow">
      <h1>Is it you?</h1>
      <p class="lead">What comes next matters, and you signed in a while ago. Show us again that it is you.</p>
      <form method="post" action="/account/prove">
        <input type="hidden" name="next" value=${next} />
        <button class="button" type="submit">Send a code to ${email ?? 'me'}</button>
      </form>
      ${passkeySignInView(next)}
      <p><a href="/account">Back to your account</a></p>
    </div>
  `;
}

export function emailView(form: FormState, now: string | null): TemplateResult {
  return html`
    <div class="wrap narrow">
      <h1>Change your e-mail address</h1>
      ${mistakesView(form.mistakes)}
      <p class="lead">It is ${now ?? 'not known'} now. We send a code to the new address, and a note to the old one. Every other device is signed out.</p>
      <form method="post" action="/account/email" novalidate>
        ${field(form, 'email', 'New e-mail address', { type: 'email', autocomplete: 'email' })}
        <button class="button" type="submit">Send a code there</button>
      </form>
      <p><a href="/account">Leave it as it is</a></p>
    </div>
  `;
}

export function emailCodeView(form: FormState, email: string): TemplateResult {
  return html`
    <div class="wrap narrow">
      <h1>Type the code</h1>
      ${mistakesView(form.mistakes)}
      <p class="lead">We sent six digits to <strong>${email}</strong>. They work for 10 minutes.</p>
      <form method="post" action="/account/email/code" novalidate>
        ${field(form, 'code', 'Code', { autocomplete: 'one-time-code', inputmode: 'numeric' })}
        <button class="button" type="submit">Use this address</button>
      </form>
      <p><a href="/account/email">Enter another address</a></p>
    </div>
  `;
}

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

export function deletedView(): TemplateResult {
  return html`
    <div class="wrap narrow">
      <h1>Your account is deleted</h1>
      <p class="lead">You are signed out everywhere. You can still read everything that is public.</p>
      <p><a class="button" href="/">Go to the start page</a></p>
    </div>
  `;
}

/** Lists are long for those who did much: the page shows the newest, the file has all. */
const SHOWN = 100;
/** What only programs read stands in the file alone. */
const FOR_PROGRAMS = new Set(['id', 'before', 'after']);

/** Everything we know about somebody, to read. */
export function myDataView({ madeAt, parts }: PersonalData): TemplateResult {
  return html`
    <div class="wrap prose">
      <h1>Your data</h1>
      <p class="lead">Everything we keep about you, on ${shortDay(dayOf(madeAt))}.</p>
      <p><a class="button" href="/account/data.json" download>Take it with you as a file (JSON)</a></p>
      <p>The file also has what only programs need: numbers of things, and what exactly changed.</p>
      ${parts.map((part) => html`<section><h2>${part.title}</h2>${part.entries.length === 0 ? html`<p>Nothing.</p>` : partView(part)}</section>`)}
      <p><a href="/account">Back to your account</a></p>
    </div>
  `;
}

function partView({ title, entries }: PersonalDataPart): TemplateResult {
  const columns = [
    ...new Set(
      entries.flatMap((entry) => Object.keys(entry).filter((name) => entry[name] !== null && !FOR_PROGRAMS.has(name))),
    ),
  ];
  return html`
    ${entries.length > SHOWN ? html`<p>The newest ${SHOWN} of ${counted(entries.length, 'line')}. The file has them all.</p>` : nothing}
    <div class="table-scroll" tabindex="0" role="group" aria-label=${title}>
      <table class="data-table">
        <thead><tr>${columns.map((name) => html`<th scope="col">${name.replaceAll('_', ' ')}</th>`)}</tr></thead>
        <tbody>${entries
          .slice(-SHOWN)
          .reverse()
          .map((entry) => html`<tr>${columns.map((name) => html`<td>${words(entry[name])}</td>`)}</tr>`)}</tbody>
      </table>
    </div>
  `;
}

/** Days in words, instants to the minute by the clock of the house, names of kinds without their underscores. */
function words(value: unknown): string {
  if (value === null || value === undefined) return '';
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  if (/^\d{4}-\d\d-\d\d$/.test(text)) return shortDay(text);
  if (/^\d{4}-\d\d-\d\dT/.test(text)) return `${shortDay(dayOf(text))}, ${timeOf(text)}`;
  return /^[a-z]+(_[a-z]+)+$/.test(text) ? text.replaceAll('_', ' ') : text;
}
