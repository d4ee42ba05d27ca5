import { html, type TemplateResult } from 'lit';
import type { Target } from '../../../src/register/imports/import-contract.ts';
import { FORMATS_TO_CHOOSE } from '../../../src/register/imports/import-screen-words.ts';
import { askedValues } from '../../../src/register/imports/value-inputs-contract.ts';
import { ASSET_STATES_SHOWN, KINDS_SHOWN } from './import-choice-data.ts';
import { type FormState, selectField } from '../../kernel/form-fields.ts';
import { columnPart } from './import-columns-view.ts';
import { questionPart } from './import-questions-view.ts';
import type { ImportScreenData } from './import-screen-data.ts';
import { answersTo, valuesPart } from './import-values-view.ts';

/** What each column holds, beside its first cells; what holds for the whole file; and what was asked. */
export function mappingPart({ screen, targets, form }: ImportScreenData): TemplateResult {
  const { preview, options, report } = screen;
  const questions = screen.state === 'checked' ? (report?.questions ?? []) : [];
  const asked = askedValues(screen.state === 'checked' ? (report?.values ?? []) : [], options.values);
  const given: FormState = {
    ...form,
    values: {
      ...columnsOf(targets),
      kind: options.set.kind ?? '',
      state: options.set.state ?? '',
      dates: options.dates ?? '',
      crs: options.crs ?? '',
      format: options.format ?? '',
      organisation: options.organisation ?? '',
      ...answersTo(asked),
      ...Object.fromEntries(options.accept.map((name) => [`accept_${name}`, 'yes'])),
      ...form.values,
    },
  };
  return html`
    <form method="post" action="/desk/import/${screen.id}/check" novalidate class="mapping">
      ${questions.map((question) => questionPart(given, question))}
      ${valuesPart(given, asked)}
      <section class="edit-part">
        <h2>What the columns hold</h2>
        <p>Leave out what does not belong on the register. What you choose here is remembered for this owner’s next list.</p>
        <ol class="mapping__columns">${preview.columns.map((column, at) =>
          columnPart(
            given,
            column,
            targets[at] ?? [],
            preview.rows.map((cells) => cells[at] ?? ''),
          ),
        )}</ol>
      </section>
      <section class="edit-part">
        <h2>What holds for the whole file</h2>
        ${selectField(given, 'format', 'Kind of list', [{ value: '', label: 'As its columns tell' }, ...FORMATS], { hint: 'A column that says who owns each place is believed in every kind of list.' })}
        <div class="side-by-side">
          ${selectField(given, 'kind', 'Land or building', [{ value: '', label: 'Each row says it' }, ...KINDS_SHOWN], { hint: 'Empty buildings are published without their address.' })}
          ${selectField(given, 'state', 'State', [{ value: '', label: 'Each row says it, or the usual' }, ...ASSET_STATES_SHOWN], { hint: 'For instance when the file lists only vacant land' })}
        </div>
      </section>
      <button class="button" type="submit">${screen.state === 'checked' ? 'Check again' : 'Check what would happen'}</button>
    </form>
  `;
}

function columnsOf(targets: readonly Target[][]): Record<string, string> {
  return Object.fromEntries(targets.map((one, at) => [`column_${at + 1}`, one.join()]));
}

const FORMATS = Object.entries(FORMATS_TO_CHOOSE).map(([value, label]) => ({ value, label }));
