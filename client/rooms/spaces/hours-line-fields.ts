import { html, type TemplateResult } from 'lit';
import { WEEKDAYS } from '../../../src/kernel/recurrence-contract.ts';
import { APPROVALS, TERMS } from '../../../src/rooms/spaces/space-contract.ts';
import { APPROVAL_WORDS, TERM_WORDS, WEEKDAY_WORDS } from '../../../src/rooms/spaces/space-words.ts';
import { field, selectField, type Choice, type FormState } from '../../kernel/form-fields.ts';

/** Days of the week, for a choice. */
export const DAYS: Choice[] = [
  { value: '', label: 'Choose a day' },
  ...WEEKDAYS.map((day) => ({ value: String(day), label: WEEKDAY_WORDS[day] })),
  { value: '1-5', label: 'Monday to Friday' },
  { value: '6-7', label: 'Saturday and Sunday' },
  { value: '1-7', label: 'Every day' },
];

const YES_NO: Choice[] = [
  { value: 'no', label: 'No' },
  { value: 'yes', label: 'Yes' },
];

/** One line: day and times, and folded away what else there is to say. */
export function hoursLine(form: FormState, at: number): TemplateResult {
  const name = (column: string): string => `hours_${column}_${at}`;
  const valueOf = (column: string): string => String(form.values[name(column)] ?? '');
  const usual = { term: 'always', approval: 'owner', open: 'no', staffed: 'no' } as const;
  const values = {
    ...Object.fromEntries(Object.entries(usual).map(([column, value]) => [name(column), value])),
    ...Object.fromEntries(Object.entries(form.values).filter(([, value]) => value !== '')),
  };
  const filled = { ...form, values };
  const special = ['season_from', 'season_to', 'note'].some(
    (column) => valueOf(column) !== '' || form.mistakes.some(({ field: wrong }) => wrong === name(column)),
  );
  return html`<div class="hours-line" role="group" aria-label="Line ${at}" data-line=${at}>
    <div class="hours-line__when">${selectField(filled, name('days'), 'Day', DAYS)} ${field(filled, name('from'), 'Opens')} ${field(filled, name('to'), 'Closes')}</div>
    <div class="hours-line__how">
      ${selectField(
        filled,
        name('approval'),
        'Who decides?',
        APPROVALS.map((value) => ({ value, label: APPROVAL_WORDS[value] })),
      )}
      ${selectField(
        filled,
        name('term'),
        'When in the year?',
        TERMS.map((value) => ({ value, label: TERM_WORDS[value].label })),
      )}
      ${selectField(filled, name('open'), 'Published as open?', YES_NO)} ${selectField(filled, name('staffed'), 'Somebody there anyway?', YES_NO)}
    </div>
    <details ?open=${special}><summary>A season or a note<span class="visually-hidden"> for line ${at}</span></summary>
      <div class="hours-line__more">${field(filled, name('season_from'), 'First day', { type: 'date' })} ${field(filled, name('season_to'), 'Last day', { type: 'date' })} ${field(filled, name('note'), 'Note for everybody')}</div>
    </details>
  </div>`;
}
