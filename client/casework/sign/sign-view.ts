import { html, nothing, type TemplateResult } from 'lit';
import type { PublicProposal } from '../../../src/casework/proposals/proposal-page-contract.ts';
import type { Paper } from '../../../src/kernel/paper-contract.ts';
import { paperView } from '../../kernel/paper-view.ts';

type SignData = { id: string; draft: boolean; place: string; paper: Paper };

/** The page of the sign, with the way to its file. */
export const signView = ({ id, draft, place, paper }: SignData): TemplateResult => html`
  <div class="wrap narrow no-print">
    <nav class="crumbs" aria-label="Where you are"><a href="/proposals/${id}${draft ? '/write' : ''}">${place}</a></nav>
    ${draft ? html`<p class="note">Only your group sees this before the proposal is sent. It may go up from then on.</p>` : nothing}
    <p><a class="button" href="/proposals/${id}/sign.pdf">Print the sign (PDF, one page)</a></p>
  </div>
  ${paperView(paper)}
`;

/** On the page of a proposal: what its sign says. */
export const signPart = ({ id, endedOn }: PublicProposal): TemplateResult | typeof nothing =>
  endedOn === null ? html`<p><a href="/proposals/${id}/sign">What the sign at the place says</a></p>` : nothing;
