import { html, nothing, type TemplateResult } from 'lit';
import type { AddressedLetter } from '../../../src/groups/groups/letter-contract.ts';
import { longDay, shortDay } from '../../kernel/format.ts';
import type { AreaChoice } from './group-form-view.ts';
import { dayOf } from '../../../src/kernel/day-contract.ts';

export type LettersData = {
  area: AreaChoice;
  printed: boolean;
  letters: readonly AddressedLetter[];
  next: string | null;
  flash: string | null;
};

export function lettersView({ area, printed, letters, next, flash }: LettersData): TemplateResult {
  const tab = (show: boolean, query: string, label: string) =>
    html`<li><a href="/desk/letters?area=${area.slug}${query}" aria-current=${show === printed ? 'page' : nothing}>${label}</a></li>`;
  return html`
    <div class="wrap">
      <nav class="crumbs" aria-label="Where you are"><a href="/desk/groups?area=${area.slug}">Groups in ${area.name}</a></nav>
      ${flash ? html`<p class="done" role="status">${flash}</p>` : nothing}
      <h1>Letters</h1>
      <p class="lead">What people without an e-mail address get instead of a mail.</p>
      <nav aria-label="Which letters"><ul class="tabs">${tab(false, '', 'To print')}${tab(true, '&printed=yes', 'Printed')}</ul></nav>
      ${
        letters.length === 0
          ? html`<p>${printed ? 'No letter has been printed yet.' : 'Nothing to print at the moment.'}</p>`
          : html`<ul class="rows">${letters.map(
              (
                letter,
              ) => html`<li class="row"><div><a href="/desk/letters/${letter.id}"><strong>${letter.subject}</strong></a>
            <span class="hint row__more">To ${letter.name}, ${shortDay(dayOf(letter.createdAt))}${letter.postalAddress ? '' : `. No address: ring ${letter.telephone ?? 'them'}`}</span></div></li>`,
            )}</ul>`
      }
      ${next ? html`<p><a class="button button--quiet" href=${next}>More</a></p>` : nothing}
    </div>
  `;
}

/** One letter, as it goes into the envelope; what officers do about it stays off the paper. */
export function letterView(letter: AddressedLetter, area: AreaChoice): TemplateResult {
  return html`
    <div class="wrap narrow">
      <p class="crumbs off-paper"><a href="/desk/letters?area=${area.slug}">Letters</a></p>
      ${letter.postalAddress ? nothing : html`<p class="note note--old off-paper">We have no postal address. Ring ${letter.telephone ?? 'them'}, read the letter out, and mark it as done.</p>`}
      <article class="letter">
        <address class="lines">${letter.name}${letter.postalAddress ? `\n${letter.postalAddress}` : ''}</address>
        <p class="letter__from">Meantime, ${area.name}<br />${longDay(dayOf(letter.createdAt))}</p>
        <h1>${letter.subject}</h1>
        ${letter.text.split('\n\n').map((paragraph) => html`<p>${paragraph}</p>`)}
      </article>
      <div class="off-paper">
        ${
          letter.printedAt
            ? html`<p>Marked as printed on ${longDay(dayOf(letter.printedAt))}.</p>`
            : html`<p class="note">Print this page with your browser: only the letter goes on the paper. Then mark it.</p>
              <form method="post" action="/desk/letters/${letter.id}/printed"><button class="button" type="submit">Mark as printed</button></form>`
        }
      </div>
    </div>
  `;
}
