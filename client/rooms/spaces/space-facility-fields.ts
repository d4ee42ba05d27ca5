import { html, type TemplateResult } from 'lit';
import {
  ACCESS_FACILITIES,
  FACILITY_TABLE,
  INSIDE_FACILITIES,
  type Facility,
} from '../../../src/rooms/spaces/facility-contract.ts';
import { field, longField, type FormState } from '../../kernel/form-fields.ts';
import { mistakeOf } from '../../kernel/mistakes-view.ts';

/** One row for each facility: there, not there, or nobody knows, with a note. */
export function facilityFields(form: FormState): TemplateResult {
  const row = (name: Facility): TemplateResult => facilityRow(form, name);
  return html`<p>Say yes only when it is so for this room, and at the hours when groups come. “Not known” is a fair answer: people are told to ask.</p>
    ${ACCESS_FACILITIES.map(row)} ${INSIDE_FACILITIES.map(row)}
    ${longField(form, 'access_notes', 'More about getting in and around', { hint: 'For instance “The way to the entrance is steep.” Everybody reads this.', rows: 2, optional: true })}`;
}

/** One fact: yes, no or not known, and folded away what is special about it. */
function facilityRow(form: FormState, name: Facility): TemplateResult {
  const key = `has_${name}`;
  const value = String(form.values[key] ?? '');
  const more = ['_note', '_from', '_to'].map((suffix) => `${key}${suffix}`);
  const open = more.some((input) => form.values[input] || form.mistakes.some((mistake) => mistake.field === input));
  return html`<fieldset class="facility" id="field-${key}" tabindex="-1">
    <legend>${FACILITY_TABLE[name].label}</legend>
    ${mistakeOf(form.mistakes, key)}
    <div class="facility__answers">${[
      ['yes', 'Yes'],
      ['no', 'No'],
      ['', 'Not known'],
    ].map(
      ([answer, label]) =>
        html`<label class="choice"><input type="radio" name=${key} value=${answer} ?checked=${value === answer} /> <span>${label}</span></label>`,
    )}</div>
    <details ?open=${open}><summary>Add a note or hours<span class="visually-hidden"> about: ${FACILITY_TABLE[name].label}</span></summary>
      <div class="facility__more">${field(form, `${key}_note`, 'Note', { hint: 'For instance “Ring the bell”' })} ${field(form, `${key}_from`, 'From', { hint: 'For instance 08:00' })} ${field(form, `${key}_to`, 'Until', { hint: 'For instance 20:00' })}</div>
    </details>
  </fieldset>`;
}
