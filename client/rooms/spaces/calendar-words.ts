import { html, type TemplateResult } from 'lit';
import type {
  Calendar,
  CalendarDay,
  CalendarStretch,
  CalendarView,
} from '../../../src/rooms/spaces/calendar-contract.ts';
import { CLOSED_WORDS, STRETCH_WORDS } from '../../../src/rooms/spaces/space-words.ts';
import { clockOf } from '../../../src/rooms/spaces/time-contract.ts';
import { swatch } from './calendar-patterns-part.ts';

/** A calendar as it is shown: a week or a month around a day. */
export type Shown = { calendar: Calendar; view: CalendarView; day: string; id: string; along: string };

/** Everything about a day in words. */
export function dayWords({ stretches, closedBecause }: CalendarDay): TemplateResult {
  if (stretches.length === 0)
    return html`<p class="week__closed">${closedBecause ? CLOSED_WORDS[closedBecause] : 'Nothing is free'}</p>`;
  return html`<ul class="week__times">${stretches.map((stretch) => html`<li class="time time--${stretch.state}">${swatch(stretch.state)}<span>${clockOf(stretch.from)} to ${clockOf(stretch.to)}: ${stretchWords(stretch)}</span></li>`)}</ul>`;
}

/** A day’s name and date, for instance “Tuesday 2 March”. */
export const dayName = (date: string): string => WEEKDAY_AND_DAY.format(new Date(`${date}T00:00:00Z`)).replace(',', '');

const WEEKDAY_AND_DAY = new Intl.DateTimeFormat('en-GB', {
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  timeZone: 'UTC',
});

const stretchWords = ({ state, label }: CalendarStretch): TemplateResult =>
  html`<strong>${STRETCH_WORDS[state]}</strong>${label ? ` (${label})` : ''}`;
