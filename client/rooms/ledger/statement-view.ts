import { html, nothing, type TemplateResult } from 'lit';
import { dateWords } from '../../../src/kernel/day-words.ts';
import { ACCOUNT_WORDS, METHOD_NAMES } from '../../../src/rooms/ledger/ledger-words.ts';
import type { Statement, StatementLine, StatementTotals } from '../../../src/rooms/ledger/statement-contract.ts';
import { LINE_WORDS } from '../../../src/rooms/ledger/statement-words.ts';
import { field, type FormState } from '../../kernel/form-fields.ts';
import { pounds, shortDay } from '../../kernel/format.ts';

export type StatementData = {
  statement: Statement;
  back: { href: string; label: string };
  /** Where the same is for other days, and as a table; null for one booking. */
  path: string | null;
  /** What is said of one booking beside the table: highest deposit, parts to be paid. */
  notes: readonly string[];
};

/** A statement to read and to print. */
export function statementView({ statement, back, path, notes }: StatementData): TemplateResult {
  const { title, from, to, lines, totals } = statement;
  const form: FormState = { values: { from, to }, mistakes: [] };
  return html`
    <div class="wrap">
      <nav class="crumbs off-paper" aria-label="Where you are"><a href=${back.href}>${back.label}</a></nav>
      <h1>${title}</h1>
      <p class="lead">${dateWords(from)} to ${dateWords(to)}</p>
      ${
        path === null
          ? nothing
          : html`<form class="filter off-paper" method="get" action=${path}>${field(form, 'from', 'First day', { type: 'date' })} ${field(form, 'to', 'Last day', { type: 'date' })} <button class="button button--quiet" type="submit">Show</button></form>
        <p class="off-paper"><a href="${path}.csv?from=${from}&amp;to=${to}">The same as a table for a spreadsheet (CSV)</a></p>`
      }
      ${notes.map((words) => html`<p>${words}</p>`)}
      ${
        lines.length === 0
          ? html`<p>No money was written down for these days.</p>`
          : html`
        <div class="money-table-frame" role="region" aria-label="Entries" tabindex="0"><table class=${path === null ? 'money-table' : 'money-table money-table--wide'}>
          <caption>Entries</caption>
          <thead><tr><th scope="col">Day</th>${path === null ? nothing : html`<th scope="col">Group and room</th>`}<th scope="col">What</th><th scope="col">How</th><th scope="col" class="money">Amount</th></tr></thead>
          <tbody>${lines.map((one) => row(one, path !== null, lines))}</tbody>
        </table></div>
        <h2>In all</h2>
        ${totalLine('Hire', totals.hire, path === null)} ${totalLine('Deposit', totals.deposit, path === null)}`
      }
    </div>
  `;
}

function row(one: StatementLine, many: boolean, all: readonly StatementLine[]): TemplateResult {
  const undone = all.some(({ corrects }) => corrects === one.id);
  return html`<tr>
    <td>${shortDay(one.onDay)}</td>
    ${many ? html`<td>${one.group}<br /><span class="hint">${one.room}${one.caseNumber ? `, ${one.caseNumber}` : ''}</span></td>` : nothing}
    <td>${ACCOUNT_WORDS[one.account]}: ${LINE_WORDS[one.kind].toLowerCase()}${undone ? ' (taken back later)' : ''}${one.reason ? html`<br /><span class="hint">${one.reason}</span>` : nothing}</td>
    <td>${one.method ? METHOD_NAMES[one.method] : ''}${one.receiptNo ? `, receipt ${one.receiptNo}` : ''}${one.dueOn ? `by ${shortDay(one.dueOn)}` : ''}</td>
    <td class="money">${pounds(one.pence)}</td>
  </tr>`;
}

/** @param whole all entries of one booking are here, so that what is left can be told */
function totalLine(name: string, totals: StatementTotals, whole: boolean): TemplateResult {
  const { charged, credited, waived, paid, returned, kept, owed, toPayBack } = totals;
  const parts = [
    `${pounds(charged)} charged`,
    ...(credited > 0 ? [`${pounds(credited)} credited`] : []),
    ...(waived > 0 ? [`${pounds(waived)} waived`] : []),
    `${pounds(paid)} paid`,
    ...(returned > 0 ? [`${pounds(returned)} paid back`] : []),
    ...(kept > 0 ? [`${pounds(kept)} kept`] : []),
    ...(whole && owed > 0 ? [`${pounds(owed)} left to pay`] : []),
    ...(whole && toPayBack > 0 ? [`${pounds(toPayBack)} to be paid back`] : []),
  ];
  return html`<p><strong>${name}:</strong> ${parts.join(', ')}.</p>`;
}
