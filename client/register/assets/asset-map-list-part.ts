import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { directionFrom, nearestFirst } from '../map/nearest-rules.ts';
import { keyOf } from '../map/spot-rules.ts';
import type { MapFeature } from '../map/spot-rules.ts';
import { clusterSign, placeSign } from './asset-map-sign-part.ts';
import { clusterAction, clusterWords, kindAndState, listedWords, MAP_WORDS } from './asset-map-words.ts';
import type { MapCluster, MapPlace } from '../../../src/register/assets/map-contract.ts';

export type MapListModel = {
  features: readonly MapFeature[];
  centre: { lon: number; lat: number };
  /** Key of the item to light up, because the pointer is on it in the map. */
  lit: string | null;
  nearName(lon: number, lat: number): string | null;
  onLight(key: string | null): void;
  onCluster(cluster: MapCluster): void;
};

const MOST_LISTED = 20;

/** The map in words: what is in view, nearest to its middle first. */
export function mapList(model: MapListModel): TemplateResult {
  const items = nearestFirst(model.features, model.centre, MOST_LISTED);
  if (items.length === 0) return html`<p class="map-list map-empty">${MAP_WORDS.nothingInView}</p>`;
  const more = listedWords(items.length, model.features.length);
  return html`<ul class="map-list" aria-labelledby="map-in-view">
    ${repeat(items, keyOf, (feature) => item(feature, model))}
    ${more ? html`<li class="map-more">${more}</li>` : nothing}
  </ul>`;
}

function item(feature: MapFeature, model: MapListModel): TemplateResult {
  const key = keyOf(feature);
  return html`<li class="map-item ${model.lit === key ? 'is-lit' : ''}"
    @focusin=${() => model.onLight(key)} @focusout=${() => model.onLight(null)}
    @pointerenter=${() => model.onLight(key)} @pointerleave=${() => model.onLight(null)}>
    ${feature.type === 'place' ? placeLink(feature) : clusterButton(feature, model)}
  </li>`;
}

export function placeLink({ id, name, kind, state }: MapPlace): TemplateResult {
  return html`<a href="/assets/${id}">${placeSign(kind, state)}<span><strong>${name}</strong> <small>${kindAndState(kind, state)}</small></span></a>`;
}

function clusterButton(cluster: MapCluster, { centre, nearName, onCluster }: MapListModel): TemplateResult {
  const words = clusterWords(cluster.count, nearName(cluster.lon, cluster.lat));
  const action = clusterAction(directionFrom(centre, cluster), cluster.ids.length === 0);
  return html`<button type="button" @click=${() => onCluster(cluster)}>
    ${clusterSign(cluster.count)}<span><strong>${words}</strong> <small>${action}</small></span>
  </button>`;
}
