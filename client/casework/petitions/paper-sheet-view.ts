import { html, type TemplateResult } from 'lit';
import type { Paper } from '../../../src/kernel/paper-contract.ts';
import { paperView } from '../../kernel/paper-view.ts';

/** The page of the sheet to sign on paper, with the way to its file. */
export const paperSheetView = ({ id, paper }: { id: string; paper: Paper }): TemplateResult => html`
  <div class="wrap narrow no-print">
    <nav class="crumbs" aria-label="Where you are"><a href="/petitions/${id}">${paper.title}</a></nav>
    <p><a class="button" href="/petitions/${id}/sheet.pdf">Print the sheet (PDF, one page)</a></p>
  </div>
  ${paperView(paper)}
`;
