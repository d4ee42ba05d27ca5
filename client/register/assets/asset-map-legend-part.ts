import { html } from 'lit';
import type { TemplateResult } from 'lit';
import { clusterSign, doubtSign, kindSign, placeSign } from './asset-map-sign-part.ts';
import {
  CLUSTER_MEANING,
  DOUBT_MEANING,
  KIND_MEANINGS,
  KINDS_SHOWN,
  MAP_WORDS,
  stateMeaning,
  STATES_SHOWN,
} from './asset-map-words.ts';

/** Every sign with its meaning. Closed at first: the list already says each state in words. */
export function mapLegend(): TemplateResult {
  return html`<details class="map-legend">
    <summary>${MAP_WORDS.legend}</summary>
    <ul>
      ${KINDS_SHOWN.map((kind) => html`<li>${kindSign(kind)}<span>${KIND_MEANINGS[kind]}</span></li>`)}
      ${STATES_SHOWN.map((state) => html`<li>${placeSign('land', state)}<span>${stateMeaning(state)}</span></li>`)}
      <li>${clusterSign(7)}<span>${CLUSTER_MEANING}</span></li>
      <li>${doubtSign()}<span>${DOUBT_MEANING}</span></li>
    </ul>
  </details>`;
}
