import { html, nothing, type TemplateResult } from 'lit';
import { counted } from '../../kernel/format.ts';
import { forProgramsSection, mapSoftwareSection, ownPageSection } from './open-data-howto.ts';

export type AreaCount = { name: string; slug: string; count: number };
export type OpenDataViewData = {
  baseUrl: string;
  licence: { name: string; url: string };
  total: number;
  areas: readonly AreaCount[];
  /** The filters the visitor came with, and how many match; null without filters. */
  search: { count: number; params: string } | null;
  columns: readonly { name: string; meaning: string }[];
  /** Id of the collection that the examples use. */
  collection: string;
};

/** Everything there is to take away, and how. */
export function openDataView(data: OpenDataViewData): TemplateResult {
  const { licence, search } = data;
  return html`
    <div class="wrap prose">
      <h1>Open data</h1>
      <p class="lead">Everything that this register shows, you may take away and use: as a file, in your map, in your own program or on your own page.</p>
      ${search ? searchSection(search) : nothing}
      ${filesSection(data)}
      <h2 id="licence">What you may do with it</h2>
      <p>The register’s data are published under the <a rel="license" href=${licence.url}>${licence.name}</a>. You may copy, change and sell them, as long as you say where they come from. This sentence is enough:</p>
      <blockquote>Contains public sector information licensed under the Open Government Licence v3.0. Source: Meantime.</blockquote>
      <p>Photos belong to whoever is named below them.</p>
      ${hiddenSection}
      ${columnsSection(data.columns)}
      ${forProgramsSection(data)}
      ${mapSoftwareSection(data)}
      ${ownPageSection(data)}
    </div>
  `;
}

function searchSection({ count, params }: { count: number; params: string }): TemplateResult {
  return html`
    <h2 id="search">Your search</h2>
    <p>${count === 1 ? '1 place fits' : `${counted(count, 'place')} fit`} what you looked for.</p>
    ${
      count === 0
        ? nothing
        : html`<p>
      <a class="button" href="/api/assets.csv?${params}">Download as CSV</a>
      <a class="button" href="/api/assets.geojson?${params}">Download as GeoJSON</a>
    </p>`
    }
    <p><a href="/assets?${params}">Back to the list</a>. <a href="/assets.atom?${params}">Follow what changes</a> among these places, in any feed reader and without an account.</p>
  `;
}

function filesSection({ total, areas }: OpenDataViewData): TemplateResult {
  return html`
    <h2 id="files">The whole register</h2>
    <p>The register has ${counted(total, 'place')}. The files are made when you ask for them, so they are never out of date.</p>
    <div class="table-scroll" role="region" aria-label="Files for each area" tabindex="0">
      <table>
        <thead><tr><th scope="col">Area</th><th scope="col">Places</th><th scope="col">For spreadsheets</th><th scope="col">For maps</th><th scope="col">What changes</th></tr></thead>
        <tbody>
          ${areas.map(({ name, slug, count }) => fileRow(name, count, `?area=${slug}`))}
          ${areas.length === 1 ? nothing : fileRow('All areas', total, '')}
        </tbody>
      </table>
    </div>
    <p>Want less? <a href="/assets">Look for places</a> first; the list offers the same files for what you found.</p>
  `;
}

function fileRow(name: string, count: number, query: string): TemplateResult {
  return html`<tr>
    <th scope="row">${name}</th>
    <td>${count.toLocaleString('en-GB')}</td>
    <td><a href="/api/assets.csv${query}" aria-label="CSV, ${name}">CSV</a></td>
    <td><a href="/api/assets.geojson${query}" aria-label="GeoJSON, ${name}">GeoJSON</a></td>
    <td><a href="/assets.atom${query}" aria-label="Atom feed, ${name}">Atom feed</a></td>
  </tr>`;
}

const hiddenSection = html`
  <h2 id="hidden">What is left out, and why</h2>
  <p>An empty building can draw thieves and people who break in. The government’s transparency code therefore asks councils to publish empty buildings with their postcode district only. We do the same, in every page, file and feed:</p>
  <ul>
    <li>the name says no more than “Vacant building” and the ward, and the reference begins with “M-”</li>
    <li>there is no street, no full postcode, no property number (UPRN) and no photo</li>
    <li>on maps, the point is the middle of the ward; in the CSV file there is none</li>
    <li>the floor area is rounded to 50 square metres, and no date says since when it has been empty</li>
  </ul>
  <p>In the data these places have <code>redacted</code> set to <code>true</code>. An officer may release a building, with a reason and for a time; then it is shown like any other. Empty land, and buildings that people use, are always shown in full.</p>
`;

function columnsSection(columns: OpenDataViewData['columns']): TemplateResult {
  return html`
    <h2 id="columns">Columns of the CSV file</h2>
    <p>The columns are those of the Local Government Association’s schema for land and buildings, in its order, and a few of our own at the end. Text is in UTF-8. An empty cell means that nobody has told us. A text that a spreadsheet could take for a formula begins with an apostrophe.</p>
    <div class="table-scroll" role="region" aria-label="Columns of the CSV file" tabindex="0">
      <table>
        <thead><tr><th scope="col">Column</th><th scope="col">What it holds</th></tr></thead>
        <tbody>${columns.map(({ name, meaning }) => html`<tr><th scope="row"><code>${name}</code></th><td>${meaning}</td></tr>`)}</tbody>
      </table>
    </div>
  `;
}
