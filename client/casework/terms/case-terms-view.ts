import { html, nothing, type TemplateResult } from 'lit';
import type { AdoptedCaseTerms } from '../../../src/casework/terms/case-term-contract.ts';
import { CASE_TERM_PARTS } from '../../../src/casework/terms/case-term-parts-words.ts';
import { CASE_TERM_WORDS } from '../../../src/casework/terms/case-term-words.ts';
import { field, type FormState } from '../../kernel/form-fields.ts';
import { shortDay } from '../../kernel/format.ts';
import { mistakesView } from '../../kernel/mistakes-view.ts';

type InArea = { slug: string; name: string };

/** For everybody: what goes for land and buildings, on the page of the compact. */
export function caseTermsPart({ terms, from, minuteRef }: AdoptedCaseTerms): TemplateResult {
  return html`
    <h3>What goes for land and buildings</h3>
    <p>${minuteRef === null ? 'The area has adopted no terms of its own. These go until it does.' : `Adopted: ${minuteRef}, from ${shortDay(from ?? '')}.`}</p>
    ${CASE_TERM_PARTS.map(({ title, names }) => html`<h4>${title}</h4><ul>${names.map((name) => html`<li>${CASE_TERM_WORDS[name].sentence(terms[name])}</li>`)}</ul>`)}
  `;
}

/** For administrators, on their own page of the compact. */
export const caseTermsDeskPart = ({ slug }: InArea, mayRecord: boolean): TemplateResult | typeof nothing =>
  mayRecord
    ? html`<p class="actions"><a href="/desk/compact/case-terms?area=${slug}">Adopt other days for land and buildings</a></p>`
    : nothing;

/** The days for cases of land and buildings, to adopt from a day on. */
export function caseTermsFormView({ area, form }: { area: InArea; form: FormState }): TemplateResult {
  return html`
    <div class="wrap narrow">
      <nav class="crumbs" aria-label="Where you are"><a href="/desk/compact?area=${area.slug}">The compact in ${area.name}</a></nav>
      <h1>Terms for land and buildings</h1>
      ${mistakesView(form.mistakes)}
      <p class="lead">These days go for every case of land and buildings in ${area.name}. What you adopt here goes for cases that come in from its first day on; earlier ones keep theirs.</p>
      <form method="post" action="/desk/compact/case-terms?area=${area.slug}" novalidate>
        ${CASE_TERM_PARTS.map(({ title, names }) => html`<h2>${title}</h2>${names.map((name) => field(form, name, CASE_TERM_WORDS[name].label, { type: 'number', inputmode: 'numeric' }))}`)}
        ${field(form, 'minute_ref', 'Where the decision is recorded', { hint: 'For instance “Cabinet, 3 March 2026, minute 41”' })} ${field(form, 'from', 'First day', { type: 'date' })}
        <button class="button" type="submit">Adopt these terms</button>
      </form>
    </div>
  `;
}
