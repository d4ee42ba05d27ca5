import { html, nothing, type TemplateResult } from 'lit';
import { endWords, overnightWords, timeWords } from '../../../src/rooms/bookings/booking-words.ts';
import { doorWords } from '../../../src/rooms/bookings/date-need-words.ts';
import { TONIGHT_WORDS } from '../../../src/rooms/running/running-words.ts';
import type { TonightDate, TonightList } from '../../../src/rooms/running/tonight-contract.ts';
import { LAYOUT_WORDS } from '../../../src/rooms/spaces/space-words.ts';
import { caseNumber } from '../../ground/cases/case-view.ts';
import { capital, counted, longDay } from '../../kernel/format.ts';

/** The evening and the building that the page is about, carried along by its forms. */
export type Around = Pick<TonightList, 'day' | 'chosen'>;

/** One date of the evening: who comes, what to open and set up, and whether they came. */
export function dateItem(date: TonightDate, around: Around): TemplateResult {
  const gone = !['coming', 'used', 'no_show'].includes(date.state);
  const words = date.overnight ? capital(overnightWords(date.from, date.to)) : timeWords(date.from, date.to);
  const time = html`<span class="date__time">${words}</span>`;
  return html`<li class=${`date date--${date.state}`} id=${`date-${date.id}`} tabindex="-1">
    <h3>${gone ? html`<s>${time} ${date.room.name}</s>` : html`${time} ${date.room.name}`}${date.isNew ? html` <span class="mark">New since yesterday</span>` : nothing}</h3>
    <p class="date__who">${gone ? html`<s>${date.who}</s>` : html`<strong>${date.who}</strong>, ${counted(date.people, 'person', 'people')}${date.layout ? `, ${LAYOUT_WORDS[date.layout].many}` : ''}`}</p>
    ${gone ? html`<p><strong>${TONIGHT_WORDS[date.state]}</strong> ${date.changed}${date.state === 'moved' ? html`: now ${longDay(date.date)}, ${date.from}` : nothing}. ${date.state === 'moved' ? '' : 'Do not open for them.'}</p>` : html`${doorPart(date)} ${toDo(date)} ${checkPart(date, around)}`}
  </li>`;
}

/** What it lacks stands before everything else: whoever reads no further knows whether to open. */
function doorPart({ need, state }: TonightDate): TemplateResult | typeof nothing {
  const lacks = need && state === 'coming' ? doorWords(need) : [];
  if (lacks.length === 0) return nothing;
  return html`<ul class=${`door ${need?.heldBack ? 'door--shut' : ''}`}>${lacks.map((one) => html`<li><strong>${one}</strong></li>`)}${need?.heldBack ? html`<li>Group and owner were told. As soon as the paper is accepted, this line is gone.</li>` : nothing}</ul>`;
}

/** When to open and when to lock. Whoever came the night before is in already. */
function doors({ staffed, openBy, from, overnight, ...date }: TonightDate): TemplateResult {
  if (staffed) {
    const early = overnight || openBy === from ? '' : html`; the room is theirs from <strong>${openBy}</strong>`;
    return html`Staff are in the building${early}`;
  }
  return overnight
    ? html`${lockWords({ ...date, from: '00:00' })}`
    : html`<strong>Open by ${openBy}</strong>. ${lockWords({ ...date, from })}`;
}

/** Nobody is locked in: where others stay on, the doors are locked after the last of them. */
function lockWords({ from, to, othersUntil }: Pick<TonightDate, 'from' | 'to' | 'othersUntil'>): TemplateResult {
  return othersUntil === null
    ? html`<strong>Lock up after ${endWords(from, to)}</strong>: no staff are in the building`
    : html`<strong>Do not lock up after ${endWords(from, to)}</strong>: others are in the building until ${othersUntil}, and no staff`;
}

function toDo(date: TonightDate): TemplateResult {
  const { room, telephone, need } = date;
  return html`<ul class="date__to-do">
    ${need?.heldBack && !date.overnight ? nothing : html`<li>${doors(date)}</li>`}
    ${room.floor ? html`<li>Floor: ${room.floor}</li>` : nothing}
    ${room.equipment.length > 0 ? html`<li>There is: ${room.equipment.join(', ')}</li>` : nothing}
    ${room.caretaking ? html`<li>${room.caretaking}</li>` : nothing}
    ${date.caseNumber ? html`<li>${caseNumber(date.caseNumber)}</li>` : nothing}
    ${telephone ? html`<li>Telephone: <a href=${`tel:${telephone.replace(/[^+\d]/g, '')}`}>${telephone}</a></li>` : nothing}
  </ul>`;
}

function checkPart(
  { id, state, changed, who, from, checkIn }: TonightDate,
  { day, chosen }: Around,
): TemplateResult | typeof nothing {
  const form = (
    check: string,
    label: string,
    quiet: string,
  ): TemplateResult => html`<form method="post" action="/tonight/dates/${id}/${check}">
    <input type="hidden" name="day" value=${day} />${chosen ? html`<input type="hidden" name="building" value=${chosen} />` : nothing}
    <button class=${`button ${quiet}`} type="submit">${label}<span class="visually-hidden">: ${who}, ${from}</span></button></form>`;
  const told = state === 'used' || state === 'no_show';
  if (!told && !checkIn.came && !checkIn.nobody) return nothing;
  return html`<div class="date__check">
    ${told ? html`<p><strong>${TONIGHT_WORDS[state]}</strong> <span class="hint">noted ${changed}</span></p>` : nothing}
    ${checkIn.came ? form('came', 'They came', '') : nothing} ${checkIn.nobody ? form('nobody', 'Nobody came', 'button--quiet') : nothing} ${checkIn.undo ? form('undo', 'Take back', 'button--quiet button--small') : nothing}
  </div>`;
}
