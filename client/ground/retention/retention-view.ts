import { html, type TemplateResult } from 'lit';
import type { KeptLine } from '../../../src/ground/retention/retention-contract.ts';
import { counted } from '../../kernel/format.ts';

/** How long we keep what: the very table that the job works by, and areas that have adopted other days. */
export function retentionView(lines: readonly KeptLine[]): TemplateResult {
  return html`
    <div class="table-scroll" tabindex="0" role="group" aria-label="How long we keep what">
      <table>
        <thead><tr><th scope="col">What</th><th scope="col">Removed after</th><th scope="col">Why so long</th></tr></thead>
        <tbody>
          ${lines.map(({ what, days, why, elsewhere }) => html`<tr><th scope="row">${what}</th><td>${counted(days, 'day')}${elsewhere.map(({ area, days: others }) => `; in ${area} ${counted(others, 'day')}`).join('')}</td><td>${why}</td></tr>`)}
        </tbody>
      </table>
    </div>
  `;
}
