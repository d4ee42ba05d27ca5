import { html, nothing, type TemplateResult } from 'lit';
import type { CalendarEntry, CalendarRoom } from '../../../src/rooms/running/building-calendar-contract.ts';
import type { BuildingFrame } from '../../../src/rooms/running/running-contract.ts';
import type { Day } from '../../../src/kernel/recurrence-contract.ts';
import { overnightWords, timeWords } from '../../../src/rooms/bookings/booking-words.ts';
import { doorWords } from '../../../src/rooms/bookings/date-need-words.ts';
import { capital } from '../../kernel/format.ts';
import { CLOSURE_WORDS, OUTCOME_WORDS } from '../../../src/rooms/running/running-words.ts';

/** One date or closed stretch: when, who, where, and in words what it is. */
export function entryLine(
  { building, may }: BuildingFrame,
  entry: CalendarEntry,
  day: Day,
  room: string | null,
): TemplateResult {
  const time = capital(entryTimes(entry, day));
  if (entry.kind === 'closed') {
    const allDay = entry.from === '00:00' && entry.to === '24:00';
    const words = html`${allDay ? nothing : html`<span class="entry__time">${time}</span>`} <strong>Closed</strong>${room ? html`, ${room}` : nothing}: ${entry.publicText ?? CLOSURE_WORDS[entry.reason]}`;
    return may.close
      ? html`<a class="entry entry--closed" href="/desk/buildings/${building.id}/closures">${words}</a>`
      : html`<p class="entry entry--closed">${words}</p>`;
  }
  const mark = entry.kind === 'asked' ? 'Asked for' : OUTCOME_WORDS[entry.outcome];
  const lacks = entry.need ? doorWords(entry.need) : [];
  const words = html`<span class="entry__time">${time}</span> ${mark === '' ? nothing : html`<span class="entry__mark">${mark}</span>`} <span class="entry__who">${entry.who}</span>${lacks.map((one) => html`<strong class="entry__lacks">${one}</strong>`)}${room ? html`<span class="entry__room">${room}</span>` : nothing}`;
  const asked =
    entry.kind === 'asked' && entry.requestId !== null && may.requests ? `/requests/${entry.requestId}` : null;
  const href = asked ?? (may.bookings ? `/bookings/${entry.bookingId}` : null);
  // Whoever only opens the doors has no page of the booking to go to.
  return href
    ? html`<a class=${`entry entry--${entry.kind}`} href=${href}>${words}</a>`
    : html`<p class=${`entry entry--${entry.kind}`}>${words}</p>`;
}

/** From when to when, on the day that it begins or on the one that it goes on into. */
export const entryTimes = ({ date, from, to }: CalendarEntry, day: Day): string =>
  date < day ? overnightWords(from, to) : timeWords(from, to);

/** Whether two rooms cannot be used at once: one is a part of the other. */
export function related(rooms: readonly CalendarRoom[], one: string, other: string): boolean {
  const above = (id: string): string[] => {
    const parent = rooms.find((room) => room.id === id)?.parentId;
    return parent ? [parent, ...above(parent)] : [];
  };
  return above(one).includes(other) || above(other).includes(one);
}
