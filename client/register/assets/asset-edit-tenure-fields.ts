import { html, type TemplateResult } from 'lit';
import { IDENTIFIER_SCHEMES, TENURE_DETAILS, TENURES } from '../../../src/register/assets/asset-contract.ts';
import { IDENTIFIER_WORDS, TENURE_DETAIL_WORDS, TENURE_WORDS } from '../../../src/register/assets/asset-words.ts';
import { checkField, type FormState, longField, selectField } from '../../kernel/form-fields.ts';

/** On what terms the owner holds the place, and the numbers by which others know it. */
export function tenureFields(form: FormState): TemplateResult {
  return html`
    ${selectField(form, 'tenure', 'Tenure', [{ value: '', label: 'Not known' }, ...TENURES.map((value) => ({ value, label: TENURE_WORDS[value] }))])}
    <details class="more" ?open=${TENURE_DETAILS.some((detail) => form.values[`tenure_${detail}`] === 'yes')}><summary>Tenure in detail</summary>
      <div class="locks">${TENURE_DETAILS.map((detail) => checkField(form, `tenure_${detail}`, TENURE_DETAIL_WORDS[detail]))}</div>
    </details>
    ${longField(form, 'tenure_note', 'Note on the tenure', { rows: 2 })}
    <div class="side-by-side">
      ${IDENTIFIER_SCHEMES.map((scheme) => longField(form, `id_${scheme}`, IDENTIFIER_WORDS[scheme], { rows: 2, hint: 'One a line' }))}
    </div>`;
}
