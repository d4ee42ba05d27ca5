import { html, type TemplateResult } from 'lit';
import type { ColumnUse, ImportQuestion, Target } from '../../../src/register/imports/import-contract.ts';
import { onScreen, TARGET_WORDS } from '../../../src/register/imports/import-screen-words.ts';
import { ASSET_STATES_SHOWN, KINDS_SHOWN } from './import-choices.ts';
import { checkField, type Choice, field, type FormState, radioField, selectField } from '../../kernel/form-fields.ts';
import type { ImportScreenData } from './import-screen-data.ts';

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

/** What each column holds, beside its first cells; what holds for the whole file; and what was asked. */
export function mappingPart({ screen, targets, form }: ImportScreenData): TemplateResult {
  const { preview, options, report } = screen;
  const questions = screen.state === 'checked' ? (report?.questions ?? []) : [];
  const given: FormState = {
    ...form,
    values: {
      ...columnsOf(targets),
      kind: options.set.kind ?? '',
      state: options.set.state ?? '',
      dates: options.dates ?? '',
      crs: options.crs ?? '',
      ...Object.fromEntries(options.accept.map((name) => [`accept_${name}`, 'yes'])),
      ...form.values,
    },
  };
  return html`
    <form method="post" action="/desk/import/${screen.id}/check" novalidate class="mapping">
      ${questions.map((question) => questionPart(given, question))}
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
        <div class="side-by-side">
          ${selectField(given, 'kind', 'Land or building', [{ value: '', label: 'Each row says it' }, ...KINDS_SHOWN], { hint: 'Empty buildings are published without their address.' })}
          ${selectField(given, 'state', 'State', [{ value: '', label: 'Each row says it, or the usual' }, ...ASSET_STATES_SHOWN], { hint: 'For instance when the file lists only vacant land' })}
        </div>
      </section>
      <button class="button" type="submit">${screen.state === 'checked' ? 'Check again' : 'Check what would happen'}</button>
    </form>
  `;
}

function columnPart(
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

function questionPart(form: FormState, { code, message, answers }: ImportQuestion): TemplateResult {
  const part = (body: TemplateResult): TemplateResult =>
    html`<div class="panel question"><h3>${TITLES[code]}</h3><p>${onScreen(message)}</p>${body}</div>`;
  if (code === 'date_order')
    return part(
      radioField(form, 'dates', 'Which comes first in the dates?', [
        { value: 'dmy', label: 'The day: 03/04/2024 is 3 April' },
        { value: 'mdy', label: 'The month: 03/04/2024 is 4 March' },
      ]),
    );
  if (code === 'crs') {
    const systems = answers
      .flatMap((answer) => /EPSG:\d+/.exec(answer)?.[0] ?? [])
      .map((value) => ({ value, label: `Yes, that is right (${value})` }));
    return part(
      html`${radioField(form, 'crs', 'Which coordinates are they?', systems)} ${field(form, 'crs_other', 'Another system', { hint: 'As EPSG and a number, for instance EPSG:27700', optional: true })}`,
    );
  }
  if (code === 'other_area') {
    return part(
      html`${checkField(form, 'accept_other_area', 'Go ahead all the same')} ${field(form, 'crs_other', 'Or: the coordinate system', { hint: 'As EPSG and a number, for instance EPSG:27700', optional: true })}`,
    );
  }
  if (code === 'no_code') return part(referencePart(answers));
  if (code === 'mostly_rejected' || code === 'many_gone')
    return part(checkField(form, `accept_${code}`, 'Go ahead all the same'));
  return part(html`<p>Choose it below.</p>`);
}

/** Columns that could hold the reference, as the command line would be told of them. */
function referencePart(answers: readonly string[]): TemplateResult {
  const columns = answers
    .flatMap((answer) => /^--map "(.+)=code(?:,name)?"$/.exec(answer)?.[1] ?? [])
    .filter((column) => column !== 'COLUMN');
  return columns.length === 0
    ? html`<p>Choose it below.</p>`
    : html`<ul>${columns.map((column) => html`<li>${column.replace(/^#(\d+)$/, 'Column $1')}</li>`)}</ul><p>Choose “Reference” for one of them below, or “Reference and Name” when it is the name too.</p>`;
}

const TITLES: Record<ImportQuestion['code'], string> = {
  no_header: 'No row names the columns',
  no_code: 'Which column holds the reference?',
  no_kind: 'Land or buildings?',
  date_order: 'Day or month first?',
  crs: 'Which coordinates?',
  other_area: 'Is it the right area?',
  mostly_rejected: 'Most rows cannot be taken',
  many_gone: 'Most places would be taken off the register',
};

function columnsOf(targets: readonly Target[][]): Record<string, string> {
  return Object.fromEntries(targets.map((one, at) => [`column_${at + 1}`, one.join()]));
}
