import { html, nothing, type TemplateResult } from 'lit';
import type { BuildingFrame } from '../../../src/rooms/running/running-contract.ts';

type Tab = 'calendar' | 'closures' | 'keepers' | 'arrival';

/** The head of every page about running a building: where it is, what the page is called, and where its other pages are. */
export function buildingHead({ building, area, owner, may }: BuildingFrame, tab: Tab, title: string): TemplateResult {
  const link = (id: Tab, label: string): TemplateResult =>
    html`<li><a href="/desk/buildings/${building.id}/${id}" aria-current=${id === tab ? 'page' : nothing}>${label}</a></li>`;
  return html`
    <nav class="crumbs" aria-label="Where you are">
      ${may.desk ? html`<a href="/desk?area=${area.slug}">Desk of ${area.name}</a> › ` : nothing}${may.owner ? html`<a href="/owners/${owner.id}">${owner.name}</a> › ` : nothing}
      ${may.record ? html`<a href="/desk/assets/${building.id}">${building.name}</a>` : building.name}
    </nav>
    <h1>${title}</h1>
    <nav class="tabs building-tabs off-paper" aria-label="Pages of this building"><ul>
      <li><a href="/tonight?building=${building.id}">Tonight</a></li>
      ${link('calendar', 'Calendar')} ${may.close ? link('closures', 'Closed days') : nothing} ${may.arrival ? link('arrival', 'Keys and alarm') : nothing} ${may.grant ? link('keepers', 'Caretakers') : nothing}
      ${may.rooms ? html`<li><a href="/desk/assets/${building.id}/spaces">Rooms</a></li>` : nothing}
    </ul></nav>
  `;
}
