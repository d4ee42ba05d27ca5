import { html, nothing, type TemplateResult } from 'lit';
import type { FinderAnswer } from '../../../src/rooms/finder/answer-contract.ts';
import type { Choice } from '../../kernel/form-fields.ts';
import { mistakesView } from '../../kernel/mistakes-view.ts';
import type { FinderFormState } from './finder-form-state.ts';
import { finderForm } from './finder-form.ts';
import { FINDER_MAP_WORDS } from './finder-map-words.ts';
import { boxAround, numberedPlaces } from './numbered-place-rules.ts';
import { resultsView, summary } from './results-view.ts';
import { resultWords } from '../../../src/rooms/finder/finder-result-words.ts';

/** What lies under the numbers on the map. */
export type FinderBackdrop = {
  bbox: readonly number[];
  basemap: string | null;
  outline: string | null;
  tiles: string | null;
  attribution: string;
};
export type FinderViewData = {
  form: FinderFormState;
  areas: readonly Choice[];
  heading: string;
  /** Absent when the form has mistakes: then nothing was searched. */
  answer: FinderAnswer | null;
  map: FinderBackdrop;
  /** Being told when something opens: how that stands for whoever looks. */
  watch: TemplateResult | typeof nothing;
  /** Nothing has been asked for yet. */
  fresh: boolean;
};

/** From what somebody needs to rooms that they can book. Whole without the map, and without JavaScript. */
export function finderView({ form, areas, heading, answer, map, watch, fresh }: FinderViewData): TemplateResult {
  return html`
    <space-finder class="wrap finder room-finder">
      <div class="finder__head">
        <h1>${heading}</h1>
        ${mistakesView(form.mistakes)}
        ${fresh ? html`<p class="lead">${resultWords.lead}</p>` : nothing}
        ${answer && !fresh ? html`<p class="room-finder__wish" data-wish>${answer.wish}</p>` : html`<p class="room-finder__wish" data-wish hidden></p>`}
        <p class="lead" role="status" data-summary>${answer && !fresh ? summary(answer) : nothing}</p>
        ${answer && !fresh ? html`<p class="finder__jump"><a href="#found">${resultWords.jump}</a></p>` : nothing}
      </div>
      <details class=${fresh ? 'finder__form' : 'finder__form finder__filters'} open>
        <summary class="finder__toggle">What you need</summary>
        ${finderForm(form, areas)}
      </details>
      <div class="finder__results" id="found">
        ${answer ? mapPart(answer, map) : nothing}
        <div data-results>${answer ? resultsView(answer) : html`<p>Correct the form and press “Find rooms”.</p>`}</div>
        ${watch}
      </div>
    </space-finder>
  `;
}

function mapPart(
  { rooms, centre }: FinderAnswer,
  { bbox, basemap, outline, tiles, attribution }: FinderBackdrop,
): TemplateResult {
  const places = numberedPlaces(rooms);
  return html`<finder-map
    class="map" bbox=${(boxAround(places, centre) ?? bbox).join(',')} basemap=${basemap ?? nothing} outline=${outline ?? nothing} tiles=${tiles ?? nothing}
    attribution=${attribution} label=${FINDER_MAP_WORDS.label} places=${JSON.stringify(places)} ?hidden=${places.length === 0}
  ><div class="map__fallback"><p>${FINDER_MAP_WORDS.noScripts}</p></div></finder-map>`;
}
