import { html, nothing, type TemplateResult } from 'lit';
import type { BookingState, BookingViewer, ShownDate } from '../../../src/rooms/bookings/booking-page-contract.ts';
import { clockWords } from '../../../src/rooms/bookings/clock-change-words.ts';
import { costWords, crumbs, isOpen, stateWords, titleOf, whenWords } from './booking-part.ts';

/** One date of a booking, and what can be done about it. */
export function dateView(state: BookingState, viewer: BookingViewer, one: ShownDate): TemplateResult {
  const { booking, now } = state;
  const base = `/bookings/${booking.id}`;
  const date = `date=${one.originalDate}`;
  const toCome = one.starts > now;
  const acts = viewer.as !== 'reader';
  const clock = clockWords(one);
  return html`
    <div class="wrap narrow booking">
      ${crumbs(state, viewer, true)}
      <h1>${whenWords(one)}</h1>
      <p class="lead">${one.spaceName === titleOf(state) ? nothing : `${one.spaceName}. `}${stateWords(one)}${toCome && one.state === 'planned' ? html`. ${costWords(one, booking.zone)}` : nothing}</p>
      ${clock ? html`<p>${clock}</p>` : nothing}
      ${
        isOpen(one, now) && (acts || viewer.mayTakeBack)
          ? html`<ul class="choices">
            ${acts && one.freeUntil !== null ? choice(`${base}/change?what=one&${date}`, 'Move this date', 'Another day, another time or another room, for this date only.') : nothing}
            ${acts && one.freeUntil !== null ? choice(`${base}/change?what=rest&${date}`, 'Change this date and all after it', 'Another time, day of the week, last day or room.') : nothing}
            ${acts ? choice(`${base}/change?what=give_back&${date}`, 'Give back the end', 'You finish earlier, and somebody else can have the room.') : nothing}
            ${acts && toCome ? choice(`${base}/cancel?which=one&${date}`, 'Cancel this date', costWords(one, booking.zone)) : nothing}
            ${acts && toCome ? choice(`${base}/cancel?which=rest&${date}`, 'Cancel this date and all after it', 'We show you what that costs before you decide.') : nothing}
            ${viewer.mayTakeBack && toCome ? choice(`${base}/take-back?which=one&${date}`, 'Take this date back for the owner', 'With notice, a reason, and something else to offer.') : nothing}
          </ul>`
          : html`<p>Nothing of this date can be changed any more.</p>`
      }
      <p><a href=${base}>All dates of this booking</a></p>
    </div>
  `;
}

const choice = (href: string, label: string, hint: string): TemplateResult =>
  html`<li><a href=${href}>${label}</a><span class="hint">${hint}</span></li>`;
