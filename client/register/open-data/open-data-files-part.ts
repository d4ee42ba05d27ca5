import { html, nothing, type TemplateResult } from 'lit';
import { counted } from '../../kernel/format.ts';
import type { OpenDataViewData } from './open-data-view-data.ts';

/** Files to take away, for everything and for each area. */
export function filesSection({ total, areas }: OpenDataViewData): TemplateResult {
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
