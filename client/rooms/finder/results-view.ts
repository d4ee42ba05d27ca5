import { html, nothing, type TemplateResult } from 'lit';
import { FIRST_TIME } from '../../../src/groups/compact/first-time-words.ts';
import type { FinderAnswer } from '../../../src/rooms/finder/answer-contract.ts';
import { FINDER, foundPath } from '../../../src/rooms/finder/wish-contract.ts';
import { distance } from '../../kernel/format.ts';
import type { MistakeData } from '../../kernel/mistakes-view.ts';
import { roomCard } from './room-card-part.ts';
import { countWords, resultWords } from '../../../src/rooms/finder/finder-result-words.ts';

/** Rooms that fit, rooms that nearly do, and what could be changed: the same on the first paint and while the form changes. */
export function resultsView(answer: FinderAnswer): TemplateResult {
  return html`
    ${answer.count > 0 ? fitting(answer) : nothingFits(answer)} ${nearly(answer)} ${leftOutView(answer)}
    ${answer.limited ? html`<p class="note">${resultWords.limited(FINDER.mostLookedAt, answer.place !== null)}</p>` : nothing}
  `;
}

/** What a form that is not complete yet lacks; nothing is searched meanwhile. */
export function notYetView(mistakes: readonly MistakeData[]): TemplateResult {
  return html`<section class="empty"><h2>${resultWords.notYet}</h2><ul>${mistakes.map(({ field, message }) => html`<li>${field ? html`<a href="#field-${field}">${message}</a>` : message}</li>`)}</ul></section>`;
}

/** One line that says how it stands; read out when it changes. */
export const summary = (answer: FinderAnswer): string => countWords(answer.count, answer.near.length);

function fitting({ rooms, count, dates, centre, search }: FinderAnswer): TemplateResult {
  return html`<section aria-labelledby="rooms-heading">
    <h2 id="rooms-heading">${dates.length > 0 ? resultWords.fit : resultWords.around}</h2>
    ${dates.length > 0 ? html`<p class="hint">${FIRST_TIME}</p>` : html`<p>${centre ? resultWords.byDistance : resultWords.byName}</p>`}
    <ol class="rooms">${rooms.map((room, at) => html`<li>${roomCard(room, at + 1, search)}</li>`)}</ol>
    ${count > rooms.length ? html`<p class="note">${resultWords.more(count - rooms.length)}</p>` : nothing}
  </section>`;
}

function nothingFits({ ruledOut, changes }: FinderAnswer): TemplateResult {
  return html`<section class="empty" aria-labelledby="nothing-heading">
    <h2 id="nothing-heading">${resultWords.nothing}</h2>
    ${ruledOut.map((sentence) => html`<p>${sentence}</p>`)}
    ${
      changes.length > 0
        ? html`<h3>${resultWords.change}</h3>
          <ul class="changes">${changes.map(({ label, wish, count }) => html`<li><a href="/spaces?${wish}">${label}</a>: ${count === 1 ? '1 room fits' : `${count} rooms fit`}</li>`)}</ul>`
        : html`<p>${resultWords.noChange}</p>`
    }
  </section>`;
}

function leftOutView({ leftOut, search }: FinderAnswer): TemplateResult | typeof nothing {
  if (leftOut.length === 0) return nothing;
  return html`<section aria-labelledby="left-out-heading">
    <h2 id="left-out-heading">${resultWords.leftOut}</h2>
    <ul class="rows">${leftOut.map(
      ({ id, name, place, distanceM, why }) => html`<li class="row"><div>
      <a href=${foundPath(id, null, search)}><strong>${name}</strong></a>, ${place}${distanceM === null ? '' : `, ${distance(distanceM)} away`}<span class="row__more">${why}.</span>
    </div></li>`,
    )}</ul>
  </section>`;
}

function nearly({ near, count, search }: FinderAnswer): TemplateResult | typeof nothing {
  if (near.length === 0) return nothing;
  return html`<section aria-labelledby="near-heading">
    <h2 id="near-heading">${count > 0 ? resultWords.nearToo : resultWords.near}</h2>
    <ul class="rooms">${near.map(({ answer, says, wish }) => html`<li>${roomCard(answer, null, search, html`<p class="room__says">${says}${wish ? html` <a href="/spaces?${wish}">${resultWords.searchThat}</a>` : nothing}</p>`)}</li>`)}</ul>
  </section>`;
}
