import { html, nothing, type TemplateResult } from 'lit';
import { DAY_NAMES, NTH_NAMES, REPEATS } from '../../../src/rooms/finder/finder-contract.ts';
import {
  periodHint,
  AUDIENCE_CHOICES,
  DAY_WORDS,
  FIRST_CHOICES,
  MOST_FOR_CHOICES,
  NTH_WORDS,
  OFF_CHOICES,
  REPEAT_WORDS,
  TERM_CHOICES,
} from '../../../src/rooms/finder/finder-words.ts';
import { AUDIENCES } from '../../../src/rooms/spaces/space-contract.ts';
import { checkField, field, radioField, selectField, type Choice, type FormState } from '../../kernel/form-fields.ts';
import { boxes, needBoxes } from './need-boxes.ts';

/** What is in the form, the words people typed, right or wrong; days and facilities as lists. */
export type FinderFormState = FormState;

const KILOMETRES: Choice[] = ['1', '2', '3', '5', '10', '20'].map((km) => ({
  value: km,
  label: km === '1' ? 'Within 1 kilometre' : `Within ${km} kilometres`,
}));
const LENGTHS: Choice[] = [
  { value: '', label: 'The whole time' },
  ...['1', '1.5', '2', '2.5', '3', '4', '6', '8'].map((hours) => ({
    value: hours,
    label: `${hours.replace('.5', '½')} ${hours === '1' ? 'hour' : 'hours'}`,
  })),
];

/** What somebody needs: an ordinary form whose answers stand in the address, so that a search can be kept and sent on. */
export function finderForm(form: FinderFormState, areas: readonly Choice[]): TemplateResult {
  return html`
    <form class="filters finder-form" method="get" action="/spaces" role="search" aria-label="Rooms">
      ${wherePart(form, areas)} ${whenPart(form)} ${whatPart(form)} ${needBoxes(form, 'What it must have')} ${moneyPart(form)}
      <div class="filters__actions">
        <button class="button" type="submit">Find rooms</button>
        <a class="button button--quiet" href="/spaces">Start again</a>
      </div>
    </form>
  `;
}

function wherePart(form: FinderFormState, areas: readonly Choice[]): TemplateResult {
  const point = form.values['lat'] && form.values['lon'];
  return html`
    ${areas.length > 1 ? selectField(form, 'area', 'Area', [{ value: '', label: 'All areas' }, ...areas]) : nothing}
    ${field(form, 'near', 'Near', { hint: point ? 'Left empty: near the point you chose' : 'A postcode or the name of a ward', autocomplete: 'postal-code' })}
    ${point ? html`<input type="hidden" name="lat" value=${String(form.values['lat'])} /><input type="hidden" name="lon" value=${String(form.values['lon'])} />` : nothing}
    ${selectField(
      form,
      'km',
      'How far',
      withOwn(KILOMETRES, form.values['km'], (km) => `Within ${km} kilometres`),
    )}
    ${selectField(form, 'first', 'Show first', [...FIRST_CHOICES])}
  `;
}

/** A value from an address that is not among the choices stays chosen. */
function withOwn(choices: readonly Choice[], value: unknown, label: (value: string) => string): Choice[] {
  const own =
    typeof value === 'string' && value !== '' && !choices.some((choice) => choice.value === value)
      ? [{ value, label: label(value) }]
      : [];
  return [...choices, ...own];
}

function whenPart(form: FinderFormState): TemplateResult {
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
        <div class="pair">${field(form, 'from', 'First day', { type: 'date' })} ${field(form, 'until', 'Last day', { type: 'date' })}</div>
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

function whatPart(form: FinderFormState): TemplateResult {
  return html`
    ${field(form, 'people', 'How many people', { inputmode: 'numeric' })}
    ${field(form, 'for', 'What for', { hint: 'A few words, such as “choir”. Leave out names and anything about people’s health: it stands in the address of this page.', optional: true })}
  `;
}

function moneyPart(form: FinderFormState): TemplateResult {
  const folded =
    ['most', 'as', 'insured'].some((name) => form.values[name] && form.values[name] !== 'community') ||
    form.mistakes.some(({ field: name }) => ['most', 'most_for', 'as', 'insured'].includes(name));
  return html`<details class="more" ?open=${folded}>
    <summary>Money and insurance</summary>
    ${field(form, 'most', 'The most you can pay, in pounds', { inputmode: 'decimal', hint: 'Without the deposit, which you get back' })}
    ${selectField(form, 'most_for', 'That is for', [...MOST_FOR_CHOICES])}
    ${selectField(
      form,
      'as',
      'Who you are',
      AUDIENCES.map((audience) => ({ value: audience, label: AUDIENCE_CHOICES[audience] })),
      { hint: 'It decides which prices go for you' },
    )}
    ${checkField(form, 'insured', 'We have public liability insurance of our own')}
  </details>`;
}
