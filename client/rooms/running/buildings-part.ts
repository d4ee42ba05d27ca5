import { html, nothing, type TemplateResult } from 'lit';
import type { BuildingChoice } from '../../../src/rooms/running/running-contract.ts';

/** So many buildings stand open; more are a search away. */
const FEW = 12;

/** On an owner's home: its buildings with rooms, each with who is in it and when it is closed. */
export function buildingsPart(
  buildings: readonly BuildingChoice[],
  mayClose: boolean,
): TemplateResult | typeof nothing {
  if (buildings.length === 0) return nothing;
  const line = ({
    id,
    name,
  }: BuildingChoice): TemplateResult => html`<li class="row"><div><strong>${name}</strong></div>
    <p class="actions"><a href="/desk/buildings/${id}/calendar">Calendar<span class="visually-hidden"> of ${name}</span></a> ${mayClose ? html`<a href="/desk/buildings/${id}/closures">Closed days<span class="visually-hidden"> of ${name}</span></a>` : nothing}</p></li>`;
  return html`<section class="buildings"><h2>Your buildings with rooms</h2>
    <p><a class="button button--quiet" href="/tonight">Who comes tonight</a></p>
    <ul class="rows">${buildings.slice(0, FEW).map(line)}</ul>
    ${buildings.length > FEW ? html`<details class="more"><summary>${buildings.length - FEW} more</summary><ul class="rows">${buildings.slice(FEW).map(line)}</ul></details>` : nothing}
  </section>`;
}
