import { html, type TemplateResult } from 'lit';
import type { Party } from '../../../src/ground/cases/standing-contract.ts';
import { stepWords } from '../../../src/ground/cases/standing-words.ts';
import type { DueThing } from '../../../src/rooms/hires/hire-contract.ts';
import { caseNumber } from '../../ground/cases/case-view.ts';

/** What of bookings waits for those who answer for the rooms: deposits, disputes, refunds, starts, money that is late. */
export function bookingsDueCard(due: readonly DueThing[], reader: Party): TemplateResult {
  return html`<section class="desk-card"><h2>Bookings: to do</h2>
    ${
      due.length === 0
        ? html`<p>No deposit is to be given back, no dispute to be answered, and every start is in order.</p>`
        : html`<ul class="plain-list desk-lines">${due.map(({ bookingId, caseNumber: number, group, room, step, late }) => html`<li><a href="/bookings/${bookingId}/course">${group}, ${room}</a> ${caseNumber(number)}<br /><span class="hint">${stepWords(step, reader)}${late ? html` <strong class="hire__open">Late</strong>` : ''}</span></li>`)}</ul>`
    }
  </section>`;
}
