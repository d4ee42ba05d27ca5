import { html, nothing, type TemplateResult } from 'lit';
import { mistakesView, type MistakeData } from '../../kernel/mistakes-view.ts';
import { assetCard, type ListedAsset } from './asset-card-part.ts';
import { assetFilterForm, type FilterChoices, type FilterValues } from './asset-filter-form.ts';
import { totalsInWords, type TotalsData } from './asset-list-words.ts';
import { mapView, type MapData } from './map-view.ts';

export type AssetListViewData = {
  heading: string;
  values: FilterValues;
  choices: FilterChoices;
  mistakes: readonly MistakeData[];
  /** Absent when the form has mistakes: then nothing was searched. */
  found: {
    items: readonly ListedAsset[];
    totals: TotalsData;
    nextHref: string | null;
    firstHref: string | null;
    map: MapData;
    csvHref: string;
    geojsonHref: string;
    feedHref: string;
  } | null;
  /** Ways to find more when nothing was found: a filter taken away, and how many that would show. */
  wider: readonly { label: string; href: string; count: number }[];
};

/** List and map of the same places. The list is whole without the map, and without JavaScript. */
export function assetListView({ heading, values, choices, mistakes, found, wider }: AssetListViewData): TemplateResult {
  return html`
    <div class="wrap finder">
      <div class="finder__head">
        <h1>${heading}</h1>
        ${mistakesView(mistakes)}
        ${found ? html`<p class="lead" role="status">${totalsInWords(found.totals)}</p><p class="finder__jump"><a href="#found">Go to the places</a></p>` : nothing}
      </div>
      <details class="finder__filters" open>
        <summary class="finder__toggle">Search and filters</summary>
        ${assetFilterForm(values, choices, mistakes)}
      </details>
      <div class="finder__results" id="found">
        ${found ? results(found, values, wider) : html`<p>Correct the form and press “Show places”.</p>`}
      </div>
    </div>
  `;
}

type Found = NonNullable<AssetListViewData['found']>;

function results(found: Found, values: FilterValues, wider: AssetListViewData['wider']): TemplateResult {
  if (found.totals.count === 0) return nothingFound(wider, values.near);
  return html`
    ${mapView(found.map, html`<p>The map needs JavaScript. The list below has the same places.</p>`)}
    ${values.bbox ? html`<p>Only places in the part of the map you chose. <a href=${found.firstHref ?? '/assets'}>Show places everywhere</a></p>` : nothing}
    <section aria-labelledby="list-heading">
      <h2 id="list-heading">${values.near && values.sort !== 'name' ? `Nearest to ${values.near}` : 'Places by name'}</h2>
      <ul class="cards">${found.items.map((item) => html`<li>${assetCard(item)}</li>`)}</ul>
      <nav class="pages" aria-label="Pages">
        ${found.nextHref ? html`<a class="button" rel="next" href=${found.nextHref}>More places</a>` : html`<p>That is the end of the list.</p>`}
      </nav>
    </section>
    ${notListed(values.near)}
    <p class="take-away">
      Take these places with you: <a href=${found.csvHref} download>CSV table</a>, <a href=${found.geojsonHref} download>GeoJSON map data</a>, or
      <a href=${found.feedHref}>follow what changes</a>.
    </p>
  `;
}

/** Many a neglected corner is in nobody’s list. */
const notListed = (near: string | undefined): TemplateResult =>
  html`<p>You know a neglected place that is not here? <a href="/enquiries/new${near ? `?near=${encodeURIComponent(near)}` : ''}">Ask whose it is</a>, and somebody finds out.</p>
    <p>Not sure what you can do? <a href="/start">Three questions show which path fits you</a>.</p>`;

function nothingFound(wider: AssetListViewData['wider'], near: string | undefined): TemplateResult {
  return html`
    <section class="empty">
      <h2>No place fits all of that</h2>
      ${
        wider.length > 0
          ? html`<p>You could leave something out:</p>
            <ul>${wider.map(({ label, href, count }) => html`<li><a href=${href}>${label}</a>: ${count === 1 ? '1 place' : `${count.toLocaleString('en-GB')} places`}</li>`)}</ul>`
          : html`<p>Try other words, a wider distance or fewer filters. <a href="/assets">Show all places</a></p>`
      }
      ${notListed(near)}
    </section>
  `;
}
