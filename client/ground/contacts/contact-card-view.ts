import { html, nothing, type TemplateResult } from 'lit';
import type { Contact, KnownContact } from '../../../src/ground/contacts/contact-contract.ts';
import { waysToReach } from '../../../src/ground/contacts/contact-words.ts';

/** How one area or owner is reached, line by line; nothing where nobody has filled it in. */
function contactCard(contact: Contact, heading: string): TemplateResult | typeof nothing {
  if (waysToReach(contact) === null) return nothing;
  return html`<section class="panel contact-card">
    <h3 class="h-small">${heading}</h3>${contactLines(contact)}
  </section>`;
}

/** The same without a frame, for where it stands among other things. */
export function contactLines({ person, telephone, hours, counter, email, paying }: Contact): TemplateResult {
  return html`<dl class="facts">
    ${person ? line('Ask for', person) : nothing}
    ${telephone ? line('Ring', html`<a href="tel:${telephone.replace(/[^\d+]/g, '')}">${telephone}</a>`) : nothing}
    ${email ? line('Write', html`<a href="mailto:${email}">${email}</a>`) : nothing}
    ${counter ? line('Come to', counter) : nothing} ${hours ? line('Hours', hours) : nothing}
    ${paying ? line('Pay', paying) : nothing}
  </dl>`;
}

/**
 * "You would rather talk? Ring 01632 960 100 (Monday to Friday) or come to the Town Hall. An officer types it with you." Nothing where there is no way to reach anybody.
 * @param why the question before it @param then what happens when one does
 */
export function talkPart(contact: Contact | null, why: string, then = ''): TemplateResult | typeof nothing {
  const ways = contact && waysToReach(contact);
  if (!contact || !ways) return nothing;
  const { person, telephone } = contact;
  const words = `${ways.charAt(0).toUpperCase()}${ways.slice(1)}`;
  const [before, after] = telephone ? words.split(telephone) : [words, ''];
  return html`${why} ${before}${telephone ? html`<a href="tel:${telephone.replace(/[^\d+]/g, '')}">${telephone}</a>` : nothing}${after}${person ? `, and ask for ${person}` : ''}.${then === '' ? '' : ` ${then}`}`;
}

/**
 * At the foot of every page: how to reach somebody, where there is one answer for everybody; the way to all of them where there are several.
 */
export function contactFoot({
  contact,
  isAny,
}: {
  contact: Contact | null;
  isAny: boolean;
}): TemplateResult | typeof nothing {
  if (contact) return html`<p>${talkPart(contact, 'Questions?')} <a href="/contact">All contacts</a></p>`;
  return isAny ? html`<p><a href="/contact">Whom to ring, write to or visit</a></p>` : nothing;
}

/** At the foot of a page about a place, a request or a booking: its owner and its area, as far as they can be reached. */
export function placeFoot({
  area,
  owner,
}: {
  area: Contact;
  owner: KnownContact | null;
}): TemplateResult | typeof nothing {
  const cards = [
    contactCard(area, 'Your contact for the area'),
    owner ? contactCard(owner.contact, owner.subject.name) : nothing,
  ];
  if (cards.every((card) => card === nothing)) return nothing;
  return html`<section class="whom-to-ask" aria-labelledby="whom-to-ask"><h2 id="whom-to-ask" class="h-small">Whom to ask</h2>
    <div class="whom-to-ask__cards">${cards}</div></section>`;
}

const line = (term: string, words: string | TemplateResult): TemplateResult =>
  html`<div><dt>${term}</dt><dd>${words}</dd></div>`;
