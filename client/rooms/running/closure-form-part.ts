import { html, nothing, type TemplateResult } from 'lit';
import { CLOSURE_REASONS } from '../../../src/rooms/bookings/closure-contract.ts';
import {
  CLOSED_WHEN,
  MOST_PICKS,
  type ClosedWhen,
  type ClosureChoices,
} from '../../../src/rooms/running/closure-form-contract.ts';
import { CLOSED_WHEN_WORDS, CLOSURE_WORDS } from '../../../src/rooms/running/running-words.ts';
import { field, radioField, selectField, type FormState } from '../../kernel/form-fields.ts';
import { longDay } from '../../kernel/format.ts';
import { mistakeOf } from '../../kernel/mistakes-view.ts';

/** The form that closes a building or some of its rooms for a time. */
export function closeForm(base: string, choices: ClosureChoices, form: FormState): TemplateResult {
  const when = CLOSED_WHEN.filter((one) => OFFERED[one](choices));
  return html`<section class="panel"><h2>Close some days</h2>
    <p>You see first which bookings are in the way. Nothing is closed before you say so.</p>
    <form method="get" action="${base}/preview" novalidate class="close-form">
      ${selectField(form, 'where', 'What is closed?', [{ value: 'building', label: 'The whole building' }, ...choices.rooms.map(({ id, name }) => ({ value: id, label: name }))])}
      ${radioField(
        form,
        'when',
        'When?',
        when.map((value) => ({ value, label: CLOSED_WHEN_WORDS[value] })),
      )}
      <div class="when when--day">${field(form, 'on', 'The day', { type: 'date' })}</div>
      <div class="when when--range side-by-side">${field(form, 'from', 'First day', { type: 'date' })} ${field(form, 'until', 'Last day', { type: 'date' })}</div>
      ${
        choices.years.length > 0
          ? html`<div class="when when--bank_holidays">${selectField(
              form,
              'year',
              'Bank holidays of',
              choices.years.map(({ year, days }) => ({ value: year, label: `${year}: ${days.length} still to come` })),
            )}</div>`
          : nothing
      }
      ${choices.gaps.length > 0 ? html`<div class="when when--school_holidays">${gapField(choices, form)}</div>` : nothing}
      <div class="when when--dates">${pickField(form)}</div>
      <details class="more" ?open=${Boolean(form.values['from_time'] || form.values['to_time'])}><summary>Only some hours of each day</summary>
        <div class="side-by-side">${field(form, 'from_time', 'Closed from', { type: 'time' })} ${field(form, 'to_time', 'Until', { type: 'time' })}</div></details>
      ${selectField(form, 'reason', 'Why?', [{ value: '', label: 'Choose' }, ...CLOSURE_REASONS.map((value) => ({ value, label: CLOSURE_WORDS[value] }))])}
      ${field(form, 'public_text', 'What others read', { hint: 'For instance “New floor”. Empty: they read only that it is closed.', optional: true })}
      <button class="button" type="submit">See what is in the way</button>
    </form>
  </section>`;
}

/** What there is nothing to choose for is not asked. */
const OFFERED: Record<ClosedWhen, (choices: ClosureChoices) => boolean> = {
  day: () => true,
  range: () => true,
  bank_holidays: ({ years }) => years.length > 0,
  school_holidays: ({ gaps }) => gaps.length > 0,
  dates: () => true,
};

const valuesOf = ({ values }: FormState, name: string): string[] =>
  [values[name]].flat().filter((value): value is string => typeof value === 'string');

function gapField({ gaps }: ClosureChoices, form: FormState): TemplateResult {
  const chosen = valuesOf(form, 'gap');
  return html`<fieldset class="field" id="field-gap" tabindex="-1"><legend>School holidays</legend>${mistakeOf(form.mistakes, 'gap')}
    ${gaps.map(({ from, to, after }) => html`<label class="choice"><input type="checkbox" name="gap" value=${`${from}_${to}`} ?checked=${chosen.includes(`${from}_${to}`)} /> <span>${longDay(from)} to ${longDay(to)} <span class="hint">after ${after}</span></span></label>`)}
  </fieldset>`;
}

function pickField(form: FormState): TemplateResult {
  const picked = valuesOf(form, 'pick');
  const line = (index: number): TemplateResult =>
    html`<label class="visually-hidden" for=${index === 0 ? 'field-pick' : `pick-${index}`}>Date ${index + 1}</label><input type="date" name="pick" id=${index === 0 ? 'field-pick' : `pick-${index}`} value=${picked[index] ?? ''} />`;
  return html`<fieldset class="field"><legend>Single dates</legend><p class="hint">For instance election days. Up to ${MOST_PICKS} at a time.</p>${mistakeOf(form.mistakes, 'pick')}
    <div class="picks">${Array.from({ length: MOST_PICKS }, (_, index) => line(index))}</div></fieldset>`;
}
