import { html, nothing, type TemplateResult } from 'lit';
import type { StoredMail } from '../../../src/ground/notifications/mail-contract.ts';

export function outboxView(mails: readonly StoredMail[]): TemplateResult {
  return html`
    <div class="wrap prose">
      <h1>Outbox</h1>
      <p class="lead">No mail leaves this machine: this is a demonstration. Here is what would have been sent, the newest first.</p>
      ${
        mails.length === 0
          ? html`<p>Nothing yet. <a href="/sign-in">Sign in</a>, and your code will be here.</p>`
          : html`<ul class="plain-list">${mails.map((mail) => html`<li><a href="/outbox/${mail.id}">${mail.subject}</a> <span class="hint">to ${mail.to}</span></li>`)}</ul>`
      }
    </div>
  `;
}

export function outboxMailView({ subject, to, text, calendar }: StoredMail): TemplateResult {
  const link = /https?:\/\/\S+/.exec(text)?.[0];
  return html`
    <div class="wrap prose">
      <p><a href="/outbox">Outbox</a></p>
      <h1>${subject}</h1>
      <p class="hint">To ${to}</p>
      <pre class="mail">${text}</pre>
      ${calendar ? html`<details><summary>With a calendar file, dates.ics</summary><pre class="mail">${calendar}</pre></details>` : nothing}
      ${link ? html`<p><a class="button" href=${link}>Open the link in this mail</a></p>` : nothing}
    </div>
  `;
}
