import { html, type TemplateResult } from 'lit';
import type { Target } from '../../../src/register/imports/import-contract.ts';
import { TARGET_WORDS } from '../../../src/register/imports/import-screen-words.ts';
import { type Choice, type FormState, selectField } from '../../kernel/form-fields.ts';
import type { ColumnUse } from '../../../src/register/imports/import-report-contract.ts';

const HOW: Partial<Record<ColumnUse['how'], string>> = {
  told: 'as you said',
  remembered: 'remembered from last time',
  name: 'known by its name',
  split: 'parted from the column before',
  repeated: 'stands there twice',
  spare: 'another column holds this already',
  personal: 'about people: never stored',
  not_stored: 'not needed',
  unknown: 'not known',
};
const COMBINED: Target[][] = [['code', 'name']];
const ALL = Object.keys(TARGET_WORDS) as Target[];

/** One column: what it holds, how that is known, and its first cells. */
export function columnPart(
  form: FormState,
  { position, header, targets, how: found }: ColumnUse,
  now: readonly Target[],
  cells: readonly string[],
): TemplateResult {
  const how = now.join() === targets.join() ? found : 'told';
  const name = header === '' || header === `#${position}` ? `Column ${position}` : header;
  const combined = [
    ...COMBINED,
    ...(now.length > 1 && !COMBINED.some((one) => one.join() === now.join()) ? [[...now]] : []),
  ];
  const choices: Choice[] = [
    { value: '', label: '– not used –' },
    ...ALL.map((value) => ({ value, label: TARGET_WORDS[value] })),
    ...combined.map((both) => ({
      value: both.join(),
      label: both.map((target) => TARGET_WORDS[target]).join(' and '),
    })),
  ];
  const samples = [...new Set(cells.filter((cell) => cell !== ''))].slice(0, 3);
  return html`<li class="mapping__column">
    <div>${selectField(form, `column_${position}`, name, choices)}<p class="hint">${HOW[how] ?? ''}</p></div>
    <p class="mapping__cells">${samples.length === 0 ? html`<span class="hint">The first rows are empty here</span>` : samples.map((cell) => html`<span class="code">${cell}</span>`)}</p>
  </li>`;
}
