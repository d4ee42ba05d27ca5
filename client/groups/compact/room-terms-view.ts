import { html, type TemplateResult } from 'lit';
import type { RoomTerms } from '../../../src/groups/compact/compact-contract.ts';
import { ROOM_TERM_WORDS } from '../../../src/groups/compact/compact-words.ts';
import { field, type FormState } from '../../kernel/form-fields.ts';
import { mistakesView } from '../../kernel/mistakes-view.ts';

/** The terms in the order in which they are told. */
export const TERM_NAMES = Object.keys(ROOM_TERM_WORDS) as (keyof RoomTerms)[];

/** The days and amounts for rooms, to adopt from a day on. */
export function roomTermsView({
  area,
  form,
}: {
  area: { slug: string; name: string };
  form: FormState;
}): TemplateResult {
  return html`
    <div class="wrap narrow">
      <nav class="crumbs" aria-label="Where you are"><a href="/desk/compact?area=${area.slug}">The compact in ${area.name}</a></nav>
      <h1>Terms for rooms</h1>
      ${mistakesView(form.mistakes)}
      <p class="lead">These days and amounts go for every room in ${area.name}. What you adopt here goes for requests from its first day on; earlier ones keep theirs.</p>
      <form method="post" action="/desk/compact/terms?area=${area.slug}" novalidate>
        ${TERM_NAMES.map((name) => termField(form, name))}
        ${field(form, 'minute_ref', 'Where the decision is recorded', { hint: 'For instance “Cabinet, 3 March 2026, minute 41”' })} ${field(form, 'from', 'First day', { type: 'date' })}
        <button class="button" type="submit">Adopt these terms</button>
      </form>
    </div>
  `;
}

const termField = (form: FormState, name: keyof RoomTerms): TemplateResult =>
  name === 'most_deposit_pence'
    ? field(form, 'most_deposit', ROOM_TERM_WORDS[name].label, {
        inputmode: 'decimal',
        hint: 'For instance 50 or 12.50',
      })
    : field(form, name, ROOM_TERM_WORDS[name].label, { type: 'number', inputmode: 'numeric' });
