import { html, nothing, type TemplateResult } from 'lit';
import { textIn } from '../../../src/groups/benefit-test/criteria-contract.ts';
import type { Criterion } from '../../../src/groups/benefit-test/criterion-contract.ts';
import { EVIDENCE_HINT } from '../../../src/groups/benefit-test/passport-words.ts';
import { textArea, type FormState } from '../../kernel/form-fields.ts';
import { mistakeOf } from '../../kernel/mistakes-view.ts';

/** One question of the test with why it is asked and what may show it, and the group's own words. */
export function questionField(form: FormState, { id, text, why, evidence, help }: Criterion): TemplateResult {
  const name = `answer_${id}`;
  const wrong = form.mistakes.some((mistake) => mistake.field === name);
  const value = form.values[name];
  return html`
    <div class="field question">
      <label for="field-${name}">${textIn(text)}</label>
      <p class="hint" id="hint-${name}">${textIn(why)} ${help ? html`${textIn(help)} ` : nothing}What may show it: ${lowerFirst(textIn(evidence))}. ${EVIDENCE_HINT}</p>
      ${mistakeOf(form.mistakes, name)}
      ${textArea({ id: `field-${name}`, name, rows: '5', 'aria-describedby': wrong ? `hint-${name} mistake-${name}` : `hint-${name}`, 'aria-invalid': wrong ? 'true' : nothing }, typeof value === 'string' ? value : '')}
    </div>
  `;
}

const lowerFirst = (text: string): string => `${text.charAt(0).toLowerCase()}${text.slice(1)}`;
