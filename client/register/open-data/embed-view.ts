import { html, nothing, type TemplateResult } from 'lit';
import type { AssetState } from '../../../src/register/assets/asset-contract.ts';
import { STATE_WORDS } from '../../../src/register/assets/asset-words.ts';
import { mapView, type MapData } from '../assets/map-view.ts';
import { counted } from '../../kernel/format.ts';

export type EmbedPlace = { href: string; name: string; state: AssetState; where: string | null };
export type EmbedViewData = { total: number; places: readonly EmbedPlace[]; allHref: string; map: MapData };

/** Map and list for somebody else's page: no header, no footer, and every link opens in a window of its own. */
export function embedView({ total, places, allHref, map }: EmbedViewData): TemplateResult {
  const all = html`<a href=${allHref} rel="noopener">${total > places.length ? `All ${counted(total, 'place')}` : 'More about them'} on Meantime</a>`;
  return html`
    <main class="embed wrap">
      <h1>${counted(total, 'place')} in the meantime</h1>
      ${mapView(map, html`<p>The list has the same places.</p>`)}
      ${places.length === 0 ? html`<p>Nothing on the register fits at the moment.</p>` : html`<ul>${places.map(placeLine)}</ul>`}
      <p>${all}</p>
    </main>
  `;
}

function placeLine({ href, name, state, where }: EmbedPlace): TemplateResult {
  return html`<li><a href=${href} rel="noopener">${name}</a> – ${STATE_WORDS[state].toLowerCase()}${where ? html`, ${where}` : nothing}</li>`;
}
