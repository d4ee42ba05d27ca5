import { html, nothing, type TemplateResult } from 'lit';
import { dateWords } from '../../../src/kernel/day-words.ts';
import type { Entry } from '../../../src/rooms/ledger/ledger-contract.ts';
import { ACCOUNT_WORDS, ENTRY_WORDS, METHOD_WORDS } from '../../../src/rooms/ledger/ledger-words.ts';
import type { RequestPage, RequestViewer } from '../../../src/rooms/requests/request-page-contract.ts';
import { pounds, shortDay } from '../../kernel/format.ts';

/** What was paid, waived or agreed, for everybody who may see the request; with the way to write it down for those who may. */
export function moneyPart(
  { ledger, request }: RequestPage,
  { may, as }: RequestViewer,
): TemplateResult | typeof nothing {
  const mayWrite = may.money && ['deposit_due', 'confirmed'].includes(request.state);
  if (ledger.length === 0 && !mayWrite) return nothing;
  return html`<section aria-labelledby="money-heading"><h2 id="money-heading">Money</h2>
    ${ledger.length === 0 ? html`<p>Nothing is owed.</p>` : ledgerTable(ledger, as === 'owner')}
    ${mayWrite ? html`<p><a class="button" href="/requests/${request.id}/money">Write down money</a></p>` : nothing}
  </section>`;
}

/** @param withoutReasons for owners: why a deposit was waived is between the group and the officer */
function ledgerTable(ledger: readonly Entry[], withoutReasons: boolean): TemplateResult {
  const taken = new Set(ledger.flatMap(({ corrects }) => corrects ?? []));
  return html`<div class="table-scroll" tabindex="0" role="group" aria-label="Money"><table class="ledger">
    <thead><tr><th scope="col">Day</th><th scope="col">What</th><th scope="col" class="number">Amount</th></tr></thead>
    <tbody>${ledger.map((entry) => html`<tr><td>${shortDay(entry.onDay)}</td><td>${entryWords(entry, withoutReasons)}${taken.has(entry.id) ? html` <strong>(taken back)</strong>` : nothing}</td><td class="number">${pounds(entry.pence)}</td></tr>`)}</tbody>
  </table></div>`;
}

function entryWords(entry: Entry, withoutReasons: boolean): string {
  const { account, kind, method, receiptNo, takenBy, witness, reason, dueOn } = entry;
  const how = [
    method && METHOD_WORDS[method].toLowerCase(),
    receiptNo && `receipt ${receiptNo}`,
    takenBy && `taken by ${takenBy}`,
    witness && `seen by ${witness}`,
    dueOn && `to be paid by ${dateWords(dueOn)}`,
    !withoutReasons && reason,
  ].filter((part) => part);
  return `${ACCOUNT_WORDS[account]}: ${ENTRY_WORDS[kind]}${how.length > 0 ? ` (${how.join(', ')})` : ''}`;
}
