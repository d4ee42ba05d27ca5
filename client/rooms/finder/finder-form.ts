import { html, nothing, type TemplateResult } from 'lit';
import { AUDIENCES } from '../../../src/rooms/spaces/space-contract.ts';
import { checkField, field, selectField, type Choice } from '../../kernel/form-fields.ts';
import { withOwn, type FinderFormState } from './finder-form-state.ts';
import { whenPart } from './finder-when-fields.ts';
import { needBoxes } from './need-box-fields.ts';
import { AUDIENCE_CHOICES, FIRST_CHOICES, MOST_FOR_CHOICES } from '../../../src/rooms/finder/finder-choice-words.ts';

const KILOMETRES: Choice[] = ['1', '2', '3', '5', '10', '20'].map((km) => ({
  value: km,
  label: km === '1' ? 'Within 1 kilometre' : `Within ${km} kilometres`,
}));

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
