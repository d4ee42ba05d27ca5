import { html, nothing, type TemplateResult } from 'lit';
import { counted } from '../../kernel/format.ts';
import { filesSection } from './open-data-files-part.ts';
import { forProgramsSection, mapSoftwareSection, ownPageSection } from './open-data-howto-part.ts';
import type { OpenDataViewData } from './open-data-view-data.ts';

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
