import { html, nothing, type TemplateResult } from 'lit';
import type { DeskPlace, ListedSpace, SpaceHistory } from '../../../src/rooms/spaces/desk-space-contract.ts';
import type { SpaceSummary } from '../../../src/rooms/spaces/space-contract.ts';
import { field, type FormState } from '../../kernel/form-fields.ts';
import { counted, listed } from '../../kernel/format.ts';
import { mistakesView } from '../../kernel/mistakes-view.ts';
import { historyPart, placeCrumbs, spaceHead } from './desk-space-part.ts';
import { floorWords } from './space-view.ts';

/** Everything that is let in one place, and what is missing of each. */
export function deskSpacesView({
  place,
  spaces,
  done,
}: {
  place: DeskPlace;
  spaces: readonly ListedSpace[];
  done: string | null;
}): TemplateResult {
  const tops = spaces.filter(({ parentId }) => !spaces.some(({ id }) => id === parentId));
  return html`<div class="wrap desk-page">
    ${placeCrumbs(place)}
    <h1>Rooms and spaces in ${place.name}</h1>
    ${done ? html`<p class="done" role="status">${done}</p>` : nothing}
    ${place.hidden ? html`<p class="note note--hidden">This building is hidden from the public, and so are its rooms.</p>` : nothing}
    ${spaces.length === 0 ? html`<p class="empty">No room or space is on the register here yet.</p>` : html`<ul class="desk-spaces">${tops.map((space) => listedSpace(space, spaces))}</ul>`}
    <p class="actions"><a class="button" href="/desk/assets/${place.assetId}/spaces/new">Add a room or space</a> <a href="/desk/assets/${place.assetId}/terms">Term dates of this place</a> <a href="/desk/assets/${place.assetId}/next-year">Copy last year’s terms and seasons</a></p>
  </div>`;
}

function listedSpace(space: ListedSpace, all: readonly ListedSpace[]): TemplateResult {
  const parts = all.filter(({ parentId }) => parentId === space.id);
  const size = [
    space.floor && floorWords(space.floor),
    space.capacity === null ? null : `up to ${counted(space.capacity, 'person', 'people')}`,
  ]
    .filter((part) => part)
    .join(', ');
  return html`<li class="desk-space">
    <div class="desk-space__row"><div><a href="/desk/spaces/${space.id}">${space.name}</a> <span class="hint">${size}</span>
      <p class="desk-space__state">${space.bookable ? (space.missing.length === 0 ? 'Groups can ask for it.' : html`Groups cannot ask for it yet. <strong>Missing: ${listed(space.missing)}.</strong>`) : 'Only described: groups cannot ask for it.'}${space.unknown.length > 0 ? ` Not known: ${listed(space.unknown)}.` : ''}</p></div>
      <p class="desk-space__ways"><a href="/desk/spaces/${space.id}/hours">Opening hours<span class="visually-hidden"> of ${space.name}</span></a> <a href="/desk/spaces/${space.id}/prices">Prices<span class="visually-hidden"> of ${space.name}</span></a></p>
    </div>
    ${parts.length > 0 ? html`<ul class="desk-spaces desk-spaces--parts" aria-label="Parts of ${space.name}">${parts.map((part) => listedSpace(part, all))}</ul>` : nothing}
  </li>`;
}

export type PartsData = {
  place: DeskPlace;
  space: SpaceSummary;
  parts: readonly SpaceSummary[];
  form: FormState;
  done: string | null;
  history: SpaceHistory;
};
const LINES = 4;

/** Dividing, joining, and taking out of what is let. */
export function partsView({ place, space, parts, form, done, history }: PartsData): TemplateResult {
  const lines = Array.from({ length: LINES }, (_, index) => index + 1);
  return html`<div class="wrap desk-page">
    ${spaceHead(place, space, 'parts', done)} ${mistakesView(form.mistakes)}
    <section class="edit-part"><h2>Parts</h2>
      ${
        parts.length === 0
          ? html`<p>It is let as one. A hall with a folding wall can be divided: then each part can be had alone, and the whole only when all of them are free.</p>`
          : html`<p>It is let as a whole, and in these parts:</p><ul class="plain-list">${parts.map((part) => html`<li><a href="/desk/spaces/${part.id}">${part.name}</a>${part.capacity === null ? nothing : html` <span class="hint">up to ${counted(part.capacity, 'person', 'people')}</span>`}</li>`)}</ul>`
      }
      <p class="hint">Parts can change only while nothing is booked ahead in any of them.</p>
      <form method="post" action="/desk/spaces/${space.id}/parts" novalidate>
        <h3>${parts.length === 0 ? 'Divide it' : 'Add more parts'}</h3>
        <p class="hint">Each part begins with the facts, rules and opening hours of the whole. Its prices are its own.</p>
        ${lines.map((at) => html`<div class="part-line" role="group" aria-label="Part ${at}">${field(form, `part_name_${at}`, 'Name of the part')} ${field(form, `part_capacity_${at}`, 'People', { inputmode: 'numeric' })} ${field(form, `part_area_${at}`, 'Square metres', { inputmode: 'decimal' })}</div>`)}
        <button class="button" type="submit">${parts.length === 0 ? 'Divide it' : 'Add these parts'}</button>
      </form>
      ${
        parts.length === 0
          ? nothing
          : html`<details class="confirm"><summary>Join the parts to one again</summary>
            <form method="post" action="/desk/spaces/${space.id}/join"><p>The parts go out of every list. Their past stays on record.</p><button class="button button--quiet" type="submit">Join them</button></form></details>`
      }
    </section>
    <section class="edit-part"><h2>No longer let</h2>
      <details class="confirm"><summary>Take it out of what is let</summary>
        <form method="post" action="/desk/spaces/${space.id}/retire"><p>${space.name}${parts.length > 0 ? ' and its parts go' : ' goes'} out of every list and search. ${parts.length > 0 ? 'Their' : 'Its'} past stays on record. To stop new requests only for a time, say on its first page that groups may not ask for it.</p><button class="button" type="submit">Take it out</button></form></details>
    </section>
    ${historyPart(history)}
  </div>`;
}
