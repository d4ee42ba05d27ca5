import { html, type TemplateResult } from 'lit';
import { LINE_CODE_WORDS } from '../../../src/casework/petitions/petition-words.ts';
import { LINE_CODES } from '../../../src/casework/petitions/signature-contract.ts';
import type { FormState } from '../../kernel/form-fields.ts';
import { mistakeOf } from '../../kernel/mistakes-view.ts';

const BASES = [
  { value: 'live', label: 'Lives there' },
  { value: 'work', label: 'Works there' },
  { value: 'study', label: 'Studies there' },
];
const valueOf = ({ values }: FormState, name: string): string => {
  const value = values[name];
  return typeof value === 'string' ? value : '';
};

/** One line of a sheet: name, postcode, what they do there, and why it cannot count where it cannot. */
export function lineFields(form: FormState, line: number): TemplateResult {
  const input = (name: string, label: string, size: string): TemplateResult =>
    html`<label class=${`sheet-line__${size}`} for="field-${name}_${line}">${label}<input id="field-${name}_${line}" name="${name}_${line}" value=${valueOf(form, `${name}_${line}`)} autocomplete="off" /></label>`;
  const choice = (name: string, label: string, all: readonly { value: string; label: string }[]): TemplateResult =>
    html`<label for="field-${name}_${line}">${label}<select id="field-${name}_${line}" name="${name}_${line}">${all.map(({ value, label: words }) => html`<option value=${value} ?selected=${value === valueOf(form, `${name}_${line}`)}>${words}</option>`)}</select></label>`;
  return html`<fieldset class="sheet-line"><legend>Line ${line}</legend>${mistakeOf(form.mistakes, `name_${line}`)}
    ${input('name', 'Name', 'name')}${input('postcode', 'Postcode', 'postcode')}
    ${choice('basis', 'There they', BASES)}
    ${choice(
      'code',
      'Line',
      LINE_CODES.map((value) => ({ value, label: LINE_CODE_WORDS[value] })),
    )}</fieldset>`;
}
