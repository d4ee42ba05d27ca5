import { html, nothing, type TemplateResult } from 'lit';
import type { Budget, BuildingPlan } from '../../../src/casework/budgets/budget-contract.ts';
import { ratesWords, reliefWords } from '../../../src/casework/budgets/budget-words.ts';
import { pounds } from '../../kernel/format.ts';

/** How business rates come about, line by line, and what they are if the relief is not there in time. */
export function ratesResult(plan: BuildingPlan, { rates, ratesWithout }: Budget): TemplateResult | typeof nothing {
  if (rates === null) return nothing;
  const relief = reliefWords(plan);
  return html`<ul>${ratesWords(rates).map((words) => html`<li>${words}</li>`)}</ul>
    <p><strong>${pounds(rates.due)}</strong> for twelve months.${relief ? ` Relief: ${relief}` : ''}</p>
    ${ratesWithout === null ? nothing : html`<p class="note">If the relief is not there by the first day it is ${pounds(ratesWithout)}, and the question about money is scored again.</p>`}`;
}
