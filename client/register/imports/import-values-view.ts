import { html, nothing, type TemplateResult } from 'lit';
import { MEANING_WORDS, TARGET_WORDS } from '../../../src/register/imports/import-screen-words.ts';
import { type AskedValue, valueInput } from '../../../src/register/imports/value-inputs-contract.ts';
import { type Choice, type FormState, selectField } from '../../kernel/form-fields.ts';
import { counted } from '../../kernel/format.ts';

/** Every word of the list that is not known, each with what it may count as; those explained before can be changed. */
export function valuesPart(form: FormState, asked: readonly AskedValue[]): TemplateResult | typeof nothing {
  if (asked.length === 0) return nothing;
  return html`<section class="edit-part">
    <h2>Words we do not know</h2>
    <p>Say what each counts as. It is remembered for this owner’s next list. A word left open has the careful reading: not listed, or kept from the public.</p>
    <ul class="plain-list">${asked.map((one) => html`<li>${valueField(form, one)}</li>`)}</ul>
  </section>`;
}

/** What the words count as so far, by the names of their inputs. */
export const answersTo = (asked: readonly AskedValue[]): Record<string, string> =>
  Object.fromEntries(asked.map(({ target, text, counts }) => [valueInput(target, text), counts]));

function valueField(form: FormState, { target, column, text, rows, meant }: AskedValue): TemplateResult {
  const word = text === '' ? 'An empty cell' : `“${text}”`;
  const where = column === '' ? TARGET_WORDS[target] : `column “${column}”`;
  const often = rows === null ? 'explained before' : counted(rows, 'row');
  const nearly = meant ? ` Did they mean “${meant}”?` : '';
  const choices: Choice[] = Object.entries(MEANING_WORDS[target]).map(([value, label]) => ({ value, label }));
  return selectField(
    form,
    valueInput(target, text),
    `${word} counts as`,
    [{ value: '', label: '– not said yet –' }, ...choices],
    { hint: `${where}, ${often}.${nearly}` },
  );
}
