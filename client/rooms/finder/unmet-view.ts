import { html, nothing, type TemplateResult } from 'lit';
import type { UnmetNeeds } from '../../../src/rooms/finder/need-contract.ts';
import { unmetWords } from '../../../src/rooms/finder/need-words.ts';

/** What people look for around an owner's buildings, told so that nobody can be recognised. */
export function unmetPart({ people, groups }: UnmetNeeds): TemplateResult {
  return html`<section class="desk-card" aria-labelledby="unmet-heading"><h2 id="unmet-heading">${unmetWords.heading}</h2>
    ${
      people === 0
        ? html`<p>${unmetWords.none}</p>`
        : html`<p>${unmetWords.all(people)}</p>${groups.length > 0 ? html`<ul class="plain-list">${groups.map((group) => html`<li>${unmetWords.group(group)}</li>`)}</ul>` : nothing}`
    }
  </section>`;
}
