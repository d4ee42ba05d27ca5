import { html, type TemplateResult } from 'lit';
import { MOST_ROWS, ROWS } from '../../../src/register/assets/asset-edit-contract.ts';
import { field, type FormState } from '../../kernel/form-fields.ts';

type List = keyof typeof ROWS;

/** Lines left empty below those that are filled in; saving makes room for more. */
const SPARE = 2;

const WORDS: Record<
  List,
  { one: string; about: string; columns: Record<string, { label: string; hint?: string; type?: 'date' }> }
> = {
  evidence: {
    one: 'Evidence',
    about: 'What shows that the place stands empty or is hardly used. Empty a line to take it away.',
    columns: { text: { label: 'What shows it' }, source: { label: 'Source' }, on: { label: 'Day', type: 'date' } },
  },
  costs: {
    one: 'Cost',
    about: 'Leave the figure empty when nobody knows it: then the page says “not known”. Empty a line to take it away.',
    columns: { label: { label: 'What for' }, pounds: { label: 'Pounds a year' }, source: { label: 'Source' } },
  },
};

/** Lines of one list: those that are there, and a few empty ones. */
export function rowFields(form: FormState, list: List): TemplateResult {
  const { one, about, columns } = WORDS[list];
  const filled = Object.entries(form.values).reduce((most, [name, value]) => {
    const [, at] = new RegExp(`^${list}_[a-z]+_(\\d+)$`).exec(name) ?? [];
    return at && value !== '' ? Math.max(most, Number(at)) : most;
  }, 0);
  const numbers = Array.from({ length: Math.min(MOST_ROWS, filled + SPARE) }, (_, index) => index + 1);
  return html`
    <p class="hint">${about}</p>
    ${numbers.map(
      (at) => html`<div class="edit-row" role="group" aria-label="${one} ${at}">
      ${ROWS[list].map((column) => {
        const { label = column, type } = columns[column] ?? {};
        return field(form, `${list}_${column}_${at}`, label, type ? { type } : {});
      })}
    </div>`,
    )}
  `;
}
