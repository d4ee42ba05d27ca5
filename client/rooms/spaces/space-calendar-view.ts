import { html, nothing, svg, type TemplateResult } from 'lit';
import type { CalendarDay } from '../../../src/rooms/spaces/calendar-contract.ts';
import { STRETCH_WORDS } from '../../../src/rooms/spaces/space-words.ts';
import { shortDay } from '../../kernel/format.ts';
import { monthAway, monthTable } from './calendar-month-part.ts';
import { fillOf, LEGEND, legend, patterns } from './calendar-patterns-part.ts';
import { dayName, dayWords, type Shown } from './calendar-words.ts';

const DAY_MS = 86_400_000;

/** When it is free: a week or a month, each with the same in words. Works with links alone. */
export function calendarPart(shown: Shown): TemplateResult {
  const { view, id, day, along } = shown;
  const link = (to: string, toView = view): string =>
    `/spaces/${id}?view=${toView}&day=${to}${along && `&${along}`}#calendar`;
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

/** The day as a strip; words beside it say the same. */
function bar({ stretches }: CalendarDay, from: number, to: number): TemplateResult {
  return html`<svg class="day-bar" viewBox="0 0 ${to - from} 40" preserveAspectRatio="none" aria-hidden="true">
    <rect class="day-bar__ground" x="0" y="0" width=${to - from} height="40" />
    ${stretches.map((stretch) => svg`<rect class="day-bar__stretch pattern--${stretch.state}" x=${stretch.from - from} y="2" width=${stretch.to - stretch.from} height="36" fill=${fillOf(stretch.state)} />`)}
    ${hoursBetween(from, to).map((hour) => svg`<path class="day-bar__hour" d="M${hour - from} 0v40" />`)}
  </svg>`;
}
const shifted = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
const hoursBetween = (from: number, to: number): number[] =>
  Array.from(
    { length: Math.floor(to / 60) - Math.ceil(from / 60) },
    (_, index) => (Math.ceil(from / 60) + index) * 60,
  ).filter((minute) => minute > from);
