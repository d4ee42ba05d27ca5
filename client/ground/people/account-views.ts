import { html, type TemplateResult } from 'lit';
import { field, type FormState } from '../../kernel/form-fields.ts';
import { mistakesView } from '../../kernel/mistakes-view.ts';
import { passkeySignInView } from './passkeys-view.ts';

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
