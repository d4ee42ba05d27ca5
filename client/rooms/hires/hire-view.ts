import { html, nothing, type TemplateResult } from 'lit';
import { seriesWords, timeWords } from '../../../src/rooms/bookings/booking-words.ts';
import { dateWords } from '../../../src/kernel/day-words.ts';
import type { HireState } from '../../../src/rooms/hires/hire-contract.ts';
import { HIRE_STEPS } from '../../../src/rooms/hires/hire-words.ts';
import { standingPanel } from '../../ground/cases/standing-view.ts';
import { caseNumber } from '../../ground/cases/case-view.ts';
import { mistakesView } from '../../kernel/mistakes-view.ts';
import { instantOf, momentWords, readerOf } from '../bookings/booking-part.ts';
import { depositSection } from './deposit-view.ts';
import { evaluationSection } from './evaluation-view.ts';
import { endingSection } from './hire-ending-part.ts';
import { assisted, type HireData } from './hire-part.ts';
import { startSection } from './hire-start-part.ts';

/** From start to end: what a booking needs before its first date, how it ends, and what comes after. */
export function hireView(data: HireData): TemplateResult {
  const { state, viewer, form, flash } = data;
  const { booking, place, group } = state;
  return html`
    <div class="wrap hire">
      <nav class="crumbs" aria-label="Where you are">${viewer.as === 'group' ? html`<a href="/my">My page</a>` : html`<a href="/spaces/${place.spaceId}">${place.spaceName}</a>`} <span aria-hidden="true">›</span> <a href="/bookings/${booking.id}">${place.spaceName}, ${place.assetName}</a></nav>
      ${mistakesView(form.mistakes.map((one) => (one.field === '' ? one : { ...one, field: `${form.of}-${one.field}` })))} ${flash ? html`<p class="done" role="status">${flash}</p>` : nothing}
      <header>
        <h1>From start to end</h1>
        <p class="lead">${place.spaceName}, ${place.assetName}: ${viewer.as === 'reader' ? group.outsideName : group.name}, ${seriesWords(booking)} ${caseNumber(booking.caseNumber)}</p>
      </header>
      ${standingPanel(state.standing, readerOf(viewer), { below: stepsList(state) })} ${offersSection(data)} ${startSection(data)} ${depositSection(data)} ${evaluationSection(data)} ${endingSection(data)}
      <p><a href="/bookings/${booking.id}">All dates and the price</a> · <a href="/bookings/${booking.id}/statement">Statement of money, to print</a></p>
    </div>
  `;
}

function stepsList({ booking }: HireState): TemplateResult | typeof nothing {
  const at = HIRE_STEPS.findIndex(({ states }) => states.includes(booking.state));
  return at < 0
    ? nothing
    : html`<ol class="hire__steps">${HIRE_STEPS.map((step, index) => html`<li aria-current=${index === at ? 'step' : nothing} class=${index < at ? 'hire__done' : nothing}>${step.name}${index < at ? html`<span class="visually-hidden"> (done)</span>` : nothing}</li>`)}</ol>`;
}

function offersSection(data: HireData): TemplateResult | typeof nothing {
  const { state, viewer } = data;
  const open = state.offers.filter((one) => one.state === 'open' && one.until > state.now);
  if (open.length === 0) return nothing;
  return html`
    <section aria-labelledby="offers-heading">
      <h2 id="offers-heading">${viewer.as === 'reader' ? 'Offered instead' : 'Your answer, please'}</h2>
      ${open.map(
        (one) => html`
        <div class="panel">
          <p>The owner took <strong>${dateWords(one.insteadOf)}</strong> back and holds this for the group: <strong>${one.room}, ${dateWords(one.date)}, ${timeWords(one.from, one.to)}</strong>, until ${momentWords(instantOf(one.until - 1), state.booking.zone)}.</p>
          ${
            viewer.mayAnswer
              ? html`<form method="post" action="/bookings/${state.booking.id}/other-dates/${one.id}" novalidate>
            ${assisted(data, `other-${one.id}`, 'The answer')}
            <p class="actions"><button class="button" type="submit" name="answer" value="accept">Take this date</button> <button class="button button--quiet" type="submit" name="answer" value="decline">No, keep the credit</button></p>
          </form>`
              : html`<p>The group’s turn.</p>`
          }
        </div>`,
      )}
    </section>
  `;
}
