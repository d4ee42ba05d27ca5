import { html, type TemplateResult } from 'lit';
import { field, longField, type FormState } from '../../kernel/form-fields.ts';

/** When, how many, where, and what only whoever opens up reads. */
export const viewingFields = (form: FormState): TemplateResult => html`
  ${field(form, 'day', 'Day', { type: 'date' })}
  <div class="money-line__fields">${field(form, 'begins', 'From', { type: 'time' })} ${field(form, 'ends', 'Until', { type: 'time' })}
    ${field(form, 'places', 'People at most', { type: 'number', inputmode: 'numeric' })}</div>
  ${longField(form, 'meeting', 'Where do they come?', { rows: 2, hint: 'Street, number and door. Told to those who have a place, to nobody else, and let go of 30 days after.' })}
  ${longField(form, 'key_note', 'For whoever opens up', { rows: 2, optional: true, hint: 'Who has the key, how the alarm goes. Only owner, officers and caretakers read this.' })}`;
