import { html, nothing, type TemplateResult } from 'lit';
import {
  COST_BASES,
  COST_KINDS,
  INCOME_BASES,
  INCOME_KINDS,
  PAYERS,
  type Budget,
  type BudgetLine,
  type BuildingPlan,
  type LineKind,
  type PlanText,
} from '../../../src/casework/budgets/budget-contract.ts';
import {
  BASIS_WORDS,
  LINE_WORDS,
  PAYER_WORDS,
  RELIEF_WORDS,
  STANDING_WORDS,
  TEXT_QUESTIONS,
} from '../../../src/casework/budgets/budget-words.ts';
import { RELIEF_STANDINGS, RELIEFS } from '../../../src/casework/budgets/rates-contract.ts';
import type { DraftPage } from '../../../src/casework/proposals/proposal-page-contract.ts';
import { field, longField, radioField, selectField, type Choice, type FormState } from '../../kernel/form-fields.ts';
import { mistakesView } from '../../kernel/mistakes-view.ts';
import { crumbs } from '../proposals/write-view.ts';
import { ratesResult } from './rates-part.ts';

export type PlanPage = {
  draft: DraftPage;
  form: FormState;
  plan: BuildingPlan;
  lines: readonly BudgetLine[];
  budget: Budget;
};
type Inside = { heading: string; form: FormState; body: TemplateResult; action: string };

/** What it costs in twelve months: every line with what it is, who pays it and how the group knows. */
export function costsView(page: PlanPage): TemplateResult {
  const form = filled(page, COST_KINDS);
  return around(page, {
    heading: 'What does it cost in twelve months?',
    form,
    action: 'costs',
    body: html`<p>In pounds. Write 0 where there is nothing to pay, and leave open what you do not know yet. Business rates have a page of their own. The owner can tell you what the building has cost.</p>
      ${COST_KINDS.map((kind) =>
        moneyLine(
          form,
          kind,
          html`
          ${selectField(form, `${kind}_payer`, 'Who pays it?', choices(PAYERS, PAYER_WORDS))}
          ${selectField(form, `${kind}_basis`, 'How do you know?', choices(COST_BASES, BASIS_WORDS))}`,
        ),
      )}`,
  });
}

/** What comes in in twelve months, and how sure it is. */
export function incomeView(page: PlanPage): TemplateResult {
  const form = filled(page, INCOME_KINDS);
  return around(page, {
    heading: 'What comes in in twelve months?',
    form,
    action: 'income',
    body: html`<p>In pounds. Leave open what you do not have. Money that is only hoped for counts as a guess, and that is fine as long as it says so.</p>
      ${INCOME_KINDS.map((kind) =>
        moneyLine(
          form,
          kind,
          selectField(form, `${kind}_basis`, 'How sure is it?', choices(INCOME_BASES, BASIS_WORDS)),
        ),
      )}`,
  });
}

/** Business rates: what they rest on, who pays them, and which relief there is. */
export function ratesView(page: PlanPage): TemplateResult {
  const { plan, budget } = page;
  const form = {
    ...page.form,
    values: {
      rateable_value: plan.rateableValue?.toLocaleString('en-GB') ?? '',
      rates_payer: plan.ratesPayer ?? '',
      relief: plan.relief ?? '',
      relief_standing: plan.reliefStanding ?? '',
      ...page.form.values,
    },
  };
  return around(page, {
    heading: 'Business rates',
    form,
    action: 'rates',
    body: html`<p>Whoever uses a building usually pays business rates, also a group without a constitution, and then all of them. So this is settled before anything else.</p>
      ${field(form, 'rateable_value', 'Rateable value', { inputmode: 'decimal', hint: 'In pounds. It stands in the list at www.gov.uk/find-business-rates; the owner knows it too. Write 0 where the building is not in the list.' })}
      ${radioField(form, 'rates_payer', 'Who pays them?', choices(PAYERS, PAYER_WORDS))}
      ${radioField(form, 'relief', 'Which relief do you count on?', choices(RELIEFS, RELIEF_WORDS), 'A registered charity gets the first by law. For shops, hospitality and leisure a lower multiplier may hold: ask the council.')}
      ${radioField(form, 'relief_standing', 'Do you have it? Leave this open where there is none.', choices(RELIEF_STANDINGS, STANDING_WORDS))}
      ${budget.rates ? html`<section class="panel"><h2>With what you have saved</h2>${ratesResult(plan, budget)}</section>` : nothing}`,
  });
}

/** One question about how it would be run. */
export function planTextView(page: PlanPage, part: PlanText): TemplateResult {
  const { asked, label, hint } = TEXT_QUESTIONS[part];
  const form = { ...page.form, values: { words: page.plan[part], ...page.form.values } };
  return around(page, {
    heading: asked,
    form,
    action: part,
    body: html`<input type="hidden" name="was" value=${page.plan[part]} />
      ${longField(form, 'words', label, { rows: 6, hint: `${hint} Up to 1,000 characters; everybody reads it.` })}`,
  });
}

function around({ draft }: PlanPage, { heading, form, body, action }: Inside): TemplateResult {
  const { id } = draft.proposal;
  return html`<div class="wrap narrow">${crumbs(draft)}
    <h1>${heading}</h1>${mistakesView(form.mistakes)}
    <form class="group-form" method="post" action="/proposals/${id}/plan/${action}" novalidate>${body}
      <button class="button" type="submit">Save</button></form>
    <p><a href="/proposals/${id}/write">Back to the list</a></p></div>`;
}

function moneyLine(form: FormState, kind: LineKind, more: TemplateResult): TemplateResult {
  const isOther = kind === 'other' || kind === 'other_income';
  return html`<fieldset class="money-line"><legend>${LINE_WORDS[kind]}${isOther ? html` <span class="optional">(if you like)</span>` : nothing}</legend>
    ${isOther ? field(form, `${kind}_label`, 'What is it?') : nothing}
    <div class="money-line__fields">${field(form, kind, 'Pounds for twelve months', { inputmode: 'decimal' })} ${more}</div></fieldset>`;
}

const choices = <Value extends string>(values: readonly Value[], words: Record<Value, string>): Choice[] =>
  values.map((value) => ({ value, label: words[value].replace(/^./, (first) => first.toUpperCase()) }));

/** The form with what is saved, or as it was typed where it is shown again. */
function filled({ form, lines }: PlanPage, kinds: readonly LineKind[]): FormState {
  const saved = lines.filter(({ kind }) => kinds.includes(kind));
  const values = Object.fromEntries(
    saved.flatMap(({ kind, pence, payer, basis, label }) => [
      [kind, (pence / 100).toFixed(2).replace(/\.00$/, '')],
      [`${kind}_payer`, payer],
      [`${kind}_basis`, basis],
      [`${kind}_label`, label],
    ]),
  );
  return { ...form, values: { ...values, ...form.values } };
}
