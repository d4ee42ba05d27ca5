import { html, nothing, type TemplateResult } from 'lit';
import type { ContactSubject } from '../../../src/ground/contacts/contact-contract.ts';
import { field, longField, type FormState } from '../../kernel/form-fields.ts';
import { mistakesView } from '../../kernel/mistakes-view.ts';

/** One line of the list: what is known in words, or what is missing. */
export type ContactLine = { subject: ContactSubject; known: string | null; missing: readonly string[] };
export type ContactDeskData = {
  area: { name: string; slug: string };
  lines: readonly ContactLine[];
  done: string | null;
};

/** For officers: who in an area can be reached, and who not yet. */
export function contactDeskView({ area, lines, done }: ContactDeskData): TemplateResult {
  return html`<div class="wrap desk-page">
    <nav class="crumbs" aria-label="Where you are"><a href="/desk?area=${area.slug}">Desk of ${area.name}</a></nav>
    <h1>Contacts</h1>
    ${done ? html`<p class="done" role="status">${done}</p>` : nothing}
    <p class="lead">Whom people ring, write to or visit, and how they pay. Pages, mails and letters say it where it is filled in, and promise nothing where it is not. <a href="/contact">As everybody sees it</a></p>
    <ul class="plain-list desk-lines">${lines.map(contactLine)}</ul>
  </div>`;
}

function contactLine({ subject, known, missing }: ContactLine): TemplateResult {
  return html`<li>
    <a href="/desk/contacts/${subject.kind}/${subject.id}"><strong>${subject.name}</strong></a>
    ${known ? html`<br />${known}` : nothing}
    ${missing.length > 0 ? html`<br /><span class="hint">Still missing: ${missing.join(', ')}</span>` : nothing}
  </li>`;
}

/** The form of one area or owner. @param back where it leads when it is given up */
export function contactFormView(subject: ContactSubject, form: FormState, back: string): TemplateResult {
  const area = subject.kind === 'area';
  return html`<div class="wrap form-page">
    <nav class="crumbs" aria-label="Where you are"><a href=${back}>Back</a></nav>
    <h1>How people reach ${subject.name}</h1>
    ${mistakesView(form.mistakes)}
    <p class="lead">Everybody can read this. Leave empty what there is not: no page promises it then.</p>
    <form method="post" action="/desk/contacts/${subject.kind}/${subject.id}" novalidate>
      ${field(form, 'person', 'Who answers', { optional: true, hint: area ? 'The named contact of the area. A name, or an office: “Priya Shah, asset broker”.' : 'A name, or an office: “Lettings desk”.' })}
      ${field(form, 'telephone', 'Telephone', { optional: true, type: 'tel', hint: 'For instance 01632 960 100' })}
      ${field(form, 'hours', 'Hours', { optional: true, hint: 'For instance “Monday to Friday, 9:00 to 17:00”' })}
      ${field(form, 'counter', 'Where one can come in', { optional: true, hint: 'Name and address of the counter: “the Town Hall, Market Street, Marlbeck MB1 1AA”' })}
      ${field(form, 'email', 'E-mail', { optional: true, type: 'email' })}
      ${longField(form, 'paying', 'How to pay', { optional: true, rows: 3, hint: area ? 'For owners that say nothing of their own: account, cash desk, card.' : 'Account and what to write as reference, cash desk with its hours, card.' })}
      <button class="button" type="submit">Save</button> <a class="button button--quiet" href=${back}>Leave it as it is</a>
    </form>
  </div>`;
}

/** At the desk: what pages cannot say yet. */
export function contactDeskPart(slug: string, areaMissing: readonly string[], owners: number): TemplateResult {
  return html`<section class="desk-card"><h2>Contacts</h2>
    ${areaMissing.length > 0 ? html`<p>Of the area: ${areaMissing.join(', ')} missing. Pages and mails do not say whom to ring until it is there.</p>` : nothing}
    ${owners > 0 ? html`<p>${owners === 1 ? '1 owner has' : `${owners} owners have`} not said how they are reached or paid.</p>` : nothing}
    <p><a href="/desk/contacts?area=${slug}">Fill it in</a></p>
  </section>`;
}
