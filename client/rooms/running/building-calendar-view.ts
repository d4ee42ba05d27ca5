import { html, nothing, type TemplateResult } from 'lit';
import type { BuildingCalendar, BuildingDay } from '../../../src/rooms/running/building-calendar-contract.ts';
import type { BuildingFrame } from '../../../src/rooms/running/running-contract.ts';
import { counted, longDay, shortDay } from '../../kernel/format.ts';
import { buildingHead } from './building-frame-part.ts';
import { entryLine, entryTimes, related } from './calendar-entry-part.ts';

export type BuildingCalendarViewData = { frame: BuildingFrame; calendar: BuildingCalendar };

const WEEKDAY = new Intl.DateTimeFormat('en-GB', { weekday: 'long', timeZone: 'UTC' });
const SHORT_WEEKDAY = new Intl.DateTimeFormat('en-GB', { weekday: 'short', timeZone: 'UTC' });
const MONTH = new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' });
const dateOf = (day: string): Date => new Date(`${day}T00:00:00Z`);

/** Every room of a building by the week or the month, as a table or as a list: the same facts in both. */
export function buildingCalendarView({ frame, calendar }: BuildingCalendarViewData): TemplateResult {
  const { view, as, from, to, rooms, days, more } = calendar;
  const title = view === 'month' ? MONTH.format(dateOf(from)) : `${shortDay(from)} to ${shortDay(to)}`;
  return html`<div class="wrap desk-page">
    ${buildingHead(frame, 'calendar', `Calendar of ${frame.building.name}`)}
    ${
      rooms.length === 0
        ? html`<p class="empty">There is no room to look into here yet.${frame.may.rooms ? html` <a href="/desk/assets/${frame.building.id}/spaces">Add the rooms first.</a>` : nothing}</p>`
        : html`
      ${ways(frame.building.id, calendar)}
      <h2 id="calendar-title">${title}</h2>
      <p class="hint">${summary(days)}</p>
      ${as === 'list' ? list(frame, days) : view === 'week' ? week(frame, calendar) : month(frame, calendar)}
      ${more ? html`<p class="note">There is more than fits here. Choose one room, or the week.</p>` : nothing}
      ${legend()}`
    }
  </div>`;
}

function summary(days: readonly BuildingDay[]): string {
  // What goes on beyond midnight stands on two days.
  const entries = [...new Map(days.flatMap((day) => day.entries).map((entry) => [entry.id, entry])).values()];
  const [booked, asked] = [
    entries.filter(({ kind }) => kind === 'booked').length,
    entries.filter(({ kind }) => kind === 'asked').length,
  ];
  return `${counted(booked, 'date')} booked, ${asked === 0 ? 'none' : asked.toLocaleString('en-GB')} asked for.`;
}

function ways(id: string, { view, as, day, today, previous, next, rooms, room }: BuildingCalendar): TemplateResult {
  const to = (change: Partial<Record<'view' | 'as' | 'day', string>>): string => {
    const query = new URLSearchParams({ view, as, day, ...change, ...(room && { room }) });
    return `/desk/buildings/${id}/calendar?${query.toString()}`;
  };
  const choice = (change: { view?: string; as?: string }, label: string): TemplateResult =>
    html`<a href=${to(change)} aria-current=${(change.view ?? view) === view && (change.as ?? as) === as ? 'true' : nothing}>${label}</a>`;
  return html`<div class="cal-ways off-paper">
    <nav aria-label="Weeks and months"><a href=${to({ day: previous })} rel="prev">${view === 'week' ? 'Week before' : 'Month before'}</a> <a href=${to({ day: today })}>Today</a> <a href=${to({ day: next })} rel="next">${view === 'week' ? 'Next week' : 'Next month'}</a></nav>
    <nav aria-label="How to show it">${choice({ view: 'week' }, 'Week')} ${choice({ view: 'month' }, 'Month')} <span class="cal-ways__gap"></span> ${choice({ as: 'grid' }, 'Table')} ${choice({ as: 'list' }, 'List')}</nav>
    <form method="get" action="/desk/buildings/${id}/calendar" class="filter">
      <input type="hidden" name="view" value=${view} /><input type="hidden" name="as" value=${as} />
      <div class="field"><label for="cal-day">Day</label><input id="cal-day" type="date" name="day" value=${day} /></div>
      <div class="field"><label for="cal-room">Room</label><select id="cal-room" name="room"><option value="">All rooms</option>${rooms.map((one) => html`<option value=${one.id} ?selected=${one.id === room}>${one.name}</option>`)}</select></div>
      <button class="button button--quiet" type="submit">Show</button>
    </form>
  </div>`;
}

/** Rooms by days. What takes a hall takes its parts too: their rows say so. On a phone each room becomes a block of its days. */
function week(frame: BuildingFrame, { days, rooms, room, today }: BuildingCalendar): TemplateResult {
  const shown = room === null ? rooms : rooms.filter(({ id }) => id === room || related(rooms, id, room));
  return html`<table class="cal-week" role="table" aria-labelledby="calendar-title">
    <thead role="rowgroup"><tr role="row"><th role="columnheader" scope="col">Room</th>${days.map(({ date, dayOff }) => html`<th role="columnheader" scope="col" class=${date === today ? 'is-today' : nothing}><abbr title=${WEEKDAY.format(dateOf(date))}>${SHORT_WEEKDAY.format(dateOf(date))}</abbr> ${Number(date.slice(8))}${date === today ? html`<span class="cal-tag">Today</span>` : nothing}${dayOff ? html`<span class="cal-tag">Day off</span>` : nothing}</th>`)}</tr></thead>
    <tbody role="rowgroup">${shown.map(
      (one) => html`<tr role="row">
      <th role="rowheader" scope="row">${one.name}${one.parentId ? html`<span class="hint"> part of ${rooms.find(({ id }) => id === one.parentId)?.name ?? 'another'}</span>` : nothing}</th>
      ${days.map(({ date, entries }) => {
        const here = entries.filter((entry) => entry.room === null || entry.room.id === one.id);
        const through = entries.filter(
          (entry) => entry.room !== null && entry.room.id !== one.id && related(rooms, entry.room.id, one.id),
        );
        return html`<td role="cell" class=${here.length + through.length === 0 ? 'is-free' : nothing}><span class="cal-week__day">${longDay(date)}</span>
          ${here.map((entry) => entryLine(frame, entry, date, null))} ${through.map((entry) => html`<p class="entry-through">${entry.room?.name}: ${entryTimes(entry, date)}${entry.kind === 'booked' ? '' : entry.kind === 'asked' ? ', asked for' : ', closed'}</p>`)}</td>`;
      })}
    </tr>`,
    )}</tbody>
  </table>`;
}

/** Days under their weekdays; on a phone one below the other, those without anything left out. */
function month(frame: BuildingFrame, { days, today }: BuildingCalendar): TemplateResult {
  const lead = (dateOf(days[0]?.date ?? '2000-01-03').getUTCDay() + 6) % 7;
  return html`<ol class=${`cal-month cal-month--${lead}`} aria-labelledby="calendar-title">${days.map(
    ({ date, dayOff, entries }) => html`<li class=${entries.length === 0 ? 'is-free' : nothing}>
    <h3><span class="cal-month__weekday">${WEEKDAY.format(dateOf(date))} </span>${Number(date.slice(8))}<span class="cal-month__month"> ${MONTH.format(dateOf(date))}</span>${date === today ? html`<span class="cal-tag">Today</span>` : nothing}${dayOff ? html`<span class="cal-tag">Day off</span>` : nothing}</h3>
    ${entries.map((entry) => entryLine(frame, entry, date, entry.room?.name ?? 'Whole building'))}
  </li>`,
  )}</ol>`;
}

function list(frame: BuildingFrame, days: readonly BuildingDay[]): TemplateResult {
  return html`<ol class="cal-list">${days.map(
    ({ date, dayOff, entries }) => html`<li>
    <h3>${longDay(date)}${dayOff ? html`<span class="cal-tag">Day off</span>` : nothing}</h3>
    ${entries.length === 0 ? html`<p class="hint">Nothing</p>` : entries.map((entry) => entryLine(frame, entry, date, entry.room?.name ?? 'Whole building'))}
  </li>`,
  )}</ol>`;
}

const legend = (): TemplateResult => html`<ul class="cal-legend" aria-label="What the marks mean">
  <li><span class="entry entry--booked">18:00 to 20:00 Name</span> booked</li><li><span class="entry entry--asked">18:00 to 20:00 <span class="entry__mark">Asked for</span> Name</span> somebody still has to say yes</li><li><span class="entry entry--closed"><strong>Closed</strong></span> cannot be booked</li></ul>`;
