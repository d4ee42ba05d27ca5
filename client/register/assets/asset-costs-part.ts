import { html, nothing, type TemplateResult } from 'lit';
import type { CostLine, LeavingEmpty } from '../../../src/register/assets/asset-contract.ts';
import { pounds } from '../../kernel/format.ts';

/**
 * What the place costs, in the owner’s own figures.
 * @param month what leaving it empty costs a month, in pence; null where that is no question, or nobody may know
 */
export function assetCosts(costs: readonly CostLine[], month: LeavingEmpty | null): TemplateResult | typeof nothing {
  if (month === null && costs.length === 0) return nothing;
  return html`
    <section id="costs">
      <h2>What it costs</h2>
      ${month === null ? nothing : leavingEmpty(month)} ${costs.length > 0 ? costTable(costs) : nothing}
    </section>
  `;
}

function leavingEmpty(month: LeavingEmpty): TemplateResult {
  return month === 'not_known'
    ? html`<p>What it costs a month to leave it empty is not known: its owner has given no figures.</p>`
    : html`<p>Leaving it empty costs at least <strong>${pounds(month)} a month</strong>, by the owner’s own figures.</p>`;
}

/** What it costs a year; what nobody has told prints “not known”. */
function costTable(costs: readonly CostLine[]): TemplateResult {
  const unknown = costs.filter(({ annualPence }) => annualPence === null).length;
  const sum = costs.reduce((total, { annualPence }) => total + (annualPence ?? 0), 0);
  return html`
    <div class="table-scroll" tabindex="0" role="group" aria-label="Running costs">
      <table>
        <thead><tr><th scope="col">Cost</th><th scope="col" class="number">A year</th><th scope="col">Source</th></tr></thead>
        <tbody>
          ${costs.map(({ label, annualPence, source }) => html`<tr><th scope="row">${label}</th><td class="number">${annualPence === null ? 'not known' : pounds(annualPence)}</td><td>${source}</td></tr>`)}
        </tbody>
        <tfoot><tr><th scope="row">${unknown > 0 && unknown < costs.length ? 'Together, at least' : 'Together'}</th><td class="number">${unknown === costs.length ? 'not known' : pounds(sum)}</td><td></td></tr></tfoot>
      </table>
    </div>
  `;
}
