import { html, nothing, type TemplateResult } from 'lit';
import type { BookingState, BookingViewer } from '../../../src/rooms/bookings/booking-page-contract.ts';
import type { ChangedDate, ChangeLook } from '../../../src/rooms/bookings/change-look-contract.ts';
import { clockWords } from '../../../src/rooms/bookings/clock-change-words.ts';
import { notFreeWords } from '../../../src/rooms/bookings/booking-words.ts';
import { dateWords } from '../../../src/kernel/day-words.ts';
import { lengthOf } from '../../../src/rooms/spaces/time-contract.ts';
import { counted, pounds } from '../../kernel/format.ts';
import { checkField, type FormState } from '../../kernel/form-fields.ts';
import { mistakesView } from '../../kernel/mistakes-view.ts';
import { crumbs, whenWords } from './booking-part.ts';

type CheckData = { state: BookingState; viewer: BookingViewer; look: ChangeLook; form: FormState };

export const CHECK_TITLE = 'Check your change';

/** What a change comes to: every date, the new price and the difference, before the button that makes it. */
export function changeCheckView({ state, viewer, look, form }: CheckData): TemplateResult {
  const base = `/bookings/${state.booking.id}`;
  return html`
    <div class="wrap narrow booking">
      ${crumbs(state, viewer, true)}
      <h1>${CHECK_TITLE}</h1>
      ${mistakesView(form.mistakes)}
      <p class="lead">${look.made ? 'Nothing is changed yet.' : 'This is how it is already: there is nothing to change.'}</p>
      ${look.made ? html`${datesPart(look, state)} ${missedPart(look)} ${pricePart(look)} ${sendPart({ look, form }, base)}` : nothing}
      <p><a href=${againHref(base, form)}>Change what you typed</a> · <a href=${base}>Leave everything as it is</a></p>
    </div>
  `;
}

function datesPart({ dates }: ChangeLook, state: BookingState): TemplateResult | typeof nothing {
  if (dates.length === 0) return nothing;
  return html`<h2>${counted(dates.length, 'date changes', 'dates change')}</h2>
    <ol class="rows booking__dates">${dates.map((one) => html`<li class="row"><div>${dateChange(one, state)}</div></li>`)}</ol>`;
}

function dateChange({ before, after }: ChangedDate, { rooms, spaceNames }: BookingState): TemplateResult {
  if (!after)
    return html`<strong class="booking__when">${before ? whenWords(before) : ''}</strong> <span class="row__more">Given up.</span>`;
  const clock = clockWords(after);
  const room =
    before?.spaceId === after.spaceId
      ? null
      : (rooms.find(({ id }) => id === after.spaceId)?.name ?? spaceNames[after.spaceId]);
  return html`<strong class="booking__when">${whenWords(after)}</strong>
    <span class="row__more">${room ? `${room}. ` : nothing}${before ? `Instead of ${whenWords(before)}.` : 'New.'}${clock ? ` ${clock}` : nothing}</span>`;
}

function missedPart({ notFree }: ChangeLook): TemplateResult | typeof nothing {
  if (notFree.length === 0) return nothing;
  return html`<h2>${counted(notFree.length, 'date')} cannot be had</h2>
    <ul>${notFree.map((one) => html`<li>${dateWords(one.date)}: ${notFreeWords(one)}.</li>`)}</ul>`;
}

function pricePart({ price: { before, after } }: ChangeLook): TemplateResult {
  if (before === null || after === null) return html`<p>The owner has named no price.</p>`;
  const more = after - before;
  return html`<table class="sum">
    <tbody>
      <tr><th scope="row">Price in full until now</th><td class="number">${pounds(before)}</td></tr>
      <tr><th scope="row">${more === 0 ? 'Difference' : more > 0 ? 'To pay more' : 'To pay less'}</th><td class="number">${more === 0 ? 'none' : pounds(Math.abs(more))}</td></tr>
    </tbody>
    <tfoot><tr><th scope="row">New price in full</th><td class="number">${pounds(after)}</td></tr></tfoot>
  </table>`;
}

function sendPart({ look: { muchLonger }, form }: Pick<CheckData, 'look' | 'form'>, base: string): TemplateResult {
  return html`<form class="group-form" method="post" action="${base}/change" novalidate>
    ${Object.entries(form.values)
      .filter(([name, value]) => typeof value === 'string' && name !== 'checked' && name !== 'long')
      .map(([name, value]) => html`<input type="hidden" name=${name} value=${String(value)} />`)}
    <input type="hidden" name="checked" value="yes" />
    ${muchLonger ? checkField(form, 'long', `Yes: ${lengthOf(muchLonger.after)} on a date, instead of ${lengthOf(muchLonger.before)}`) : nothing}
    <button class="button" type="submit">Make the change</button>
  </form>`;
}

/** The form before, with how the booking is. */
function againHref(base: string, { values }: FormState): string {
  const query = new URLSearchParams({ what: String(values['what'] ?? 'rest') });
  if (typeof values['date'] === 'string' && values['date'] !== '') query.set('date', values['date']);
  return `${base}/change?${query}`;
}
