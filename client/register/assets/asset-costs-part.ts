import { html, nothing, type TemplateResult } from 'lit';
import type { CostLine } from '../../../src/register/assets/asset-contract.ts';
import { pounds } from '../../kernel/format.ts';

/** What the place costs a year; what nobody has told prints “not known”. */
export function costTable(costs: readonly CostLine[]): TemplateResult | typeof nothing {
  if (costs.length === 0) return nothing;
  const unknown = costs.some(({ annualPence }) => annualPence === null);
  const sum = costs.reduce((total, { annualPence }) => total + (annualPence ?? 0), 0);
  return html`
    <section>
      <h2>What it costs to run</h2>
      <div class="table-scroll" tabindex="0" role="group" aria-label="Running costs">
        <table>
          <thead><tr><th scope="col">Cost</th><th scope="col" class="number">A year</th><th scope="col">Source</th></tr></thead>
          <tbody>
            ${costs.map(({ label, annualPence, source }) => html`<tr><th scope="row">${label}</th><td class="number">${annualPence === null ? 'not known' : pounds(annualPence)}</td><td>${source}</td></tr>`)}
          </tbody>
          <tfoot><tr><th scope="row">${unknown ? 'Together, at least' : 'Together'}</th><td class="number">${pounds(sum)}</td><td></td></tr></tfoot>
        </table>
      </div>
    </section>
  `;
}
