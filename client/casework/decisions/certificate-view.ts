import { html, nothing, type TemplateResult } from 'lit';
import type { CertificateShown } from '../../../src/casework/decisions/decision-page-contract.ts';
import type { Paper } from '../../../src/kernel/paper-contract.ts';
import { paperView } from '../../kernel/paper-view.ts';

/** A certificate as its paper has it, and above it whether it still stands. */
export function certificateView({ facts, proposalId, stage, stands }: CertificateShown, paper: Paper): TemplateResult {
  return html`
    <div class="wrap narrow no-print">
      <p class="note" role="status">${
        stands
          ? 'This certificate is real, and it stands.'
          : html`This certificate is real, but <strong>what it says does not hold today</strong>.`
      } Its case: <a href="/proposals/${proposalId}">${stage} (${facts.number})</a>.</p>
      <p><a class="button" href="/certificates/${facts.checkCode}/certificate.pdf">The certificate as a PDF</a> <a href="/api/certificates/${facts.checkCode}">Its data</a></p>
    </div>
    ${paperView(paper)}
  `;
}

/** The form to check a certificate. @param tried the code that nothing was found for; null before anything was typed */
export const checkView = (tried: string | null): TemplateResult => html`
  <article class="wrap narrow">
    <h1>Check a certificate</h1>
    <p>A certificate of default grant has a code of twelve letters and numbers. Type it here: if the certificate is real, you see what it says and whether it still stands.</p>
    ${tried ? html`<p class="note" role="status">There is no certificate with the code “${tried}”. Compare it with the paper, letter by letter. If it is the same, the paper is not ours.</p>` : nothing}
    <form class="group-form" method="get" action="/check">
      <div class="field"><label for="field-code">Code</label><input id="field-code" name="code" autocomplete="off" autocapitalize="characters" value=${tried ?? ''} /></div>
      <button class="button" type="submit">Check it</button>
    </form>
  </article>
`;
