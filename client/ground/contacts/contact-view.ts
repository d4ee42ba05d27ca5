import { html, nothing, type TemplateResult } from 'lit';
import type { KnownContact } from '../../../src/ground/contacts/contact-contract.ts';
import { contactLines } from './contact-card-view.ts';

/** Those of an area who can be reached, the area first. */
export type ContactsOfArea = { name: string; known: readonly KnownContact[] };

/** Whom to ring, write to or visit, for everybody. */
export function contactView(areas: readonly ContactsOfArea[]): TemplateResult {
  return html`<div class="wrap contact-page">
    <h1>Contact</h1>
    ${areas.length === 0 ? html`<p class="lead">Nobody has said yet how to reach them here.</p>` : html`<p class="lead">Ring, write or come in: somebody does it with you, and it counts from the day you get in touch.</p>`}
    ${areas.map(areaPart)}
  </div>`;
}

function areaPart({ name, known }: ContactsOfArea): TemplateResult {
  const ofArea = known.find(({ subject }) => subject.kind === 'area');
  const owners = known.filter(({ subject }) => subject.kind === 'owner');
  return html`<section>
    <h2>${name}</h2>
    ${ofArea ? contactLines(ofArea.contact) : html`<p>The area itself has not said yet how to reach it. Its owners have:</p>`}
    ${owners.length === 0 ? nothing : html`<h3>About one owner’s places, and paying for them</h3>`}
    ${owners.map(({ subject, contact }) => html`<section class="contact-owner"><h4>${subject.name}</h4>${contactLines(contact)}</section>`)}
  </section>`;
}
