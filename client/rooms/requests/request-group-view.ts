import { html, nothing, type TemplateResult } from 'lit';
import type { Party } from '../../../src/ground/cases/standing-contract.ts';
import type { RequestLine } from '../../../src/rooms/requests/request-page-contract.ts';
import type { TrialDates } from '../../../src/rooms/bookings/trial-date-contract.ts';
import { mayTryWords, TRIALS_STAY } from '../../../src/rooms/bookings/trial-date-words.ts';
import { requestRows } from './request-lists-view.ts';

/** On a group's page: the rooms it has asked for, those under way and those that ended lately. */
export function groupRoomsSection(
  lines: readonly RequestLine[],
  today: string,
  trial: TrialDates | null,
  finder: string | null,
  reader: Party,
): TemplateResult | typeof nothing {
  if (lines.length === 0 && finder === null) return nothing;
  return html`<section aria-labelledby="rooms-heading"><h2 id="rooms-heading">Rooms asked for</h2>
    ${lines.length === 0 ? html`<p>None yet.</p>` : requestRows(lines, today, reader)}
    ${trial ? html`<p>${mayTryWords(trial)} ${TRIALS_STAY}</p>` : nothing}
    ${finder ? html`<p><a href=${finder}>Find a room to ask for</a></p>` : nothing}</section>`;
}
