import { html, nothing, type TemplateResult } from 'lit';
import type { DeskArea } from '../../../src/front/desk/desk-contract.ts';
import type { Undelivered } from '../../../src/front/desk/undelivered-contract.ts';
import { counted, shortDay } from '../../kernel/format.ts';
import { dayOf } from '../../../src/kernel/day-contract.ts';

/** On the desk: so many people did not get what we wrote. */
export function undeliveredCard({ slug }: DeskArea, mails: readonly Undelivered[]): TemplateResult | typeof nothing {
  if (mails.length === 0) return nothing;
  return html`<section class="desk-card desk-card--late"><h2>Mail that did not arrive</h2>
    <p>${counted(mails.length, 'mail')} to people here did not arrive. They do not know what we wrote.</p>
    <p><a href="/desk/mail?area=${slug}">See who to ring</a></p>
  </section>`;
}

export function undeliveredView({ slug, name }: DeskArea, mails: readonly Undelivered[]): TemplateResult {
  return html`<div class="wrap desk-page">
    <nav class="crumbs" aria-label="Where you are"><a href="/desk?area=${slug}">Desk of ${name}</a></nav>
    <h1>Mail that did not arrive</h1>
    <p class="lead">Their mail server refused it for good, or we gave up after two and a half days. Ring or write to them. They can change their address under “Your account”; whoever was invited with a wrong address needs a new invitation.</p>
    ${mails.length === 0 ? html`<p class="empty">Every mail to people in ${name} has arrived.</p>` : html`<ul class="plain-list desk-lines desk-lines--long">${mails.map(line)}</ul>`}
  </div>`;
}

function line({ at, to, name, telephone, group, about, problem }: Undelivered): TemplateResult {
  return html`<li>
    <strong>${name || 'Somebody who was invited'}</strong>, ${to}<span class="hint"> ${shortDay(dayOf(at))}</span><br />
    “${about}”${group ? html` – <a href="/groups/${group.id}">${group.name}</a>` : nothing}${telephone ? html`. Telephone: ${telephone}` : nothing}<br />
    <span class="hint">What the mail server said: ${problem || 'nothing'}</span></li>`;
}
