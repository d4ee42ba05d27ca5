import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { PRECISION_WORDS } from '../../../src/register/assets/asset-words.ts';
import type { MapFeature } from '../map/spot-rules.ts';
import { placeLink } from './asset-map-list-part.ts';
import { MAP_WORDS, numberedPlace, placesHereWords } from './asset-map-words.ts';
import type { MapCluster } from '../../../src/register/assets/map-contract.ts';

export type MapCardModel = {
  chosen: MapFeature;
  /** Names by asset id, as far as they are known. */
  names: ReadonlyMap<string, string>;
  /** The list page narrowed to a box. */
  listHref(bbox: MapCluster['bbox']): string;
  onClose(): void;
};

/** What was pressed on the map, in words and with its link. */
export function mapCard(model: MapCardModel): TemplateResult {
  const { chosen, onClose } = model;
  return html`<section class="map-card" aria-label=${MAP_WORDS.chosen} tabindex="-1">
    ${chosen.type === 'place' ? html`${placeLink(chosen)}${chosen.precision === 'exact' ? nothing : html`<p class="map-doubt">${PRECISION_WORDS[chosen.precision]}</p>`}<p><a href="/start?asset=${chosen.id}">${MAP_WORDS.start}</a></p>` : together(chosen, model)}
    <button type="button" class="map-close" @click=${onClose}>${MAP_WORDS.close}</button>
  </section>`;
}

function together(cluster: MapCluster, { names, listHref }: MapCardModel): TemplateResult {
  return html`<p><strong>${placesHereWords(cluster.count)}</strong></p>
    <ol>${cluster.ids.map((id, i) => html`<li><a href="/assets/${id}">${names.get(id) ?? numberedPlace(i + 1, cluster.count)}</a></li>`)}</ol>
    ${cluster.ids.length < cluster.count ? html`<p><a href=${listHref(cluster.bbox)}>${MAP_WORDS.seeAllHere}</a></p>` : nothing}`;
}
