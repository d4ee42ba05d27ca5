import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { mapLegend } from './asset-map-legend-part.ts';
import { inViewWords, MAP_WORDS, unplacedWords } from './asset-map-words.ts';
import type { MapReply } from '../../../src/register/assets/map-contract.ts';

export type MapFrameModel = {
  label: string;
  howTo: string;
  attribution: string | null;
  note: string | null;
  card: TemplateResult | typeof nothing;
  onZoom(steps: number): void;
  onPosition(): void;
};
export type MapSideModel = {
  reply: MapReply | null;
  failed: boolean;
  list: TemplateResult | typeof nothing;
  onlyTheseHref: string;
};

/** The map with its buttons. The arrow keys must reach the map itself, hence `application`. */
export function mapFrame(model: MapFrameModel): TemplateResult {
  return html`<div class="map-part map-frame">
    ${mapTools(model)}
    <div class="map-window">
      <div class="map-canvas" role="application" tabindex="0" aria-label=${model.label} aria-describedby="map-how-to"></div>
      <p class="map-how-to" id="map-how-to">${model.howTo}</p>
      <p class="map-note" role="status">${model.note ?? nothing}</p>
      ${model.card}
      ${model.attribution ? html`<p class="map-attribution">${attribution(model.attribution)}</p>` : nothing}
    </div>
  </div>`;
}

/** Before the map in reading order, so that Tab leads from the map straight to the list. */
function mapTools({ onZoom, onPosition }: MapFrameModel): TemplateResult {
  return html`<div class="map-tools">
    <button type="button" @click=${() => onZoom(1)}><span class="map-icon" aria-hidden="true">+</span>${MAP_WORDS.zoomIn}</button>
    <button type="button" @click=${() => onZoom(-1)}><span class="map-icon" aria-hidden="true">−</span>${MAP_WORDS.zoomOut}</button>
    <button type="button" @click=${onPosition}><span class="map-icon" aria-hidden="true">◎</span>${MAP_WORDS.position}</button>
  </div>`;
}

/** What the map shows, in words. */
export function mapSide({ reply, failed, list, onlyTheseHref }: MapSideModel): TemplateResult {
  const unplaced = reply ? unplacedWords(reply.unplaced) : null;
  return html`<div class="map-part map-side">
    <h2 class="map-heading" id="map-in-view" tabindex="-1">${MAP_WORDS.inView}</h2>
    <div class="map-count">
      <p aria-live="polite">${failed ? MAP_WORDS.failure : reply ? inViewWords(reply.inView, reply.total) : MAP_WORDS.loading}</p>
      ${unplaced ? html`<p>${unplaced}</p>` : nothing}
    </div>
    ${list}
    <a class="map-only" href=${onlyTheseHref}>${MAP_WORDS.onlyThese}</a>
    ${mapLegend()}
  </div>`;
}

/** OpenStreetMap asks for a link to its terms. */
function attribution(text: string): TemplateResult | string {
  return text.includes('OpenStreetMap') ? html`<a href="https://www.openstreetmap.org/copyright">${text}</a>` : text;
}
