import { html, nothing, type TemplateResult } from 'lit';
import type { Party } from '../../../src/ground/cases/standing-contract.ts';
import { stepWords } from '../../../src/ground/cases/standing-words.ts';
import type { DueThing } from '../../../src/rooms/hires/hire-contract.ts';
import { caseNumber } from '../../ground/cases/case-view.ts';

/** What is looked at together, in the order of the card. Money that groups owe has a list of its own. */
const PARTS: readonly { title: string; kinds: readonly string[] }[] = [
  { title: 'Papers missing', kinds: ['insurance', 'safeguarding'] },
  { title: 'To show round', kinds: ['induction'] },
  { title: 'Disputes to answer', kinds: ['dispute'] },
  { title: 'Money to give back', kinds: ['deposit', 'refund'] },
];
const OWED = ['pay_hire', 'pay_deposit'];
/** More than these fold away. */
const SHOWN = 6;

/** What of bookings waits for those who answer for the rooms, by what is to be done; what is due first at the top of each. */
export function bookingsDueCard(due: readonly DueThing[], reader: Party): TemplateResult {
  const known = PARTS.flatMap(({ kinds }) => kinds);
  const parts = [
    ...PARTS.map(({ title, kinds }) => ({ title, all: due.filter(({ step }) => kinds.includes(step.kind)) })),
    { title: 'Else', all: due.filter(({ step }) => ![...known, ...OWED].includes(step.kind)) },
  ].filter(({ all }) => all.length > 0);
  return html`<section class="desk-card"><h2>Bookings: to do</h2>
    ${
      parts.length === 0
        ? html`<p>No deposit is to be given back, no dispute to be answered, and every start is in order.</p>`
        : parts.map(
            ({ title, all }) => html`<h3>${title} (${all.length}${lateOf(all)})</h3>
      ${lines(all.slice(0, SHOWN), reader)}
      ${all.length > SHOWN ? html`<details class="more"><summary>${all.length - SHOWN} more<span class="visually-hidden">: ${title}</span></summary>${lines(all.slice(SHOWN), reader)}</details>` : nothing}`,
          )
    }
  </section>`;
}

function lateOf(all: readonly DueThing[]): string {
  const late = all.filter((one) => one.late).length;
  return late === 0 ? '' : `, ${late} late`;
}

const lines = (all: readonly DueThing[], reader: Party): TemplateResult =>
  html`<ul class="plain-list desk-lines">${all.map(({ bookingId, caseNumber: number, group, room, step, late }) => html`<li><a href="/bookings/${bookingId}/course">${group}, ${room}</a> ${caseNumber(number)}<br /><span class="hint">${stepWords(step, reader)}${late ? html` <strong class="hire__open">Late</strong>` : ''}</span></li>`)}</ul>`;
