import { html, nothing, type TemplateResult } from 'lit';
import type {
  BookingState,
  BookingViewer,
  GivingUp,
  ShownDate,
} from '../../../src/rooms/bookings/booking-page-contract.ts';
import { assistedFields } from '../../groups/groups/assisted-fields.ts';
import { field, selectField, type FormState } from '../../kernel/form-fields.ts';
import { counted, pounds } from '../../kernel/format.ts';
import { mistakesView } from '../../kernel/mistakes-view.ts';
import { costWords, crumbs, instantOf, momentWords, versionField, whenWords } from './booking-part.ts';

export type CancelKind = { which: 'one' | 'rest' | 'all'; date?: string | undefined };
export type CancelData = {
  state: BookingState;
  viewer: BookingViewer;
  wish: CancelKind;
  giving: GivingUp;
  form: FormState;
};

/** What is about to be cancelled and what that costs, before anybody presses the button. */
export function cancelView({ state, viewer, wish, giving, form }: CancelData): TemplateResult {
  const count = giving.dates.length;
  return html`
    <div class="wrap narrow booking">
      ${crumbs(state, viewer, true)}
      <h1>${cancelTitle(giving)}</h1>
      ${mistakesView(form.mistakes)}
      ${
        count === 0
          ? nothing
          : html`
        <p class="lead">${costLead(giving)}</p>
        ${datesGiven(giving, (one) => costWords(one, state.booking.zone))}
        <form class="group-form" method="post" action="/bookings/${state.booking.id}/cancel" novalidate>
          ${hiddenFields(state, wish)} ${viewer.as === 'officer' ? assistedFields(form, 'The cancellation') : nothing}
          <button class="button" type="submit">${count === 1 ? 'Cancel the date' : `Cancel ${counted(count, 'date')}`}</button>
        </form>`
      }
      <p><a href="/bookings/${state.booking.id}">Keep ${count === 1 ? 'the date' : 'all dates'}</a></p>
    </div>
  `;
}

export const cancelTitle = ({ dates }: GivingUp): string =>
  dates.length === 0
    ? 'There is nothing to cancel'
    : dates.length === 1
      ? 'Cancel one date'
      : `Cancel ${counted(dates.length, 'date')}`;

/** Until when the owner may take a date back without an emergency. */
export function noticeWords({ starts }: ShownDate, { booking, now }: BookingState): string {
  const until = starts - booking.terms.owner_cancels_days * 24 * 60;
  return until < now
    ? 'Less than the promised notice is left: only in an emergency.'
    : `With notice until ${momentWords(instantOf(until), booking.zone)}.`;
}

/** A date that is held for the group at once, for it to take or leave. */
export function insteadFields(form: FormState, { rooms }: BookingState): TemplateResult {
  const choices = [{ value: '', label: 'The same room' }, ...rooms.map(({ id, name }) => ({ value: id, label: name }))];
  return html`
    <fieldset class="field">
      <legend>Hold another date for them</legend>
      <p class="hint">If you like. The group takes it with one press, at the price of its booking. Leave the times empty for the same times.</p>
      ${field(form, 'instead_date', 'Date', { type: 'date', optional: true })}
      ${field(form, 'instead_from', 'Start', { hint: 'For instance 18:00', optional: true })} ${field(form, 'instead_to', 'End', { optional: true })}
      ${selectField(form, 'instead_space', 'Room', choices)}
    </fieldset>
  `;
}

/** Which dates the form is about, carried along. */
export const hiddenFields = ({ booking }: BookingState, { which, date }: CancelKind): TemplateResult =>
  html`${versionField(booking)}<input type="hidden" name="which" value=${which} />${date ? html`<input type="hidden" name="date" value=${date} />` : nothing}`;

function costLead({ costs }: GivingUp): string {
  if (costs === null) return 'The owner has named no price, so we cannot say what stays to be paid.';
  return costs === 0
    ? 'This costs nothing.'
    : `It is too late to cancel all of it for free: ${pounds(costs)} stay to be paid.`;
}

/** Every date that is given up, with a word about each. */
export function datesGiven({ dates }: GivingUp, words: (one: ShownDate) => string): TemplateResult {
  return html`<ul class="rows booking__dates">${dates.map((one) => html`<li class="row"><div><strong class="booking__when">${whenWords(one)}</strong><span class="row__more hint">${words(one)}</span></div></li>`)}</ul>`;
}
