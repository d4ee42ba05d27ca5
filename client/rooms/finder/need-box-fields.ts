import { html, type TemplateResult } from 'lit';
import {
  ACCESS_FACILITIES,
  FACILITY_TABLE,
  INSIDE_FACILITIES,
  type Facility,
} from '../../../src/rooms/spaces/facility-contract.ts';
import type { Choice, FormState } from '../../kernel/form-fields.ts';
import { mistakeOf } from '../../kernel/mistakes-view.ts';

const choicesOf = (facilities: readonly Facility[]): Choice[] =>
  facilities.map((facility) => ({ value: facility, label: FACILITY_TABLE[facility].label }));

/** What a room must have: access first, the rest folded away until some of it is chosen. */
export function needBoxes(form: FormState, legend: string): TemplateResult {
  const folded = INSIDE_FACILITIES.some((facility) => chosenIn(form, 'need').includes(facility));
  return html`
    ${boxes(form, 'need', legend, choicesOf(ACCESS_FACILITIES))}
    <details class="more" ?open=${folded}><summary>More that it must have</summary>${boxes({ ...form, mistakes: [] }, 'need', 'Inside and outside', choicesOf(INSIDE_FACILITIES), '', 'need-more')}</details>
  `;
}

/** Boxes of which any number may be ticked. The field's id is on the group, for the links of the summary of mistakes. */
export function boxes(
  form: FormState,
  name: 'day' | 'need',
  legend: string,
  choices: readonly Choice[],
  look = '',
  id: string = name,
): TemplateResult {
  const chosen = chosenIn(form, name);
  return html`<fieldset class="field" id="field-${id}" tabindex="-1">
    <legend>${legend}</legend>
    ${mistakeOf(form.mistakes, name)}
    <div class="boxes ${look}">${choices.map(({ value, label }) => html`<label class="choice"><input type="checkbox" name=${name} value=${value} ?checked=${chosen.includes(value)} /> <span>${label}</span></label>`)}</div>
  </fieldset>`;
}

/** One box that is ticked comes as a text, several as a list. */
const chosenIn = ({ values }: FormState, name: string): string[] => [values[name] ?? []].flat().map(String);
