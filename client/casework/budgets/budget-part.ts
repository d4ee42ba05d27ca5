import { html, nothing, type TemplateResult } from 'lit';
import {
  PLAN_TEXTS,
  type Budget,
  type BudgetLine,
  type BuildingPlan,
} from '../../../src/casework/budgets/budget-contract.ts';
import { BASIS_READ, lineWords, PAYER_READ, TEXT_QUESTIONS } from '../../../src/casework/budgets/budget-words.ts';
import type { LeavingEmpty } from '../../../src/register/assets/asset-contract.ts';
import { pounds } from '../../kernel/format.ts';
import { ratesResult } from './rates-part.ts';

type BudgetData = {
  plan: BuildingPlan;
  budget: Budget;
  group: string;
  /** What leaving it empty costs its owner a month; null where that is no question. */
  empty: LeavingEmpty | null;
};

/** Of a building that the register does not name yet: its figures would tell which one it is. */
export const hiddenBudget = (): TemplateResult =>
  html`<section aria-labelledby="budget-heading"><h2 id="budget-heading">What it costs in twelve months</h2>
    <p>Group, owner and officers see the budget. Everybody does once the register shows which building this is: until then its rateable value would tell.</p></section>`;

/** The budget of a building for everybody, with leaving it empty beside it, and how it would be run. */
export function budgetPart({ plan, budget, group, empty }: BudgetData): TemplateResult | typeof nothing {
  if (budget.costs.length === 0 && budget.rates === null) return nothing;
  return html`<section aria-labelledby="budget-heading"><h2 id="budget-heading">What it costs in twelve months</h2>
      ${linesTable(plan, budget, group)} ${balance(budget, group)}
      ${budget.rates ? html`<h3>Business rates, worked out</h3>${ratesResult(plan, budget)}` : nothing}
      <h3>Leaving it empty</h3>${emptyWords(empty, budget.emptyRates)}
    </section>
    <section aria-labelledby="run-heading"><h2 id="run-heading">How it would be run</h2>
      ${PLAN_TEXTS.map((part) => (plan[part] === '' ? nothing : html`<h3>${TEXT_QUESTIONS[part].task}</h3><p class="lines">${plan[part]}</p>`))}
    </section>`;
}

function linesTable(plan: BuildingPlan, { costs, income, rates, groupPays, comesIn }: Budget, group: string) {
  return html`<div class="table-scroll" tabindex="0" role="group" aria-label="Budget for twelve months">
    <table>
      <caption class="visually-hidden">Costs and income for twelve months</caption>
      <thead><tr><th scope="col">Line</th><th scope="col">Who pays</th><th scope="col" class="number">Twelve months</th></tr></thead>
      <tbody>
        ${costs.map((line) => row(line, PAYER_READ[line.payer]))}
        ${rates ? html`<tr><th scope="row">Business rates <span class="row__more">worked out below</span></th><td>${PAYER_READ[plan.ratesPayer ?? 'group']}</td><td class="number">${pounds(rates.due)}</td></tr>` : nothing}
      </tbody>
      <tbody><tr><th scope="row" colspan="2">${group} pays</th><td class="number"><strong>${pounds(groupPays)}</strong></td></tr></tbody>
      <tbody>${income.map((line) => row(line, ''))}</tbody>
      <tfoot><tr><th scope="row" colspan="2">Comes in</th><td class="number"><strong>${pounds(comesIn)}</strong></td></tr></tfoot>
    </table></div>`;
}

const row = (line: BudgetLine, payer: string): TemplateResult =>
  html`<tr><th scope="row">${lineWords(line)} <span class="row__more">${BASIS_READ[line.basis]}</span></th><td>${payer}</td><td class="number">${pounds(line.pence)}</td></tr>`;

function balance({ over }: Budget, group: string): TemplateResult {
  if (over === 0) return html`<p>What comes in is what ${group} pays.</p>`;
  return over > 0
    ? html`<p>${pounds(over)} more comes in than ${group} pays.</p>`
    : html`<p class="note">${pounds(-over)} is still missing.</p>`;
}

function emptyWords(empty: LeavingEmpty | null, rates: number | null): TemplateResult {
  return html`${
    empty === null
      ? nothing
      : empty === 'not_known'
        ? html`<p>What it costs a month to leave it empty is not known: its owner has given no figures.</p>`
        : html`<p>It costs its owner at least <strong>${pounds(empty)} a month</strong>, by the owner’s own figures: ${pounds(12 * empty)} in twelve months.</p>`
  }
  ${
    rates === null
      ? nothing
      : rates === 0
        ? html`<p>No business rates are due on it while it is empty.</p>`
        : html`<p>Business rates on an empty building are nothing for three months (six for industrial ones), then ${pounds(rates)} a year, unless it is exempt, as listed buildings are. They may be in the owner’s figures already, so the two are not added.</p>`
  }`;
}
