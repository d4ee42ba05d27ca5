import { html, type TemplateResult } from 'lit';
import { DAY_NAMES, weekdayNamed } from '../../../src/rooms/finder/finder-contract.ts';
import { WEEKDAY_WORDS } from '../../../src/rooms/spaces/space-words.ts';
import { field, longField, radioField, selectField, type FormState } from '../../kernel/form-fields.ts';
import { mistakeOf } from '../../kernel/mistakes-view.ts';

/** How often and when. Questions that do not go with the answer before are folded away where the browser can. */
export function whenPart(form: FormState): TemplateResult {
  return html`
    <h2 class="h-small">When</h2>
    ${radioField(form, 'repeat', 'How often?', [
      { value: 'once', label: 'Once' },
      { value: 'weekly', label: 'Every week, or every few weeks' },
      { value: 'monthly', label: 'Once a month' },
      { value: 'dates', label: 'On dates that we pick' },
    ])}
    <div class="when when--once">${field(form, 'on', 'Which date?', { type: 'date' })}</div>
    <div class="when when--weekly">${field(form, 'every', 'Every how many weeks?', { inputmode: 'numeric', hint: '1 for every week, 2 for every second week.' })}</div>
    <div class="when when--monthly">${selectField(form, 'nth', 'Which one of the month?', [{ value: '', label: 'Choose which' }, ...NTHS])}</div>
    <div class="when when--weekly when--monthly">
      ${daysField(form)}
      ${field(form, 'from', 'First day', { type: 'date' })} ${field(form, 'until', 'Last day', { type: 'date' })}
      ${selectField(form, 'term', 'School terms', [
        { value: '', label: 'All through the year' },
        { value: 'only', label: 'In school term only' },
        { value: 'never', label: 'In school holidays only' },
      ])}
      ${selectField(form, 'off', 'On bank holidays', [
        { value: '', label: 'We meet if the room is open' },
        { value: 'skip', label: 'We do not meet' },
      ])}
    </div>
    <div class="when when--dates">${longField(form, 'dates', 'Which dates?', { rows: 5, hint: 'One on each line, for instance 2 March 2027 or 2/3/2027.' })}</div>
    <div class="ask-form__times">${field(form, 'start', 'From', { hint: 'For instance 18:00 or 6pm.' })} ${field(form, 'end', 'To', { hint: 'For instance 20:00 or 8pm.' })}</div>
  `;
}

/** What happens where others have some of the dates. */
export const whichField = (form: FormState): TemplateResult =>
  radioField(form, 'which', 'If not every date is free', [
    { value: 'free', label: 'We take those that are' },
    { value: 'all', label: 'Then we want none' },
  ]);

function daysField({ values, mistakes }: FormState): TemplateResult {
  const chosen = [values['day']].flat().map(String);
  return html`<fieldset class="field" id="field-day" tabindex="-1">
    <legend>On which days of the week?</legend>
    ${mistakeOf(mistakes, 'day')}
    <div class="ask-form__days">${DAY_NAMES.map((name) => html`<label class="choice"><input type="checkbox" name="day" value=${name} ?checked=${chosen.includes(name)} /> <span>${WEEKDAY_WORDS[weekdayNamed(name)]}</span></label>`)}</div>
  </fieldset>`;
}

const NTHS = [
  { value: '1', label: 'The first' },
  { value: '2', label: 'The second' },
  { value: '3', label: 'The third' },
  { value: '4', label: 'The fourth' },
  { value: '5', label: 'The fifth, in months that have one' },
  { value: 'last', label: 'The last' },
];
