import { html, nothing, type TemplateResult } from 'lit';
import type { Party } from '../../../src/ground/cases/standing-contract.ts';
import type { Booking } from '../../../src/rooms/bookings/booking-contract.ts';
import type { BookingState, BookingViewer, ShownDate } from '../../../src/rooms/bookings/booking-page-contract.ts';
import { OBSTACLE_WORDS, OCCURRENCE_WORDS, timeWords } from '../../../src/rooms/bookings/booking-words.ts';
import { dateWords } from '../../../src/kernel/day-words.ts';
import { pounds } from '../../kernel/format.ts';

/** An instant where the room is: "Sunday 7 March 2027, 18:00". */
export function momentWords(instant: string, zone: string): string {
  const [day = '', time = ''] = new Intl.DateTimeFormat('sv-SE', {
    timeZone: zone,
    dateStyle: 'short',
    timeStyle: 'short',
  })
    .format(new Date(instant))
    .split(' ');
  return `${dateWords(day)}, ${time}`;
}

export const instantOf = (minute: number): string => new Date(minute * 60_000).toISOString();

/** Where one is: home, and the booking where that is not the page itself. */
export function crumbs({ booking, place }: BookingState, { as }: BookingViewer, within = false): TemplateResult {
  return html`
    <nav class="crumbs" aria-label="Where you are">
      ${as === 'group' ? html`<a href="/my">My page</a>` : html`<a href="/spaces/${place.spaceId}">${place.spaceName}</a>`}
      ${within ? html` <span aria-hidden="true">›</span> <a href="/bookings/${booking.id}">${titleOf({ place })}</a>` : nothing}
    </nav>
  `;
}

/** Who reads, as one of those who may have the turn. */
export const readerOf = ({ as }: Pick<BookingViewer, 'as'>): Party =>
  as === 'officer' ? 'broker' : as === 'group' ? 'group' : 'owner';

export const titleOf = ({ place }: Pick<BookingState, 'place'>): string => `${place.spaceName}, ${place.assetName}`;

/** How a date stands, in words, and why where there is a reason. */
export function stateWords({ state, note, exception, charged }: ShownDate): string {
  if (state === 'skipped')
    return `${OCCURRENCE_WORDS.skipped}: ${(OBSTACLE_WORDS as Record<string, string>)[note ?? ''] ?? 'left out'}.`;
  if (state === 'planned')
    return exception === 'moved' ? 'Booked, changed by itself' : exception === 'added' ? 'Booked, added' : 'Booked';
  return `${OCCURRENCE_WORDS[state]}${charged ? ', too late to be free' : ''}${note ? `. ${note}` : ''}`;
}

/** What cancelling a date costs, and until when it costs nothing. */
export function costWords({ freeUntil, costsNow }: Pick<ShownDate, 'freeUntil' | 'costsNow'>, zone: string): string {
  if (freeUntil !== null) return `Free to cancel until ${momentWords(freeUntil, zone)}.`;
  if (costsNow === null) return 'Too late to cancel for free. The owner has named no price.';
  return costsNow === 0
    ? 'Cancelling costs nothing.'
    : `Too late to cancel for free: ${pounds(costsNow)} stay to be paid.`;
}

export const whenWords = ({ date, from, to }: Pick<ShownDate, 'date' | 'from' | 'to'>): string =>
  `${dateWords(date)}, ${timeWords(from, to)}`;

/** Whether something of a date can still be done: it is booked and not over. */
export const isOpen = ({ state, ends }: ShownDate, now: number): boolean => state === 'planned' && ends > now;

/** What a form needs so that the second of two who change a booking at once is told. */
export const versionField = ({ version }: Pick<Booking, 'version'>): TemplateResult =>
  html`<input type="hidden" name="version" value=${version} />`;
