import { html, nothing, type TemplateResult } from 'lit';
import type { DeskPlace, SpaceHistory } from '../../../src/rooms/spaces/desk-space-contract.ts';
import { shortDay } from '../../kernel/format.ts';
import { dayOf } from '../../../src/kernel/day-contract.ts';

/** Which page of a space somebody is on. */
export const SPACE_TABS = [
  { id: 'facts', path: '', label: 'What it is' },
  { id: 'hours', path: '/hours', label: 'Opening hours' },
  { id: 'prices', path: '/prices', label: 'Prices' },
  { id: 'photos', path: '/photos', label: 'Photos' },
  { id: 'parts', path: '/parts', label: 'Parts, and the end' },
] as const;
export type SpaceTab = (typeof SPACE_TABS)[number]['id'];

export function placeCrumbs(place: DeskPlace, further: TemplateResult | typeof nothing = nothing): TemplateResult {
  return html`<nav class="crumbs" aria-label="Where you are">
    ${place.mayOpenDesk ? html`<a href="/desk?area=${place.areaSlug}">Desk of ${place.areaName}</a> › ` : nothing}${place.mayOpenOwner ? html`<a href="/owners/${place.ownerId}">${place.ownerName}</a> › ` : nothing}
    <a href="/desk/assets/${place.assetId}">${place.name}</a> › <a href="/desk/assets/${place.assetId}/spaces">Rooms and spaces</a>${further}
  </nav>`;
}

/** The head of every page about one space: what it is called, and where its other pages are. */
export function spaceHead(
  place: DeskPlace,
  space: { id: string; name: string },
  tab: SpaceTab,
  done: string | null,
): TemplateResult {
  return html`
    ${placeCrumbs(place)}
    <h1>${space.name}</h1>
    <nav class="tabs" aria-label="Pages of this space"><ul>
      ${SPACE_TABS.map(({ id, path, label }) => html`<li><a href="/desk/spaces/${space.id}${path}" aria-current=${id === tab ? 'page' : nothing}>${label}</a></li>`)}
      <li>${place.hidden ? html`<span class="hint">Hidden from the public, like the building it is in</span>` : html`<a href="/spaces/${space.id}">As others see it</a>`}</li>
    </ul></nav>
    ${done ? html`<p class="done" role="status">${done}</p>` : nothing}
  `;
}

/** Both buttons of every form: look first, or save. */
export function saveButtons(label = 'Save'): TemplateResult {
  return html`<p class="actions"><button class="button" type="submit" name="then" value="save">${label}</button><button class="button button--quiet" type="submit" name="then" value="preview">See how others will see it</button></p>`;
}

/** Somebody else was quicker: what of, and where the form now stands. */
export function conflictPart({
  by,
  labels,
  form,
}: {
  by: string;
  labels: readonly string[];
  form: string;
}): TemplateResult {
  return html`<div class="mistakes" role="alert" tabindex="-1" data-focus-first>
    <h2>${by} changed this meanwhile</h2>
    <p>Nothing of yours is saved yet, and nothing is lost. Changed by them: ${labels.join(', ')}. ${form}</p>
  </div>`;
}

export function historyPart(history: SpaceHistory): TemplateResult {
  return html`<section class="edit-part" id="history"><h2>History for officers</h2>
    ${history.length === 0 ? html`<p>Nothing has happened yet.</p>` : html`<ol class="timeline">${history.map(({ at, text, by }) => html`<li><time datetime=${at}>${shortDay(dayOf(at))}</time>${text}${by ? html` <span class="hint">${by}.</span>` : nothing}</li>`)}</ol>`}
  </section>`;
}
