import { html, nothing, type TemplateResult } from 'lit';
import type { SpaceSummary } from '../../../src/rooms/spaces/space-contract.ts';
import { area, counted } from '../../kernel/format.ts';

/** On the page of a place: the rooms and spaces inside. */
export function spacesInside(spaces: readonly SpaceSummary[]): TemplateResult | typeof nothing {
  if (spaces.length === 0) return nothing;
  return html`
    <section>
      <h2>Rooms and spaces inside</h2>
      <ul class="spaces">
        ${spaces.filter(({ parentId }) => !spaces.some(({ id }) => id === parentId)).map((space) => spaceLine(space, spaces))}
      </ul>
    </section>
  `;
}

/** One space, and the parts that can be had alone. */
function spaceLine(space: SpaceSummary, all: readonly SpaceSummary[]): TemplateResult {
  const size = [
    space.floor,
    space.capacity === null ? null : `up to ${counted(space.capacity, 'person', 'people')}`,
    space.floorAreaM2 === null ? null : area(space.floorAreaM2),
  ]
    .filter((part) => part)
    .join(' · ');
  const parts = all.filter(({ parentId }) => parentId === space.id);
  return html`<li>
    <a href="/spaces/${space.id}"><strong>${space.name}</strong></a> <span>${size}</span>
    ${space.description ? html`<p>${space.description}</p>` : nothing}
    ${space.bookable ? html`<p><a href="/spaces/${space.id}#calendar">See when it is free and what it costs<span class="visually-hidden">: ${space.name}</span></a></p>` : nothing}
    ${parts.length > 0 ? html`<ul class="spaces spaces--parts" aria-label="Parts of ${space.name}">${parts.map((part) => spaceLine(part, all))}</ul>` : nothing}
  </li>`;
}
