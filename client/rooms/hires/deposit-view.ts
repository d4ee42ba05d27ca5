import { html, nothing, type TemplateResult } from 'lit';
import { dateWords } from '../../../src/kernel/day-words.ts';
import { MOST_DEDUCTION_PHOTO_BYTES } from '../../../src/rooms/hires/deposit-contract.ts';
import { field, longField, radioField } from '../../kernel/form-fields.ts';
import { pounds } from '../../kernel/format.ts';
import { disputeParts } from './deposit-dispute-part.ts';
import { formOf, methods, startingWith, type HireData } from './hire-part.ts';

/** The deposit: what is held, what was kept and why, and what the group says to that. */
export function depositSection(data: HireData): TemplateResult | typeof nothing {
  const { state, viewer } = data;
  const { deposit, money } = state;
  if (money.deposit.charged === 0 && money.hire.toPayBack === 0) return nothing;
  return html`
    <section aria-labelledby="deposit-heading">
      <h2 id="deposit-heading">Money that comes back</h2>
      ${money.deposit.charged === 0 ? nothing : html`<p>${heldWords(data)}</p>`}
      ${deposit.deductions.length > 0 ? deductionList(data) : nothing}
      ${viewer.maySeeTo && deposit.mayReturn ? html`${deductionForm(data)} ${payBackForm(data, 'deposit')}` : nothing}
      ${disputeParts(data)}
      ${money.hire.toPayBack > 0 ? html`<p><strong>${pounds(money.hire.toPayBack)}</strong> of the hire was paid for dates that were given up, and is to be paid back.</p>${viewer.maySeeTo ? payBackForm(data, 'hire') : nothing}` : nothing}
    </section>
  `;
}

function heldWords({ state: { deposit, money } }: HireData): string {
  const { given, dueOn, late } = deposit;
  if (given)
    return `${pounds(given.returnedPence)} went back on ${dateWords(given.returnedOn)}${given.deductedPence > 0 ? `; ${pounds(given.deductedPence)} was kept` : ''}.`;
  if (money.deposit.held === 0)
    return `A deposit of ${pounds(money.deposit.charged)} was agreed; ${money.deposit.owed > 0 ? `${pounds(money.deposit.owed)} of it is not paid yet` : 'nothing of it is held'}.`;
  return `A deposit of ${pounds(money.deposit.held)} is held. ${dueOn === null ? 'It comes back after the end, less what damage costs.' : `It is due back by ${dateWords(dueOn)}${late ? ': that day has passed' : ''}.`}`;
}

function deductionList({ state, viewer }: HireData): TemplateResult {
  const { booking, deposit } = state;
  return html`<ul class="papers">${deposit.deductions.map(
    (one) => html`<li class="paper">
    <h3>${pounds(one.pence)}${one.dropped ? ', given back' : deposit.given ? ' kept' : ' to be kept'}</h3>
    <p>${one.words}</p>
    ${one.hasPhoto ? html`<p><a href="/bookings/${booking.id}/deductions/${one.id}/photo"><img class="hire__photo" src="/bookings/${booking.id}/deductions/${one.id}/photo" alt="Photo: ${one.words}" loading="lazy" /></a></p>` : html`<p class="hint">No photo.</p>`}
    ${viewer.maySeeTo && !deposit.given ? html`<form method="post" action="/bookings/${booking.id}/deductions/${one.id}/remove"><button class="button button--quiet button--small" type="submit">Remove<span class="visually-hidden"> ${one.words}</span></button></form>` : nothing}
  </li>`,
  )}</ul>`;
}

function deductionForm({ state, form, submission }: HireData): TemplateResult {
  const own = formOf(form, 'deduction');
  return html`<details class="hire__form" ?open=${own.mistakes.length > 0}><summary>Keep something for damage</summary>
    <form class="group-form" method="post" action="/bookings/${state.booking.id}/deductions" enctype="multipart/form-data" novalidate>
      <input type="hidden" name="submission" value=${submission} />
      ${longField(own, 'words', 'What is damaged or missing?', { hint: 'The group reads this.', rows: 2 })} ${field(own, 'pounds', 'How much does it cost, in pounds?', { inputmode: 'decimal' })}
      ${field(own, 'photo', 'A photo of it', { type: 'file', mostBytes: MOST_DEDUCTION_PHOTO_BYTES, accept: 'image/*', hint: 'JPEG, PNG or WebP, up to 15 MB. Only the group, the owner and the officers of the area see it.', optional: true })}
      <button class="button button--quiet" type="submit">Add</button>
    </form></details>`;
}

function payBackForm({ state, form, submission }: HireData, what: 'deposit' | 'hire'): TemplateResult {
  const own = formOf(form, `pay-back-${what}`);
  const values = startingWith(own, { on_day: state.today });
  const kept = state.deposit.deductions.reduce((sum, { pence }) => sum + pence, 0);
  const pence = what === 'hire' ? state.money.hire.toPayBack : state.money.deposit.held - kept;
  return html`<form class="group-form hire__form" method="post" action="/bookings/${state.booking.id}/${what === 'hire' ? 'refund' : 'deposit-return'}" novalidate>
    <h3>${pence === 0 ? 'Close the deposit' : `Pay ${pounds(pence)} back`}</h3>
    <input type="hidden" name="submission" value=${submission} />
    ${radioField(values, 'method', 'How does it go back?', methods)} ${field(values, 'on_day', 'On which day?', { type: 'date' })}
    ${field(values, 'given_to', 'Given to', { optional: true })} ${field(values, 'witness', 'Who saw it, if it was cash?', { optional: true })}
    <button class="button" type="submit">${what === 'hire' ? 'Note that it was paid back' : kept > 0 ? `Give back ${pounds(pence)}, keep ${pounds(kept)}` : 'Give it all back'}</button>
  </form>`;
}
