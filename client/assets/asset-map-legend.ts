import { html } from 'lit';
import type { TemplateResult } from 'lit';
import { ASSET_KINDS_SHOWN, ASSET_STATES_SHOWN, CLUSTER_MEANING, DOUBT_MEANING, KIND_MEANINGS, MAP_WORDS, STATE_MEANINGS } from './asset-map-words.ts';
import { clusterSign, doubtSign, kindSign, placeSign } from './asset-map-sign.ts';

/** Every sign with its meaning. Closed at first: the list already says each state in words. */
export function mapLegend(): TemplateResult {
  return html`<details class="map-legend">
    <summary>${MAP_WORDS.legend}</summary>
    <ul>
      ${ASSET_KINDS_SHOWN.map((kind) => html`<li>${kindSign(kind)}<span>${KIND_MEANINGS[kind]}</span></li>`)}
      ${ASSET_STATES_SHOWN.map((state) => html`<li>${placeSign('land', state)}<span>${STATE_MEANINGS[state]}</span></li>`)}
      <li>${clusterSign(7)}<span>${CLUSTER_MEANING}</span></li>
      <li>${doubtSign()}<span>${DOUBT_MEANING}</span></li>
    </ul>
  </details>`;
}
