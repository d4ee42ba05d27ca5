import { html, nothing, type TemplateResult } from 'lit';
import type { Answer } from '../../../src/rooms/finder/answer-contract.ts';
import { askPath, foundPath } from '../../../src/rooms/finder/wish-contract.ts';
import { allDates, factWords, missingWords, priceLine, priceWords } from '../../../src/rooms/finder/finder-words.ts';
import { dateStrip, plainDates } from './date-strip-part.ts';
import { away, floorWords } from '../../../src/rooms/finder/measure-words.ts';
import { dateWords } from '../../../src/kernel/day-words.ts';
import { timeWords } from '../../../src/rooms/bookings/booking-words.ts';

/** One room of an answer. @param number its place in the list and on the map; null where it has none @param search what was looked for */
export function roomCard(
  room: Answer,
  number: number | null,
  search: string,
  says: TemplateResult | typeof nothing = nothing,
): TemplateResult {
  const page = foundPath(room.id, room.ask, search);
  return html`<article class="room" id="room-${room.id}">
    ${photoOf(room)}
    <h3 class="room__name">${number === null ? nothing : html`<span class="room__number" aria-hidden="true">${number}</span>`}<a href=${page}>${room.name}</a></h3>
    <p class="room__where">${whereLine(room)}</p>
    ${says} ${whenLine(room, number !== null)} ${moneyPart(room)}
    ${room.facts.length > 0 ? html`<ul class="room__facts">${room.facts.map((fact) => html`<li class="fact fact--${fact.value}">${factMark(fact.value)} ${factWords(fact)}</li>`)}</ul>` : nothing}
    ${room.why.length > 0 ? html`<p class="room__why">${room.why.join(' ')}</p>` : nothing}
    <p class="room__do">${room.ask ? html`<a class="button button--small" href=${askPath(room.id, room.ask)}>Ask for ${room.name}</a>` : html`<a class="button button--small button--quiet" href=${page}>See ${room.name}</a>`}</p>
  </article>`;
}

/** Small, so that it is asked for in the smaller of the two widths that are kept. */
function photoOf({ photo }: Answer): TemplateResult | typeof nothing {
  if (!photo) return nothing;
  return html`<img class="room__photo" src="/photos/${photo.id}/480.webp" width=${photo.width} height=${photo.height} alt=${photo.alt} loading="lazy" decoding="async" />`;
}

function whereLine({ place, assetId, distanceM, capacity, floor }: Answer): TemplateResult {
  const more = [
    distanceM === null ? '' : `${away(distanceM)} away`,
    capacity === null ? '' : `up to ${capacity} people`,
    floor ? floorWords(floor) : '',
  ].filter((part) => part !== '');
  return html`<a href="/assets/${assetId}">${place}</a>${more.length > 0 ? `, ${more.join(', ')}` : ''}`;
}

/** Near misses have said already which dates are missing. */
function whenLine({ dates, freeDates, from, to }: Answer, fits: boolean): TemplateResult | typeof nothing {
  const [first] = dates;
  if (!first || !from || !to) return nothing;
  const all = freeDates === dates.length;
  const missing = dates.filter(({ state }) => state !== 'free');
  if (dates.length === 1)
    return html`<p class="room__when">${all ? html`<strong>Free on ${dateWords(first.date)}</strong>, ${timeWords(from, to)}` : html`${dateWords(first.date)}, ${timeWords(from, to)}`}</p>`;
  return html`<p class="room__when">${all ? html`<strong>Free on ${allDates(dates.length)}</strong>, ${timeWords(from, to)}` : fits ? html`<strong>Free on ${freeDates} of ${dates.length} dates</strong>, ${timeWords(from, to)}. Not then: ${missingWords(missing)}.` : html`${timeWords(from, to)}`}</p>
    <details class="room__dates" ?open=${!all && !fits}><summary>${all ? 'All dates' : 'Date by date'}</summary>${all ? plainDates(dates) : dateStrip(dates)}</details>`;
}

function moneyPart({ price, dates, freeDates }: Answer): TemplateResult | typeof nothing {
  if (dates.length === 0 || freeDates === 0) return nothing;
  const lines = price && price.totalPence > 0 ? price.lines : [];
  return html`<p class="room__price">${priceWords(price, freeDates)}.</p>
    ${lines.length > 1 ? html`<details class="room__lines"><summary>What that is made of</summary><ul>${lines.map((line) => html`<li>${priceLine(line)}</li>`)}</ul></details>` : nothing}`;
}

const MARKS = {
  yes: 'M3 8.5 6.5 12 13 4.5',
  no: 'M4 4l8 8M12 4l-8 8',
  not_at_that_time: 'M8 3v5l3 2',
  unknown: 'M5.5 6a2.5 2.5 0 1 1 3.6 2.2C8.3 8.7 8 9.200 8 10M8 12.800v.1',
} as const;

/** The words beside it say the same. */
function factMark(value: keyof typeof MARKS): TemplateResult {
  return html`<svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false"><path d=${MARKS[value]} fill="none" stroke="currentColor" stroke-width="2.2" stroke-linecap="round" stroke-linejoin="round" /></svg>`;
}
