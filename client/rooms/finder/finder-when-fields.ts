import { html, type TemplateResult } from 'lit';
import { DAY_NAMES, NTH_NAMES, REPEATS } from '../../../src/rooms/finder/finder-contract.ts';
import { field, radioField, selectField, type Choice } from '../../kernel/form-fields.ts';
import { withOwn } from './finder-form-state.ts';
import type { FinderFormState } from './finder-form-state.ts';
import { boxes } from './need-box-fields.ts';
import {
  DAY_WORDS,
  NTH_WORDS,
  OFF_CHOICES,
  REPEAT_WORDS,
  TERM_CHOICES,
} from '../../../src/rooms/finder/finder-choice-words.ts';
import { periodHint } from '../../../src/rooms/finder/finder-result-words.ts';

const LENGTHS: Choice[] = [
  { value: '', label: 'The whole time' },
  ...['1', '1.5', '2', '2.5', '3', '4', '6', '8'].map((hours) => ({
    value: hours,
    label: `${hours.replace('.5', '½')} ${hours === '1' ? 'hour' : 'hours'}`,
  })),
];

/** The day, the days of the week or the dates, how often, and the time. */
export function whenPart(form: FinderFormState): TemplateResult {
  return html`
    <div class="finder-form__when">
      ${radioField(
        form,
        'repeat',
        'When',
        REPEATS.map((repeat) => ({ value: repeat, label: REPEAT_WORDS[repeat] })),
      )}
      <div class="when when--once">${field(form, 'on', 'Which date', { type: 'date' })}</div>
      <div class="when when--series">
        ${boxes(
          form,
          'day',
          'On which days',
          DAY_NAMES.map((name) => ({ value: name, label: DAY_WORDS[name] })),
          'boxes--days',
        )}
        <div class="when when--weekly">${selectField(
          form,
          'every',
          'How often',
          withOwn(
            [
              { value: '1', label: 'Every week' },
              { value: '2', label: 'Every second week' },
              { value: '3', label: 'Every third week' },
              { value: '4', label: 'Every fourth week' },
            ],
            form.values['every'],
            (weeks) => `Every ${weeks} weeks`,
          ),
        )}</div>
        <div class="when when--monthly">${selectField(form, 'nth', 'Which one of the month', [{ value: '', label: 'Choose' }, ...NTH_NAMES.map((nth) => ({ value: nth, label: NTH_WORDS[nth] }))])}</div>
        <div class="pair">${field(form, 'from', 'First day', { type: 'date' })} ${field(form, 'weeks', 'How many weeks', { inputmode: 'numeric' })}</div>
        ${field(form, 'until', 'Or the last day', { type: 'date' })}
        <p class="hint">${periodHint}</p>
        ${selectField(form, 'term', 'School terms', [...TERM_CHOICES])}
        ${selectField(form, 'off', 'Bank holidays and days when it is shut', [...OFF_CHOICES])}
      </div>
      <div class="pair">${field(form, 'start', 'Earliest start', { type: 'time' })} ${field(form, 'end', 'Latest end', { type: 'time' })}</div>
      ${selectField(
        form,
        'hours',
        'How long',
        withOwn(LENGTHS, form.values['hours'], (hours) => `${hours} hours`),
      )}
    </div>
  `;
}
