import { html, nothing, type TemplateResult } from 'lit';
import type { PublicPetition } from '../../../src/casework/petitions/petition-page-contract.ts';
import { LINE_CODE_WORDS } from '../../../src/casework/petitions/petition-words.ts';
import { LINES_ON_A_SHEET, type SheetLine } from '../../../src/casework/petitions/signature-contract.ts';
import { radioField, type FormState } from '../../kernel/form-fields.ts';
import { mistakesView } from '../../kernel/mistakes-view.ts';
import { lineFields } from './line-fields.ts';
import type { SheetRowData } from './sheet-data.ts';

export type SheetData = {
  petition: PublicPetition;
  row: SheetRowData;
  differing: readonly { line: number; first: SheetLine | null; second: SheetLine | null }[];
  form: FormState;
  flash: string | null;
};

/** One sheet: typed a second time by somebody who does not see the first, or decided by a third. */
export function sheetView({ petition, row, differing, form, flash }: SheetData): TemplateResult {
  const { id } = petition;
  return html`<div class="wrap">
    <nav class="crumbs" aria-label="Where you are"><a href="/petitions/${id}">Petition: ${petition.place}</a> › <a href="/petitions/${id}/sheets">Sheets</a></nav>
    <h1>Sheet ${row.number}</h1>
    ${flash ? html`<p class="done" role="status">${flash}</p>` : nothing} ${mistakesView(form.mistakes)}
    ${row.scan ? html`<p><a href="/petitions/${id}/sheets/${row.id}/scan">Its scan</a></p>` : nothing}
    ${row.task === 'second' ? secondPart(id, row.id, form) : nothing}
    ${row.task === 'third' ? thirdPart(id, row.id, differing, form) : nothing}
    ${row.task === 'own' ? html`<p class="note">You have typed this sheet. Somebody else goes on with it.</p>` : nothing}
    ${row.task === 'nothing' ? html`<p>There is nothing to do with this sheet.</p>` : nothing}
  </div>`;
}

const secondPart = (id: string, sheet: string, form: FormState): TemplateResult => html`
  <p class="lead">Type the sheet as it stands there. What somebody else has typed is not shown, so that the two can be compared.</p>
  <form class="group-form sheet-form" method="post" action="/petitions/${id}/sheets/${sheet}/again" novalidate>
    ${Array.from({ length: LINES_ON_A_SHEET }, (_, index) => lineFields(form, index + 1))}
    <button class="button" type="submit">Keep it</button>
  </form>`;

const thirdPart = (
  id: string,
  sheet: string,
  differing: SheetData['differing'],
  form: FormState,
): TemplateResult => html`
  <p class="lead">Two people have typed these lines differently. Look at the paper, and say how each reads.</p>
  <form class="group-form sheet-form" method="post" action="/petitions/${id}/sheets/${sheet}/settle" novalidate>
    ${differing.map(
      ({ line, first, second }) =>
        html`${radioField(form, `line_${line}`, `Line ${line}`, [
          { value: 'first', label: words(first) },
          { value: 'second', label: words(second) },
          { value: 'other', label: 'Otherwise, as I type it here:' },
        ])}${lineFields(form, line)}`,
    )}
    <button class="button" type="submit">So it reads</button>
  </form>`;

const words = (line: SheetLine | null): string =>
  line === null
    ? 'Nothing stands there'
    : `${line.name || 'no name'} · ${line.postcode || 'no postcode'} · ${line.basis} · ${LINE_CODE_WORDS[line.code]}`;
