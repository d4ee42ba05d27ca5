import { html, nothing, type TemplateResult } from 'lit';
import type { Shape } from '../../../src/register/assets/asset-contract.ts';
import { checkField, field, type FormState, longField } from '../../kernel/form-fields.ts';
import type { EditViewData } from './asset-edit-data.ts';

/** How much of the town stands around a place on the map at first, in degrees. */
const AROUND = { lon: 0.0012, lat: 0.0006 };

/** Address, point and outline. The map is an island around the fields: what it draws, it writes into them. */
export function whereFields(form: FormState, { area, asset, tiles, may }: EditViewData): TemplateResult {
  return html`
    <div class="address">
      ${field(form, 'number', 'Number')} ${field(form, 'street', 'Street')}
      ${field(form, 'town', 'Town')} ${field(form, 'postcode', 'Postcode')}
    </div>
    <shape-editor
      bbox=${firstView(asset.shape, asset.point, area.bbox).join(',')} within=${area.bbox.join(',')} basemap=${area.hasBasemap ? `/api/areas/${area.slug}/basemap` : nothing}
      outline="/api/areas/${area.slug}/outline" tiles=${area.hasBasemap ? nothing : tiles.url} attribution=${area.hasBasemap ? 'Drawn for this register' : tiles.attribution}
      ?readonly=${!may.edit}
    >
      <div class="shape-fields">
        <p class="hint">The point marks where the place is. ${asset.precision === 'postcode' ? 'None is set yet: the map uses the middle of the postcode.' : ''}</p>
        <div class="side-by-side">
          ${field(form, 'lon', 'Longitude of the point', { inputmode: 'decimal' })} ${field(form, 'lat', 'Latitude of the point', { inputmode: 'decimal' })}
        </div>
        <details class="more" ?open=${form.mistakes.some((mistake) => mistake.field === 'shape')}><summary>The outline as text (GeoJSON)</summary>
          ${longField(form, 'shape', 'Outline', { hint: 'A Polygon in longitude and latitude. Empty it to have no outline.', rows: 5 })}
        </details>
        ${checkField(form, 'use_outline_area', html`Take the land area from the outline <span class="shape-size"></span>`)}
      </div>
    </shape-editor>
  `;
}

function firstView(
  shape: Shape | null,
  point: { lon: number; lat: number } | null,
  area: readonly number[],
): readonly number[] {
  const rings = shape ? (shape.type === 'Polygon' ? shape.coordinates : shape.coordinates.flat()) : [];
  const corners = [...rings.flat(), ...(point ? [[point.lon, point.lat]] : [])];
  if (corners.length === 0) return area;
  const [lons, lats] = [corners.map(([lon = 0]) => lon), corners.map(([, lat = 0]) => lat)];
  return [
    Math.min(...lons) - AROUND.lon,
    Math.min(...lats) - AROUND.lat,
    Math.max(...lons) + AROUND.lon,
    Math.max(...lats) + AROUND.lat,
  ].map((degrees) => Math.round(degrees * 1e6) / 1e6);
}
