import { html, nothing, type TemplateResult } from 'lit';
import { dateWords } from '../../../src/kernel/day-words.ts';
import { startName, startWords } from '../../../src/rooms/hires/hire-words.ts';
import { field } from '../../kernel/form-fields.ts';
import { formOf, startingWith, type HireData } from './hire-part.ts';

/** What must be there before the first date: papers, insurance, being shown round. */
export function startSection(data: HireData): TemplateResult | typeof nothing {
  const { state, viewer, form } = data;
  if (state.checks.length === 0) return nothing;
  const { booking, induction, today } = state;
  const own = formOf(form, 'induction');
  const values = startingWith(own, { on: today });
  return html`
    <section aria-labelledby="start-heading">
      <h2 id="start-heading">Before the first date, ${dateWords(booking.startsOn)}</h2>
      <ul class="rows">${state.checks.map(
        (check) => html`<li class="row"><div>
        <strong>${startName(check)}</strong> <span class=${check.met ? 'hire__ok' : 'hire__open'}>${check.met ? 'In order' : 'Still needed'}</span>
        <span class="row__more">${check.kind === 'induction' && induction ? `${induction.signedBy} signed on ${dateWords(induction.on)}, shown round by ${induction.shownBy}.` : startWords(check)}</span>
        ${!check.met && check.kind !== 'induction' && viewer.as !== 'reader' ? html`<a href="/groups/${booking.groupId}/documents/new?kind=${check.kind}">Add the paper</a>` : nothing}
      </div></li>`,
      )}</ul>
      ${
        viewer.maySeeTo
          ? html`<details class="hire__form" ?open=${own.mistakes.length > 0 || !induction}><summary>${induction ? 'Correct who signed' : 'Note that they were shown round and signed'}</summary>
        <form class="group-form" method="post" action="/bookings/${booking.id}/induction" novalidate>
          ${field(values, 'on', 'Signed on', { type: 'date' })} ${field(values, 'signed_by', 'Who of the group signed?')} ${field(values, 'shown_by', 'Who showed them round?', { hint: 'Alarm, exits, accident book.' })}
          <button class="button" type="submit">Save</button>
        </form></details>`
          : nothing
      }
    </section>
  `;
}
