import { html, type TemplateResult } from 'lit';
import type { CalendarDay, CalendarView, DayState } from '../../../src/rooms/spaces/calendar-contract.ts';
import { DAY_STATE_WORDS } from '../../../src/rooms/spaces/space-words.ts';
import { DAY_PATTERN, legend, swatch } from './calendar-patterns-part.ts';
import { dayWords } from './calendar-words.ts';
import { dayName } from './calendar-words.ts';
import type { Shown } from './calendar-words.ts';

const MONTH = new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' });

const LEGEND_MONTH: readonly DayState[] = ['free', 'part', 'full', 'not_now', 'closed'];

/** A month as a table of days, each with its state as a pattern and in words. */
export function monthTable(
  { calendar, day }: Shown,
  link: (day: string, view?: CalendarView) => string,
): TemplateResult {
  const before = (new Date(`${calendar.days[0]?.date}T00:00:00Z`).getUTCDay() + 6) % 7;
  const cells: (CalendarDay | null)[] = [...Array.from({ length: before }, () => null), ...calendar.days];
  const weeks = Array.from({ length: Math.ceil(cells.length / 7) }, (_, week) =>
    Array.from({ length: 7 }, (_each, at) => cells[week * 7 + at] ?? null),
  );
  return html`${legend(LEGEND_MONTH.map((state) => ({ name: DAY_STATE_WORDS[state], pattern: DAY_PATTERN[state] })))}
    <table class="month"><caption>${MONTH.format(new Date(`${day}T00:00:00Z`))}</caption>
      <thead><tr>${['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'].map((name) => html`<th scope="col"><abbr title=${name}>${name.slice(0, 2)}</abbr></th>`)}</tr></thead>
      <tbody>${weeks.map((week) => html`<tr>${week.map((cell) => (cell ? monthCell(cell, calendar.today, link) : html`<td></td>`))}</tr>`)}</tbody>
    </table>
    <details class="more"><summary>The same as a list</summary>
      <table class="week"><caption>${MONTH.format(new Date(`${day}T00:00:00Z`))}, day by day</caption>
        <thead class="visually-hidden"><tr><th scope="col">Day</th><th scope="col">What is free and what is taken</th></tr></thead>
        <tbody>${calendar.days.map((one) => html`<tr><th scope="row">${dayName(one.date)}</th><td>${dayWords(one)}</td></tr>`)}</tbody>
      </table>
    </details>`;
}

function monthCell(
  day: CalendarDay,
  today: string,
  link: (day: string, view?: CalendarView) => string,
): TemplateResult {
  const words = html`<span class="month__day">${Number(day.date.slice(8))}</span>${swatch(DAY_PATTERN[day.state])}<span class="month__state">${DAY_STATE_WORDS[day.state]}</span>`;
  const opens = day.state !== 'closed' && day.state !== 'past';
  return html`<td class="month__cell month__cell--${day.state} ${day.date === today ? 'month__cell--today' : ''}">${opens ? html`<a href=${link(day.date, 'week')}>${words}</a>` : html`<span class="month__plain">${words}</span>`}</td>`;
}

/** The first day of a month before or after. */
export function monthAway(day: string, months: number): string {
  const [year = 0, month = 1] = day.split('-').map(Number);
  return new Date(Date.UTC(year, month - 1 + months, 1)).toISOString().slice(0, 10);
}
