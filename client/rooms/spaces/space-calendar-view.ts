import { html, nothing, svg, type SVGTemplateResult, type TemplateResult } from 'lit';
import type {
  Calendar,
  CalendarDay,
  CalendarStretch,
  CalendarView,
  DayState,
  StretchState,
} from '../../../src/rooms/spaces/calendar-contract.ts';
import { CLOSED_WORDS, DAY_STATE_WORDS, STRETCH_WORDS } from '../../../src/rooms/spaces/space-words.ts';
import { clockOf } from '../../../src/rooms/spaces/time-contract.ts';
import { shortDay } from '../../kernel/format.ts';

type Shown = { calendar: Calendar; view: CalendarView; day: string; id: string };

const WEEKDAY_AND_DAY = new Intl.DateTimeFormat('en-GB', {
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  timeZone: 'UTC',
});
const MONTH = new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' });
const DAY_MS = 86_400_000;
const LEGEND: readonly StretchState[] = ['free', 'taken', 'asked', 'closed'];
const LEGEND_MONTH: readonly DayState[] = ['free', 'part', 'full', 'not_now', 'closed'];

/** When it is free: a week or a month, each with the same in words. Works with links alone. */
export function calendarPart(shown: Shown): TemplateResult {
  const { view, id, day } = shown;
  const link = (to: string, toView = view): string => `/spaces/${id}?view=${toView}&day=${to}#calendar`;
  const [back, on] = view === 'week' ? [shifted(day, -7), shifted(day, 7)] : [monthAway(day, -1), monthAway(day, 1)];
  return html`<section id="calendar" class="calendar" aria-labelledby="calendar-heading">
    <h2 id="calendar-heading">When it is free</h2>
    <nav class="calendar__ways" aria-label="Calendar">
      <ul><li><a href=${link(day, 'week')} aria-current=${view === 'week' ? 'true' : nothing}>Week</a></li><li><a href=${link(day, 'month')} aria-current=${view === 'month' ? 'true' : nothing}>Month</a></li></ul>
      <ul><li><a href=${link(back)}>${view === 'week' ? 'Week before' : 'Month before'}</a></li><li><a href=${link(shown.calendar.today)}>Today</a></li><li><a href=${link(on)}>${view === 'week' ? 'Next week' : 'Next month'}</a></li></ul>
    </nav>
    ${patterns} ${view === 'week' ? weekTable(shown) : monthTable(shown, link)}
  </section>`;
}

function weekTable({ calendar }: Shown): TemplateResult {
  const [first, last] = [calendar.days[0]?.date ?? '', calendar.days.at(-1)?.date ?? ''];
  const from = Math.min(8 * 60, ...calendar.days.flatMap(({ stretches }) => stretches.map((stretch) => stretch.from)));
  const to = Math.max(22 * 60, ...calendar.days.flatMap(({ stretches }) => stretches.map((stretch) => stretch.to)));
  return html`${legend(LEGEND.map((state) => ({ name: STRETCH_WORDS[state], pattern: state })))}
    <table class="week"><caption>${shortDay(first)} to ${shortDay(last)}</caption>
      <thead class="visually-hidden"><tr><th scope="col">Day</th><th scope="col">What is free and what is taken</th></tr></thead>
      <tbody>${calendar.days.map(
        (day) => html`<tr class=${day.date === calendar.today ? 'week__today' : nothing}>
        <th scope="row">${dayName(day.date)}${day.date === calendar.today ? html`<span class="hint"> today</span>` : nothing}</th>
        <td>${day.stretches.length > 0 ? bar(day, from, to) : nothing}${dayWords(day)}</td>
      </tr>`,
      )}</tbody>
    </table>`;
}

/** Everything about a day in words. */
function dayWords({ stretches, closedBecause }: CalendarDay): TemplateResult {
  if (stretches.length === 0)
    return html`<p class="week__closed">${closedBecause ? CLOSED_WORDS[closedBecause] : 'Nothing is free'}</p>`;
  return html`<ul class="week__times">${stretches.map((stretch) => html`<li class="time time--${stretch.state}">${swatch(stretch.state)}<span>${clockOf(stretch.from)} to ${clockOf(stretch.to)}: ${stretchWords(stretch)}</span></li>`)}</ul>`;
}

const stretchWords = ({ state, label }: CalendarStretch): TemplateResult =>
  html`<strong>${STRETCH_WORDS[state]}</strong>${label ? ` (${label})` : ''}`;

/** The day as a strip; words beside it say the same. */
function bar({ stretches }: CalendarDay, from: number, to: number): TemplateResult {
  return html`<svg class="day-bar" viewBox="0 0 ${to - from} 40" preserveAspectRatio="none" aria-hidden="true">
    <rect class="day-bar__ground" x="0" y="0" width=${to - from} height="40" />
    ${stretches.map((stretch) => svg`<rect class="day-bar__stretch pattern--${stretch.state}" x=${stretch.from - from} y="2" width=${stretch.to - stretch.from} height="36" fill=${fillOf(stretch.state)} />`)}
    ${hoursBetween(from, to).map((hour) => svg`<path class="day-bar__hour" d="M${hour - from} 0v40" />`)}
  </svg>`;
}

function monthTable({ calendar, day }: Shown, link: (day: string, view?: CalendarView) => string): TemplateResult {
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

function legend(entries: readonly { name: string; pattern: StretchState | 'part' }[]): TemplateResult {
  return html`<ul class="legend" aria-label="What the signs mean">${entries.map(({ name, pattern }) => html`<li>${swatch(pattern)} ${name}</li>`)}</ul>`;
}

const DAY_PATTERN: Record<DayState, StretchState | 'part'> = {
  free: 'free',
  part: 'part',
  full: 'taken',
  not_now: 'too_soon',
  closed: 'closed',
  past: 'past',
};

const swatch = (state: StretchState | 'part'): TemplateResult =>
  html`<svg class="swatch pattern--${state}" viewBox="0 0 28 28" aria-hidden="true"><rect x="2" y="2" width="24" height="24" rx="4" fill=${fillOf(state)} />${state === 'part' ? svg`<path d="M2 26 26 2v20a4 4 0 0 1-4 4z" fill="url(#pattern-taken)" />` : nothing}</svg>`;

/** Each state has a pattern of its own, so that nothing rests on colour. */
function fillOf(state: StretchState | 'part'): string {
  if (state === 'taken' || state === 'asked' || state === 'closed') return `url(#pattern-${state})`;
  return state === 'free' || state === 'part' ? 'var(--surface)' : 'var(--sunk)';
}

const patterns: SVGTemplateResult | TemplateResult =
  html`<svg class="patterns" width="0" height="0" aria-hidden="true"><defs>
  <pattern id="pattern-taken" width="8" height="8" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="8" height="8" class="pattern__ground" /><rect width="4" height="8" class="pattern__ink" /></pattern>
  <pattern id="pattern-asked" width="8" height="8" patternUnits="userSpaceOnUse"><rect width="8" height="8" class="pattern__ground" /><circle cx="4" cy="4" r="2.2" class="pattern__ink pattern__ink--asked" /></pattern>
  <pattern id="pattern-closed" width="8" height="8" patternUnits="userSpaceOnUse"><rect width="8" height="8" class="pattern__ground" /><path d="m0 0 8 8M8 0 0 8" class="pattern__line" /></pattern>
</defs></svg>`;

const dayName = (date: string): string => WEEKDAY_AND_DAY.format(new Date(`${date}T00:00:00Z`)).replace(',', '');
const shifted = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
const hoursBetween = (from: number, to: number): number[] =>
  Array.from(
    { length: Math.floor(to / 60) - Math.ceil(from / 60) },
    (_, index) => (Math.ceil(from / 60) + index) * 60,
  ).filter((minute) => minute > from);

/** The first day of a month before or after. */
function monthAway(day: string, months: number): string {
  const [year = 0, month = 1] = day.split('-').map(Number);
  return new Date(Date.UTC(year, month - 1 + months, 1)).toISOString().slice(0, 10);
}
