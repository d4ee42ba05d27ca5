import { html, nothing, type TemplateResult } from 'lit';
import type { Contact } from '../../../src/ground/contacts/contact-contract.ts';
import { talkPart } from '../contacts/contact-card-view.ts';
import { field, type FormState } from '../../kernel/form-fields.ts';
import { mistakesView } from '../../kernel/mistakes-view.ts';
import { passkeySignInView } from './passkeys-view.ts';

/** Signing in, first step: the address. */
export function signInView(
  form: FormState,
  next: string,
  demo: readonly { email: string; role: string }[],
  kept: { files: readonly string[] } | undefined,
  contact: Contact | null,
): TemplateResult {
  return html`
    <div class="wrap narrow">
      <h1>Sign in</h1>
      ${mistakesView(form.mistakes)}
      ${kept ? html`<p class="note" role="status">Your session had ended, so nothing was saved. What you typed is kept in this browser for an hour and comes back when you have signed in.${kept.files.length > 0 ? ' The file you chose is not kept: you choose it again then.' : ''}</p>` : nothing}
      <p class="lead">Type your e-mail address. We send you a code: you need no password. If you are new here, this makes your account.</p>
      <form method="post" action="/sign-in" novalidate>
        <input type="hidden" name="next" value=${next} />
        ${field(form, 'email', 'E-mail address', { type: 'email', autocomplete: 'email' })}
        <button class="button" type="submit">Send me a code</button>
      </form>
      ${passkeySignInView(next)}
      ${contact ? html`<p class="note">${talkPart(contact, 'No e-mail?', 'An officer does it with you, and everything counts from the day you got in touch.')}</p>` : nothing}
      ${
        demo.length > 0
          ? html`<section class="panel"><h2 class="h-small">Trying it out</h2>
            <p>In this demonstration no mail leaves the machine. Sign in as one of these and <a href="/outbox">read the code in the outbox</a>:</p>
            <ul>${demo.map(({ email, role }) => html`<li><code>${email}</code> – ${role}</li>`)}</ul></section>`
          : nothing
      }
    </div>
  `;
}

/** `newOnesWait`: how long codes from this network go only to addresses that are known, in words. */
type CodePage = { demo: boolean; newOnesWait: string | null };

/** Second step: the code. */
export function codeView(form: FormState, email: string, { demo, newOnesWait }: CodePage): TemplateResult {
  return html`
    <div class="wrap narrow">
      <h1>Type the code</h1>
      ${mistakesView(form.mistakes)}
      ${
        newOnesWait === null
          ? html`<p class="lead">We sent six digits to <strong>${email}</strong>. They work for 10 minutes.</p>`
          : html`<p class="lead">If somebody has signed in here with <strong>${email}</strong> before, six digits are on their way. They work for 10 minutes.</p>
              <p class="note">Very many codes were asked for from your network in this hour. An address that is new here gets none for ${newOnesWait}: ask again then, or from another connection, a telephone’s for instance.</p>`
      }
      ${demo ? html`<p class="note">In the demonstration the mail is in the <a href="/outbox" target="_blank">outbox</a>.</p>` : nothing}
      <form method="post" action="/sign-in/code" novalidate>
        ${field(form, 'code', 'Code', { autocomplete: 'one-time-code', inputmode: 'numeric' })}
        <button class="button" type="submit">Sign in</button>
      </form>
      <p><a href="/sign-in">Send another code or use another address</a></p>
    </div>
  `;
}

/**
 * Where the link in the mail leads: a button, so that programs that open every link use nothing up. It says as whom,
 * so that nobody is signed in to somebody else's account by a link they were sent.
 */
export function linkView(token: string, email: string | null, next: string): TemplateResult {
  if (email === null) {
    return html`<div class="wrap narrow"><h1>This link has run out</h1><p class="lead">It works for 10 minutes and only once.</p><p><a class="button" href="/sign-in">Send me a new code</a></p></div>`;
  }
  return html`
    <div class="wrap narrow">
      <h1>Sign in on this device?</h1>
      <p class="lead">You opened the link from our e-mail. It signs you in as <strong>${email}</strong>.</p>
      <form method="post" action="/sign-in/link/${token}"><input type="hidden" name="next" value=${next} /><button class="button" type="submit">Sign in</button></form>
      <p><a href="/sign-in">That is not me: use another address</a></p>
    </div>
  `;
}

export function nameView(form: FormState, next: string): TemplateResult {
  return html`
    <div class="wrap narrow">
      <h1>What is your name?</h1>
      ${mistakesView(form.mistakes)}
      <p class="lead">Officers and your own group see it. It is never shown in public.</p>
      <form method="post" action="/account/name" novalidate>
        <input type="hidden" name="next" value=${next} />
        ${field(form, 'name', 'Your name', { autocomplete: 'name' })}
        <button class="button" type="submit">Save</button>
      </form>
    </div>
  `;
}
