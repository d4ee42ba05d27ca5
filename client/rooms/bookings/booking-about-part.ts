import { html, nothing, type TemplateResult } from 'lit';
import type { BookingState, BookingViewer } from '../../../src/rooms/bookings/booking-page-contract.ts';
import { LAYOUT_WORDS, partsWords, reckonedWords } from '../../../src/rooms/spaces/space-words.ts';
import { counted, pounds } from '../../kernel/format.ts';

/** What the booking is for, what it costs and what goes with it, beside its dates. */
export function about({ booking, place }: BookingState, { as }: BookingViewer): TemplateResult {
  const { quote } = booking.price;
  return html`
    <section aria-labelledby="about-heading">
      <h2 id="about-heading">About the booking</h2>
      <dl class="facts">
        <div><dt>Room</dt><dd><a href="/spaces/${place.spaceId}">${place.spaceName}</a></dd></div>
        <div><dt>What for</dt><dd>${booking.purpose}</dd></div>
        <div><dt>People</dt><dd>${counted(booking.people, 'person', 'people')}${booking.layout ? `, ${LAYOUT_WORDS[booking.layout].label.toLowerCase()}` : ''}</dd></div>
        <div><dt>Everybody else reads</dt><dd>${booking.publicLabel}</dd></div>
        <div><dt>Price in full</dt><dd>${quote ? priceLines(quote) : 'The owner has named no price yet.'}</dd></div>
        ${quote && quote.depositPence > 0 ? html`<div><dt>Deposit</dt><dd>${pounds(quote.depositPence)}, which comes back</dd></div>` : nothing}
        <div><dt>Cancelling</dt><dd>Free until ${counted(booking.terms.group_cancels_free_days, 'day')} before each date. ${as === 'reader' ? '' : 'After that the date stays to be paid.'} Owners give ${counted(booking.terms.owner_cancels_days, 'day')}’ notice.</dd></div>
      </dl>
    </section>
  `;
}

function priceLines({ totalPence, lines }: NonNullable<BookingState['booking']['price']['quote']>): TemplateResult {
  return html`<strong>${totalPence === 0 ? 'Nothing' : pounds(totalPence)}</strong>${totalPence === 0 ? nothing : html`<ul class="plain-list">${lines.map((line) => html`<li>${line.label}: ${pounds(line.pence)} <span class="hint">${reckonedWords(line)}</span></li>`)}</ul><p class="hint">${partsWords(lines)}</p>`}`;
}
