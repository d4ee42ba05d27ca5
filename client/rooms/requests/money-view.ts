import { html, nothing, type TemplateResult } from 'lit';
import { METHODS } from '../../../src/rooms/ledger/ledger-contract.ts';
import { ACCOUNT_WORDS, METHOD_WORDS } from '../../../src/rooms/ledger/ledger-words.ts';
import { field, longField, selectField, type FormState } from '../../kernel/form-fields.ts';
import { pounds } from '../../kernel/format.ts';
import { mistakesView } from '../../kernel/mistakes-view.ts';
import { correctForm } from './money-correct-form.ts';
import { formOf, mistakesOf, start, type MoneyData } from './money-form-state.ts';

/** Writing down money: what came in, what is waived, what may be paid in parts. One form for each, one button each. */
export function moneyView(data: MoneyData): TemplateResult {
  const { request, room, group, balances } = data;
  return html`
    <div class="wrap narrow">
      <p class="crumbs"><a href="/requests/${request.id}">${room}: ${group}</a></p>
      <h1>Write down money</h1>
      ${mistakesView(mistakesOf(data))}
      <ul>${balances.map(({ account, owed, planned }) => html`<li>${ACCOUNT_WORDS[account]}: <strong>${owed === 0 ? 'nothing is owed' : `${pounds(owed)} is owed`}</strong>${planned > 0 ? `, ${pounds(planned)} of it may be paid in parts` : ''}</li>`)}</ul>
      ${request.state === 'deposit_due' ? html`<p class="note">When the deposit is paid, waived, or agreed to be paid in parts, the booking is confirmed and everybody gets the dates.</p>` : nothing}
      ${payForm(data)} ${waiveForm(data)} ${instalmentsForm(data)} ${correctForm(data)}
    </div>
  `;
}

function accountField(form: FormState, { balances }: MoneyData): TemplateResult {
  return selectField(
    form,
    'account',
    'What for?',
    balances.map(({ account }) => ({ value: account, label: ACCOUNT_WORDS[account] })),
  );
}

function payForm(data: MoneyData): TemplateResult {
  const owed = data.balances.find((one) => one.owed > 0);
  const form = formOf(data, 'pay', {
    account: owed?.account ?? 'deposit',
    pounds: owed ? (owed.owed / 100).toFixed(2) : '',
    method: 'cash',
    on_day: data.today,
  });
  return html`<section aria-labelledby="pay-heading"><h2 id="pay-heading">Paid</h2>
    <form class="group-form" method="post" action="/requests/${data.request.id}/money/pay" novalidate>${start(form, 'pay')}
      ${accountField(form, data)} ${field(form, 'pounds', 'How much, in pounds?', { inputmode: 'decimal' })}
      ${selectField(
        form,
        'method',
        'How?',
        METHODS.map((value) => ({ value, label: METHOD_WORDS[value] })),
      )}
      ${field(form, 'on_day', 'On which day?', { type: 'date' })}
      ${field(form, 'taken_by', 'Who took it?', { optional: true, hint: 'Leave it empty if it was you.' })}
      ${field(form, 'witness', 'Who saw it?', { hint: 'For cash: somebody else than who took it.' })}
      ${field(form, 'receipt_no', 'Number on the receipt', { optional: true, hint: 'Leave it empty for cash, and we give the next number of the area.' })}
      <button class="button" type="submit">Write it down as paid</button></form></section>`;
}

function waiveForm(data: MoneyData): TemplateResult {
  const owed = data.balances.find((one) => one.owed > 0);
  const form = formOf(data, 'waive', {
    account: owed?.account ?? 'deposit',
    pounds: owed ? (owed.owed / 100).toFixed(2) : '',
  });
  return html`<details class="confirm" ?open=${data.which === 'waive'}><summary>Waive it</summary>
    <form class="group-form" method="post" action="/requests/${data.request.id}/money/waive" novalidate>${start(form, 'waive')}
      ${accountField(form, data)} ${field(form, 'pounds', 'How much, in pounds?', { inputmode: 'decimal' })} ${longField(form, 'reason', 'Why?', { rows: 2, hint: 'The group and officers read this; the owner does not.' })}
      <button class="button button--small" type="submit">Waive it</button></form></details>`;
}

function instalmentsForm(data: MoneyData): TemplateResult {
  const form = formOf(data, 'instalments', { account: 'deposit', count: '3', every_weeks: '4', first_on: data.today });
  return html`<details class="confirm" ?open=${data.which === 'instalments'}><summary>Let it be paid in parts</summary>
    <form class="group-form" method="post" action="/requests/${data.request.id}/money/instalments" novalidate>${start(form, 'instalments')}
      ${accountField(form, data)} ${field(form, 'count', 'In how many parts?', { inputmode: 'numeric' })} ${field(form, 'first_on', 'The first by', { type: 'date' })} ${field(form, 'every_weeks', 'Weeks between the parts', { inputmode: 'numeric' })}
      <button class="button button--small" type="submit">Agree on parts</button></form></details>`;
}
