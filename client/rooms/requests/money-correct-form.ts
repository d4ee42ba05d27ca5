import { html, nothing, type TemplateResult } from 'lit';
import { ACCOUNT_WORDS, ENTRY_WORDS } from '../../../src/rooms/ledger/ledger-words.ts';
import { longField, selectField } from '../../kernel/form-fields.ts';
import { pounds, shortDay } from '../../kernel/format.ts';
import { formOf, start, type MoneyData } from './money-form-state.ts';

/** Takes back an entry that was wrong. */
export function correctForm(data: MoneyData): TemplateResult | typeof nothing {
  const taken = new Set(data.ledger.flatMap(({ corrects }) => corrects ?? []));
  const open = data.ledger.filter(({ id, kind }) => ['paid', 'waived', 'instalment'].includes(kind) && !taken.has(id));
  if (open.length === 0) return nothing;
  const form = formOf(data, 'correct', {});
  return html`<details class="confirm" ?open=${data.which === 'correct'}><summary>Take an entry back that was wrong</summary>
    <form class="group-form" method="post" action="/requests/${data.request.id}/money/correct" novalidate>${start(form, 'correct')}
      ${selectField(form, 'entry', 'Which?', [{ value: '', label: 'Choose the entry' }, ...open.map((entry) => ({ value: entry.id, label: `${shortDay(entry.onDay)}: ${ACCOUNT_WORDS[entry.account]}, ${ENTRY_WORDS[entry.kind]} ${pounds(entry.pence)}` }))])}
      ${longField(form, 'reason', 'What was wrong?', { rows: 2, hint: 'The entry stays readable, and so does this.' })}
      <button class="button button--small" type="submit">Take it back</button></form></details>`;
}
