import { html, nothing, type TemplateResult } from 'lit';
import type { DeskPlace, SpaceHistory } from '../../../src/rooms/spaces/desk-space-contract.ts';
import type { PublicSpace } from '../../../src/rooms/spaces/public-space-contract.ts';
import { AUDIENCES, TARIFF_BASES } from '../../../src/rooms/spaces/space-contract.ts';
import { MOST_TARIFFS, type FormValues } from '../../../src/rooms/spaces/space-edit-contract.ts';
import { AUDIENCE_WORDS, BASIS_WORDS } from '../../../src/rooms/spaces/space-words.ts';
import { field, selectField, type FormState } from '../../kernel/form-fields.ts';
import { mistakesView } from '../../kernel/mistakes-view.ts';
import { conflictPart, historyPart, saveButtons, spaceHead } from './desk-space-part.ts';
import { highestLine, linesShown } from './form-line-rules.ts';
import { spacePreview } from './space-view.ts';

export type PricesFormData = {
  place: DeskPlace;
  space: { id: string; name: string };
  form: FormState;
  seen: string;
  done: string | null;
  conflict: { by: string; labels: readonly string[]; now: FormValues } | null;
  preview: PublicSpace | null;
  history: SpaceHistory;
};

const SPARE = 3;

/** What a space costs whom, from which day on, and what comes on top. */
export function pricesFormView({
  place,
  space,
  form,
  seen,
  done,
  conflict,
  preview,
  history,
}: PricesFormData): TemplateResult {
  return html`<div class="wrap desk-page">
    ${spaceHead(place, space, 'prices', done)}
    ${conflict ? html`${conflictPart({ ...conflict, form: 'Below is what you typed; saving it takes the place of theirs.' })} ${theirPrices(conflict.now)}` : mistakesView(form.mistakes)}
    ${preview ? spacePreview(preview) : nothing}
    <p class="lead">Everybody sees every price before they ask. What is booked already keeps the price that it was booked at.</p>
    <form method="post" action="/desk/spaces/${space.id}/prices" novalidate class="edit-form">
      <input type="hidden" name="seen" value=${seen} />
      <section class="edit-part"><h2>Prices</h2>
        <p class="hint">One line for each price. 0 is free of charge; a line without a price is taken away, and then the price is “not known”. For a price that changes, add a line with the day from which it holds.</p>
        ${linesShown(form, 'prices', SPARE, MOST_TARIFFS).map((at) => priceLine(form, at))}
      </section>
      <section class="edit-part"><h2>On top</h2>
        <div class="side-by-side">
          ${field(form, 'opening_cost', 'Opening the building', { hint: 'In pounds for each date on which nobody is there anyway: a caretaker’s call-out, for instance', inputmode: 'decimal' })}
          ${field(form, 'deposit', 'Deposit', { hint: 'In pounds. It goes back to the group.', inputmode: 'decimal' })}
        </div>
      </section>
      <section class="edit-part edit-save">${saveButtons()}</section>
    </form>
    ${historyPart(history)}
  </div>`;
}

function priceLine(form: FormState, at: number): TemplateResult {
  const choices = (words: Readonly<Record<string, { label: string }>>, list: readonly string[]) =>
    list.map((value) => ({ value, label: words[value]?.label ?? value }));
  return html`<div class="price-line" role="group" aria-label="Price ${at}">
    ${selectField(form, `prices_audience_${at}`, 'For whom', choices(AUDIENCE_WORDS, AUDIENCES))} ${selectField(form, `prices_basis_${at}`, 'For what', choices(BASIS_WORDS, TARIFF_BASES))}
    ${field(form, `prices_pounds_${at}`, 'Pounds', { inputmode: 'decimal' })} ${field(form, `prices_from_${at}`, 'From day', { type: 'date' })}
  </div>`;
}

function theirPrices(now: FormValues): TemplateResult {
  const lines = Array.from({ length: highestLine(now, 'prices') }, (_, index) => index + 1);
  const words = (at: number): string => {
    const audience = AUDIENCES.find((one) => one === now[`prices_audience_${at}`]);
    const basis = TARIFF_BASES.find((one) => one === now[`prices_basis_${at}`]);
    return `${audience ? AUDIENCE_WORDS[audience].label : ''}: £${now[`prices_pounds_${at}`]} ${basis ? BASIS_WORDS[basis].per : ''}${now[`prices_from_${at}`] ? ` from ${now[`prices_from_${at}`]} on` : ''}`;
  };
  return html`<section class="note note--old"><h2 class="h-small">What they saved</h2>
    <ul>${lines.map((at) => html`<li>${words(at)}</li>`)}<li>Opening the building: £${now['opening_cost']}</li><li>Deposit: £${now['deposit']}</li></ul>
  </section>`;
}
