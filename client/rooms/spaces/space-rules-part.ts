import { html, nothing, type TemplateResult } from 'lit';
import type { PublicSpace } from '../../../src/rooms/spaces/public-space-contract.ts';
import { lengthOf } from '../../../src/rooms/spaces/time-contract.ts';
import { counted, listed } from '../../kernel/format.ts';

/** The room’s own rules: what it is for, what is not allowed, how long and how far ahead it is booked, who opens. */
export function rulesPart(space: PublicSpace): TemplateResult | typeof nothing {
  const lines: [string, string | null][] = [
    ['Good for', space.activities],
    ['Not allowed', space.notAllowed],
    ['Conditions', space.conditions],
    // Nobody needs to know how to ask for what cannot be had.
    ...(space.bookable ? askingLines(space) : []),
    ['Opening and closing', space.caretaking],
  ];
  if (lines.every(([, detail]) => !detail)) return nothing;
  return html`<section aria-labelledby="rules-heading"><h2 id="rules-heading">Rules of this room</h2>
    <dl class="facts">${lines.map(([term, detail]) => (detail ? html`<div><dt>${term}</dt><dd>${detail}</dd></div>` : nothing))}</dl>
  </section>`;
}

function askingLines(space: PublicSpace): [string, string | null][] {
  return [
    ['Shortest and longest', `${lengthOf(space.shortestMinutes)} to ${lengthOf(space.longestMinutes)}`],
    ['Bookings start', `every ${lengthOf(space.stepMinutes)}`],
    ['Ask at least', space.noticeHours === 0 ? 'any time before' : `${noticeWords(space.noticeHours)} before`],
    ['Ask at most', `${counted(space.daysAhead, 'day')} ahead`],
    [
      'Kept free around each booking',
      listed([
        ...(space.minutesBefore > 0 ? [`${lengthOf(space.minutesBefore)} before`] : []),
        ...(space.minutesAfter > 0 ? [`${lengthOf(space.minutesAfter)} after`] : []),
      ]) || null,
    ],
  ];
}

const noticeWords = (hours: number): string => (hours % 24 === 0 ? counted(hours / 24, 'day') : counted(hours, 'hour'));
