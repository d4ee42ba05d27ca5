import { html, type TemplateResult } from 'lit';
import { dayOf } from '../../../src/kernel/day-contract.ts';
import { shortDay } from '../../kernel/format.ts';

export type AccountData = {
  name: string;
  email: string | null;
  devices: readonly { id: string; device: string; startedAt: string; seenAt: string; current: boolean }[];
};

/** Somebody's account, and where they are signed in. */
export function accountView({ name, email, devices }: AccountData): TemplateResult {
  return html`
    <div class="wrap prose">
      <h1>Your account</h1>
      <dl class="facts">
        <div><dt>Name</dt><dd>${name} <a href="/account/name">Change</a></dd></div>
        <div><dt>E-mail</dt><dd>${email ?? 'none'} <a href="/account/email">Change</a></dd></div>
      </dl>
      <section>
        <h2>Where you are signed in</h2>
        <ul class="plain-list devices">
          ${devices.map(
            (device) => html`<li>
            <strong>${device.device}</strong>${device.current ? ' – this one' : ''}, last used ${shortDay(dayOf(device.seenAt))}
            <form method="post" action="/account/devices/${device.id}/end"><button class="button button--quiet button--small" type="submit">Sign out${device.current ? '' : ' there'}</button></form>
          </li>`,
          )}
        </ul>
        <form method="post" action="/account/sign-out-everywhere"><button class="button button--quiet" type="submit">Sign out everywhere</button></form>
      </section>
      <section>
        <h2>Passkeys</h2>
        <p><a href="/account/passkeys">Your passkeys</a>: sign in with your fingerprint, your face or a PIN instead of a code.</p>
      </section>
      <section>
        <h2>Your data</h2>
        <p><a href="/account/data">See everything we keep about you</a>, and take it with you. <a href="/privacy">How long we keep what.</a></p>
        <p><a href="/account/delete">Delete your account</a></p>
      </section>
    </div>
  `;
}
