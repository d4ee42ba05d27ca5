import { html, type TemplateResult } from 'lit';
import type { DueThing } from '../../../src/rooms/hires/hire-contract.ts';
import { DUE_WORDS } from '../../../src/rooms/hires/hire-words.ts';
import { shortDay } from '../../kernel/format.ts';

/** What of bookings waits for those who answer for the rooms: deposits, disputes, refunds, starts. */
export function bookingsDueCard(due: readonly DueThing[]): TemplateResult {
  return html`<section class="desk-card"><h2>Bookings: to do</h2>
    ${
      due.length === 0
        ? html`<p>No deposit is to be given back, no dispute to be answered, and every start is in order.</p>`
        : html`<ul class="plain-list desk-lines">${due.map(({ kind, bookingId, group, room, due: day, late }) => html`<li><a href="/bookings/${bookingId}/course">${DUE_WORDS[kind]}: ${group}</a>, ${room}<span class="hint">${day ? ` by ${shortDay(day)}` : ''}${late ? html` <strong class="hire__open">late</strong>` : ''}</span></li>`)}</ul>`
    }
  </section>`;
}
