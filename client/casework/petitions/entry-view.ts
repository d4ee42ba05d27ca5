import { html, nothing, type TemplateResult } from 'lit';
import type { PublicPetition } from '../../../src/casework/petitions/petition-page-contract.ts';
import { LINES_ON_A_SHEET } from '../../../src/casework/petitions/signature-contract.ts';
import { field, type FormState } from '../../kernel/form-fields.ts';
import { longDay, shortDay } from '../../kernel/format.ts';
import { mistakesView } from '../../kernel/mistakes-view.ts';
import { lineFields } from './line-fields.ts';
import type { SheetRowData } from './sheet-data.ts';

export type EntryData = {
  petition: PublicPetition;
  rows: readonly SheetRowData[];
  form: FormState;
  submission: string;
  flash: string | null;
};
const MOST_MB = 15;

/** For clerks: what has come in on paper, what is to be done with it, and the form to type the next sheet. */
export function entryView({ petition, rows, form, submission, flash }: EntryData): TemplateResult {
  const { id, place, state, closesOn } = petition;
  const takes = state === 'open' || state === 'verifying';
  return html`<div class="wrap">
    <nav class="crumbs" aria-label="Where you are"><a href="/petitions/${id}">Petition: ${place}</a></nav>
    <h1>Sheets of paper</h1>
    ${flash ? html`<p class="done" role="status">${flash}</p>` : nothing} ${mistakesView(form.mistakes)}
    ${rows.length === 0 ? html`<p>No sheet has been typed yet.</p>` : html`<ul class="plain-list desk-lines">${rows.map((row) => rowPart(id, row))}</ul>`}
    ${
      takes
        ? html`<h2>Type a sheet</h2>
      <p class="hint">Type what stands there, also where you think that it is wrong. Say what cannot count in the last field of a line. Leave empty lines empty.</p>
      <form class="group-form sheet-form" method="post" action="/petitions/${id}/sheets" enctype="multipart/form-data" novalidate>
        <input type="hidden" name="submission" value=${submission} />
        ${field(form, 'received_on', 'On which day did it come in?', { type: 'date', hint: `It counts from this day. The petition ${state === 'open' ? 'closes' : 'closed'} at the end of ${longDay(closesOn ?? '')}.` })}
        ${Array.from({ length: LINES_ON_A_SHEET }, (_, index) => lineFields(form, index + 1))}
        ${field(form, 'file', 'Its scan', { type: 'file', optional: true, accept: 'application/pdf,image/*', mostBytes: MOST_MB * 1_048_576, hint: `A PDF or a photo of up to ${MOST_MB} MB. It is stored privately, and goes with the names.` })}
        <button class="button" type="submit">Keep the sheet</button>
      </form>`
        : html`<p class="note">Sheets are typed while the petition is open, and until its signatures are verified.</p>`
    }
  </div>`;
}

function rowPart(id: string, { id: sheet, number, receivedOn, task, scan }: SheetRowData): TemplateResult {
  const link = (words: string): TemplateResult => html`<a href="/petitions/${id}/sheets/${sheet}">${words}</a>`;
  const TASKS = {
    second: link('Type it a second time'),
    third: link('Decide between the two who typed it'),
    own: html`Somebody else types it a second time, or decides`,
    nothing: html`Nothing to do`,
  };
  return html`<li><strong>Sheet ${number}</strong>, came in on ${shortDay(receivedOn)}: ${TASKS[task]}${scan ? html` · <a href="/petitions/${id}/sheets/${sheet}/scan">Its scan</a>` : nothing}</li>`;
}
