import { html, type TemplateResult } from 'lit';

export type OgcCollection = { id: string; title: string; description: string };
export type OgcLanding = { title: string; description: string; address: string; collections: OgcCollection[] };
export type OgcItem = { id: string; name: string; place: string | null; owner: string };

/** What stands at the address that people give to their map software. */
export function ogcLandingView({ title, description, address, collections }: OgcLanding): TemplateResult {
  return html`
    <div class="wrap prose">
      <h1>${title}</h1>
      <p class="lead">${description}</p>
      <p>Give this address to QGIS or other map software: <code>${address}</code></p>
      <h2>Collections</h2>
      <ul>${collections.map((one) => html`<li><a href="/ogc/collections/${one.id}?f=html">${one.title}</a></li>`)}</ul>
      <h2>For programs</h2>
      <ul>
        <li><a href="/ogc?f=json">This page as JSON</a></li>
        <li><a href="/ogc/api">Description of the API (OpenAPI 3.0)</a></li>
        <li><a href="/ogc/conformance">Parts of the standard that are kept</a></li>
        <li><a href="/open-data">Everything about our open data</a></li>
      </ul>
    </div>
  `;
}

export function ogcCollectionView({
  id,
  title,
  description,
  count,
  box,
}: OgcCollection & { count: number; box: readonly number[] }): TemplateResult {
  return html`
    <div class="wrap prose">
      <p><a href="/ogc?f=html">All collections</a></p>
      <h1>${title}</h1>
      <p class="lead">${description}</p>
      <dl>
        <dt>Features</dt>
        <dd>${count.toLocaleString('en-GB')}</dd>
        <dt>Reaches from west, south to east, north</dt>
        <dd>${box.map((degrees) => degrees.toFixed(4)).join(', ')}</dd>
      </dl>
      <p><a class="button" href="/ogc/collections/${id}/items?f=html">Look at the features</a></p>
      <p><a href="/ogc/collections/${id}/items?f=json">The features as GeoJSON</a></p>
    </div>
  `;
}

export function ogcItemsView({
  id,
  title,
  matched,
  items,
  next,
}: {
  id: string;
  title: string;
  matched: number;
  items: OgcItem[];
  next: string | null;
}): TemplateResult {
  return html`
    <div class="wrap prose">
      <p><a href="/ogc/collections/${id}?f=html">About this collection</a></p>
      <h1>${title}</h1>
      <p class="lead">${matched === 1 ? '1 feature matches.' : `${matched.toLocaleString('en-GB')} features match.`}</p>
      <ul>${items.map(itemLine)}</ul>
      ${next === null ? html`<p>That is all of them.</p>` : html`<p><a class="button" rel="next" href=${next}>Next page</a></p>`}
    </div>
  `;
}

function itemLine({ id, name, place, owner }: OgcItem): TemplateResult {
  return html`<li><a href="/assets/${id}">${name}</a>${place ? `, ${place}` : ''} (${owner})</li>`;
}
