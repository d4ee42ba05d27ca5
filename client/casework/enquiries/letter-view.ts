import { html, nothing, type TemplateResult } from 'lit';
import { longDay } from '../../kernel/format.ts';

export type LetterData = {
  id: string;
  number: string;
  area: string;
  place: string;
  owner: string | null;
  consent: string;
  reach: string | null;
  today: string;
};

/** The letter to an owner outside the compact: with what whoever asked has allowed, and nothing else of theirs. */
export function ownerLetterView({ id, number, area, place, owner, consent, reach, today }: LetterData): TemplateResult {
  return html`<article class="wrap narrow letter">
    <p class="no-print"><a href="/enquiries/${id}">Back to the question</a></p>
    <p class="lines">${owner ?? 'To the owner'}</p>
    <p>${longDay(today)}</p>
    <h1 class="h-small">${place} (our number ${number})</h1>
    <p>Somebody in ${area} has asked us whose this place is, and we found that it is yours. They have agreed that we tell you this:</p>
    <blockquote class="lines">${consent}</blockquote>
    <p>You need not answer. If you like the idea, please write to them, or tell us, and we bring you together. A public body that owns a place can also join our compact: then it says yes or no within published days.</p>
    ${reach ? html`<p>${reach}</p>` : nothing}
  </article>`;
}
