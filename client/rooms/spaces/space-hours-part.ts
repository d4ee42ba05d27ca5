import { html, nothing, type TemplateResult } from 'lit';
import type { Weekday } from '../../../src/kernel/recurrence-contract.ts';
import type { PublicSpace } from '../../../src/rooms/spaces/public-space-contract.ts';
import type { NewWindow } from '../../../src/rooms/spaces/space-edit-contract.ts';
import { answerWords, TERM_WORDS, WEEKDAY_WORDS } from '../../../src/rooms/spaces/space-words.ts';
import { clockOf } from '../../../src/rooms/spaces/time-contract.ts';
import { listed, shortDay } from '../../kernel/format.ts';

/** When groups can have the room, in words. */
export function hoursPart({
  hours,
  answering,
  closedOnBankHolidays,
  terms,
  openingCostPence,
  today,
}: PublicSpace): TemplateResult {
  if (hours.length === 0)
    return html`<section aria-labelledby="hours-heading"><h2 id="hours-heading">When it is open</h2><p>Nobody has told us yet when it is open.</p></section>`;
  const needsTerms = hours.some(({ term }) => term !== 'always');
  return html`<section aria-labelledby="hours-heading">
    <h2 id="hours-heading">When it is open</h2>
    <table class="hours">
      <thead><tr><th scope="col">Day</th><th scope="col">Time</th><th scope="col">What to know</th></tr></thead>
      <tbody>${sameHours(hours).map(({ days, window }) => html`<tr><th scope="row">${daysWords(days)}</th><td class="hours__time">${clockOf(window.from)} to ${clockOf(window.to)}</td><td>${hoursNotes(window, answering, openingCostPence).join(' ')}</td></tr>`)}</tbody>
    </table>
    <p>${closedOnBankHolidays ? 'It is closed on bank holidays and on the council’s days off.' : 'It is open on bank holidays too.'}</p>
    ${needsTerms ? html`<p>${termsWords(terms, today)}</p>` : nothing}
  </section>`;
}

const TERMS_SHOWN = 6;

/** The term that runs, and those that come next. */
function termsWords(terms: PublicSpace['terms'], today: string): string {
  const coming = terms.filter(({ to }) => to >= today).slice(0, TERMS_SHOWN);
  if (coming.length === 0) return 'The term dates are not known yet.';
  return `Terms: ${listed(coming.map(({ name, from, to }) => `${name} (${shortDay(from)} to ${shortDay(to)})`))}.`;
}

/** Days with the same hours and the same to know about them, as one line. */
function sameHours(hours: readonly NewWindow[]): { days: Weekday[]; window: NewWindow }[] {
  const lines = new Map<string, { days: Weekday[]; window: NewWindow }>();
  for (const window of hours) {
    const { weekday, ...rest } = window;
    const key = JSON.stringify(rest);
    const line = lines.get(key) ?? { days: [], window };
    lines.set(key, { ...line, days: [...line.days, weekday] });
  }
  return [...lines.values()];
}

/** "Monday to Friday", "Tuesday and Thursday" */
function daysWords(days: readonly Weekday[]): string {
  const [first, last] = [days[0], days.at(-1)];
  const inARow = days.length > 2 && first !== undefined && last !== undefined && last - first === days.length - 1;
  return inARow ? `${WEEKDAY_WORDS[first]} to ${WEEKDAY_WORDS[last]}` : listed(days.map((day) => WEEKDAY_WORDS[day]));
}

function hoursNotes(
  { term, seasonFrom, seasonTo, note, staffed, approval, publishedOpen }: NewWindow,
  answering: PublicSpace['answering'],
  openingCostPence: number,
): string[] {
  const season = [seasonFrom && `from ${shortDay(seasonFrom)}`, seasonTo && `until ${shortDay(seasonTo)}`]
    .filter((part) => part)
    .join(' ');
  const when = [TERM_WORDS[term].when, season].filter((part) => part).join(', ');
  const opening = openingCostPence > 0 && !staffed ? 'Somebody has to come and open.' : '';
  return [
    when && `${when.charAt(0).toUpperCase()}${when.slice(1)}.`,
    note ?? '',
    opening,
    answerWords(approval, publishedOpen, answering),
  ].filter((part) => part !== '');
}
