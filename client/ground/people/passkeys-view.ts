import { html, nothing, type TemplateResult } from 'lit';
import type { ShownPasskey } from '../../../src/ground/people/passkey-contract.ts';
import { shortDay } from '../../kernel/format.ts';
import { dayOf } from '../../../src/kernel/day-contract.ts';

export type PasskeysData = { passkeys: readonly ShownPasskey[]; next: string; needed: boolean; mustUseOne: boolean };

/** Passkeys one has, and a form to add one. Making one needs the browser's help, so the form shows itself when scripts run. */
export function passkeysView({ passkeys, next, needed, mustUseOne }: PasskeysData): TemplateResult {
  return html`
    <div class="wrap narrow">
      <h1>Your passkeys</h1>
      ${
        needed
          ? html`<div class="panel" role="status"><p><strong>What you do as an officer needs a passkey here.</strong> ${mustUseOne ? 'Sign in with yours to go on.' : 'Add one to go on.'}</p></div>`
          : nothing
      }
      <p class="lead">A passkey signs you in with your fingerprint, your face or the PIN of your device. Nobody can guess it or get it out of you by mail.</p>
      ${passkeys.length > 0 ? html`<ul class="plain-list devices">${passkeys.map((one) => passkeyView(one, mustUseOne))}</ul>` : html`<p>You have none yet.</p>`}
      ${mustUseOne ? passkeySignInView(next) : addView(next)}
      <p><a href="/account">Back to your account</a></p>
    </div>
  `;
}

function passkeyView({ id, name, createdAt, usedAt }: ShownPasskey, locked: boolean): TemplateResult {
  return html`<li>
    <strong>${name}</strong>, added ${shortDay(dayOf(createdAt))}${usedAt ? `, last used ${shortDay(dayOf(usedAt))}` : ''}
    <details>
      <summary>Rename${locked ? '' : ' or remove'}<span class="visually-hidden"> ${name}</span></summary>
      <form method="post" action="/account/passkeys/${id}/name">
        <label for="name-${id}">Name</label>
        <input id="name-${id}" name="name" value=${name} required maxlength="100" />
        <button class="button button--quiet button--small" type="submit">Save the name</button>
      </form>
      ${locked ? nothing : html`<form method="post" action="/account/passkeys/${id}/remove"><button class="button button--quiet button--small" type="submit">Remove ${name}</button></form>`}
    </details>
  </li>`;
}

function addView(next: string): TemplateResult {
  return html`
    <form data-passkey="add" hidden novalidate>
      <h2>Add a passkey</h2>
      <input type="hidden" name="next" value=${next} />
      <div class="field">
        <label for="field-name">What do you call it?</label>
        <p class="hint" id="hint-name">So that you know it again, for instance “My phone”.</p>
        <input id="field-name" name="name" maxlength="100" autocomplete="off" aria-describedby="hint-name passkey-said" />
      </div>
      <p class="mistake" id="passkey-said" role="alert"></p>
      <button class="button" type="submit">Add a passkey</button>
    </form>
    <p class="note" data-passkey-without>Adding a passkey needs JavaScript and a browser that knows passkeys. Everything else here works without.</p>
  `;
}

/** The way in with a passkey; shown once scripts run, in a browser that knows them. */
export function passkeySignInView(next: string): TemplateResult {
  return html`
    <form data-passkey="sign-in" hidden>
      <input type="hidden" name="next" value=${next} />
      <button class="button button--quiet" type="submit">Sign in with a passkey</button>
      <p class="mistake" id="passkey-said" role="alert"></p>
    </form>
  `;
}
