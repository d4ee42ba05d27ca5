import { html, type TemplateResult } from 'lit';
import { onScreen } from '../../../src/register/imports/import-screen-words.ts';
import { checkField, field, type FormState, radioField, selectField } from '../../kernel/form-fields.ts';
import type { ImportQuestion } from '../../../src/register/imports/import-report-contract.ts';

/** One question about the file, with the inputs that answer it or the place where they are. */
export function questionPart(form: FormState, { code, message, answers }: ImportQuestion): TemplateResult {
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
  if (code === 'several_owners') {
    const names = answers.flatMap((answer) => /^--organisation "(.+)"$/.exec(answer)?.[1] ?? []);
    return part(
      html`${selectField(form, 'organisation', 'The owner stands there as', [{ value: '', label: '– choose –' }, ...names.map((name) => ({ value: name, label: name }))])}
        ${checkField(form, 'accept_several_owners', 'All of them belong to this owner')}`,
    );
  }
  if (code === 'no_code') return part(referencePart(answers));
  if (code === 'unknown_owner' || code === 'unknown_state' || code === 'unknown_kind')
    return part(
      html`<p>Say it under “Words we do not know” below, or:</p>${checkField(form, `accept_${code}`, 'Go ahead with the careful reading')}`,
    );
  if (['mostly_rejected', 'many_gone', 'no_place', 'not_understood'].includes(code))
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
  unknown_owner: 'Who owns these?',
  unknown_state: 'Are these empty?',
  unknown_kind: 'Is this land or a building?',
  not_understood: 'A column that could not be read',
  several_owners: 'Whose places are these?',
  no_place: 'Nothing would be on the map',
  other_area: 'Is it the right area?',
  mostly_rejected: 'Most rows cannot be taken',
  many_gone: 'Most places would be taken off the register',
};
