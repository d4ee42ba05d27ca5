import { html, nothing, type TemplateResult } from 'lit';
import type { HireState } from '../../../src/rooms/hires/hire-contract.ts';
import { dateWords, recurrenceWords, STATE_WORDS, timeWords } from '../../../src/rooms/bookings/booking-words.ts';
import { HIRE_STEPS, startName, startWords } from '../../../src/rooms/hires/hire-words.ts';
import { field, longField, type FormState } from '../../kernel/form-fields.ts';
import { assisted, formOf, startingWith, type HireData } from './hire-parts.ts';
import { counted } from '../../kernel/format.ts';
import { mistakesView } from '../../kernel/mistakes-view.ts';
import { depositSection } from './deposit-view.ts';
import { evaluationSection } from './evaluation-view.ts';
import { momentWords, instantOf } from '../bookings/booking-parts.ts';

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
        <p class="lead">${place.spaceName}, ${place.assetName}: ${viewer.as === 'reader' ? group.outsideName : group.name}, ${recurrenceWords(booking.recurrence)}, ${timeWords(booking.from, booking.to)}</p>
      </header>
      ${stepsList(state)} ${offersSection(data)} ${startSection(data)} ${depositSection(data)} ${evaluationSection(data)} ${endingSection(data)}
      <p><a href="/bookings/${booking.id}">All dates and the price</a> · <a href="/bookings/${booking.id}/statement">Statement of money, to print</a></p>
    </div>
  `;
}

function stepsList({ booking }: HireState): TemplateResult {
  const at = HIRE_STEPS.findIndex(({ states }) => states.includes(booking.state));
  const { name, next } = STATE_WORDS[booking.state];
  return html`
    <section class="panel" aria-labelledby="standing-heading">
      <h2 id="standing-heading">${name}</h2>
      ${at < 0 ? nothing : html`<ol class="hire__steps">${HIRE_STEPS.map((step, index) => html`<li aria-current=${index === at ? 'step' : nothing} class=${index < at ? 'hire__done' : nothing}>${step.name}${index < at ? html`<span class="visually-hidden"> (done)</span>` : nothing}</li>`)}</ol>`}
      <p>${next}</p>
    </section>
  `;
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

function startSection(data: HireData): TemplateResult | typeof nothing {
  const { state, viewer, form } = data;
  if (state.checks.length === 0) return nothing;
  const { booking, induction, today } = state;
  const own = formOf(form, 'induction');
  const values = startingWith(own, { on: today });
  return html`
    <section aria-labelledby="start-heading">
      <h2 id="start-heading">Before the first date, ${dateWords(booking.startsOn)}</h2>
      <ul class="rows">${state.checks.map(
        (check) => html`<li class="row"><div>
        <strong>${startName(check)}</strong> <span class=${check.met ? 'hire__ok' : 'hire__open'}>${check.met ? 'In order' : 'Still needed'}</span>
        <span class="row__more">${check.kind === 'induction' && induction ? `${induction.signedBy} signed on ${dateWords(induction.on)}, shown round by ${induction.shownBy}.` : startWords(check)}</span>
        ${!check.met && check.kind !== 'induction' && viewer.as !== 'reader' ? html`<a href="/groups/${booking.groupId}/documents/new?kind=${check.kind}">Add the paper</a>` : nothing}
      </div></li>`,
      )}</ul>
      ${
        viewer.maySeeTo
          ? html`<details class="hire__form" ?open=${own.mistakes.length > 0 || !induction}><summary>${induction ? 'Correct who signed' : 'Note that they were shown round and signed'}</summary>
        <form class="group-form" method="post" action="/bookings/${booking.id}/induction" novalidate>
          ${field(values, 'on', 'Signed on', { type: 'date' })} ${field(values, 'signed_by', 'Who of the group signed?')} ${field(values, 'shown_by', 'Who showed them round?', { hint: 'Alarm, exits, accident book.' })}
          <button class="button" type="submit">Save</button>
        </form></details>`
          : nothing
      }
    </section>
  `;
}

function endingSection(data: HireData): TemplateResult | typeof nothing {
  const { state, viewer, form } = data;
  const { notice, noticeToday, renewal, booking } = state;
  if (!notice && !noticeToday && !renewal) return nothing;
  return html`
    <section aria-labelledby="ending-heading">
      <h2 id="ending-heading">When it ends</h2>
      ${notice ? html`<p>${notice.side === 'owner' ? state.owner : 'The group'} gave notice on ${dateWords(notice.on)}. The last date is by ${dateWords(notice.lastDay)}. Reason: ${notice.reason}</p>` : html`<p>The last date is ${dateWords(booking.endsOn)}. We remind the group ${counted(booking.terms.renewal_reminder_days, 'day')} before.</p>`}
      ${renewal && viewer.as !== 'reader' ? html`<p><a href=${renewal.link}>Ask for the dates that follow</a></p>` : nothing}
      ${
        !notice && noticeToday
          ? html`
        ${viewer.mayAnswer ? noticeForm(data, 'group', formOf(form, 'notice-group')) : nothing}
        ${viewer.maySeeTo ? noticeForm(data, 'owner', formOf(form, 'notice-owner')) : nothing}`
          : nothing
      }
    </section>
  `;
}

function noticeForm(data: HireData, side: 'group' | 'owner', form: FormState): TemplateResult {
  const { booking, noticeToday } = data.state;
  return html`<details class="hire__form" ?open=${form.mistakes.length > 0}><summary>${side === 'owner' ? 'Give notice for the owner' : data.viewer.as === 'group' ? 'End the series' : 'End the series for the group'}</summary>
    <p>Notice is ${counted(booking.terms.end_notice_days, 'day')}. Dates up to ${dateWords(noticeToday?.lastDay ?? booking.endsOn)} stay; ${counted(noticeToday?.released ?? 0, 'later date is', 'later dates are')} released and cost nothing.</p>
    <form class="group-form" method="post" action="/bookings/${booking.id}/notice/${side}" novalidate>
      <input type="hidden" name="version" value=${booking.version} />
      ${longField(form, 'reason', 'Why?', { hint: 'The other side reads this. No names, please.', rows: 2 })} ${side === 'group' ? assisted(data, 'notice-group', 'The notice') : nothing}
      <button class="button" type="submit">Give notice</button>
    </form></details>`;
}
