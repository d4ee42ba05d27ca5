import { html, nothing, type TemplateResult } from 'lit';
import { field, type FormState } from '../../kernel/form-fields.ts';

/** A map to choose a place on: whose it is, and what to show first. */
export type PickMap = {
  bbox: readonly number[];
  basemap: string | null;
  outline: string | null;
  tiles: string | null;
  attribution: string;
};

/**
 * Where the place is. The map is an island around the fields: what is chosen on it stands in them, and without it a postcode or a ward
 * does as well.
 */
export function whereFields(form: FormState, map: PickMap): TemplateResult {
  return html`
    ${field(form, 'place', 'Where is it, in a few words?', { hint: 'For instance “the verge between 12 and 14 Mill Lane”. Of land everybody can read this, so name no people.' })}
    <shape-editor point-only
      bbox=${map.bbox.join(',')} within=${map.bbox.join(',')} basemap=${map.basemap ?? nothing} outline=${map.outline ?? nothing}
      tiles=${map.tiles ?? nothing} attribution=${map.attribution}
    >
      <div class="shape-fields">
        <details class="more" ?open=${form.mistakes.some((mistake) => mistake.field === 'lon' || mistake.field === 'lat')}><summary>Enter the point as numbers</summary>
          <div class="side-by-side">
            ${field(form, 'lon', 'Longitude', { inputmode: 'decimal', optional: true })} ${field(form, 'lat', 'Latitude', { inputmode: 'decimal', optional: true })}
          </div>
        </details>
      </div>
    </shape-editor>
    ${field(form, 'near', 'Or the nearest postcode, or the name of the ward', { optional: true, autocomplete: 'postal-code', hint: 'If you have chosen a point on the map, leave this empty.' })}
  `;
}
