import { html, nothing, type TemplateResult } from 'lit';
import type { LeavingEmpty } from '../../../src/register/assets/asset-contract.ts';
import type { Option, SideBySide } from '../../../src/casework/rivals/rival-page-contract.ts';
import { longField } from '../../kernel/form-fields.ts';
import { pounds, shortDay } from '../../kernel/format.ts';
import { formOf } from '../proposals/proposal-view-data.ts';

/** All that the place could become, with leaving it as it is, which is always one of them. */
export function sideBySidePart({ shown, options, leavingEmpty, gap }: SideBySide): TemplateResult {
  const several = options.length > 1;
  return html`<section aria-labelledby="beside-heading"><h2 id="beside-heading">Side by side</h2>
    ${several ? html`<p>${options.length} proposals ask for some of the same days of this place. Those that pass are compared by the questions on benefit. One goes first if it has ${gap}.0 points more out of 100; closer ones may share, or the panel chooses.</p>` : nothing}
    <table class="case-table"><caption class="visually-hidden">What the place could become</caption>
      <thead><tr><th scope="col">What</th><th scope="col">Where it stands</th><th scope="col">Benefit out of 100</th></tr></thead>
      <tbody>
        ${options.map((option) => optionRow(option, option.id === shown.proposal.id))}
        <tr><th scope="row"><strong>Leave it as it is</strong></th><td>${emptyWords(leavingEmpty)}</td><td><span class="only-narrow">Benefit: </span>0.0</td></tr>
      </tbody></table></section>`;
}

function optionRow({ id, number, group, use, starts, ends, stage, benefit }: Option, isThis: boolean): TemplateResult {
  const days = starts && ends ? `${shortDay(starts)} to ${shortDay(ends)}` : '';
  return html`<tr><th scope="row">${isThis ? html`<strong>${group}</strong> (this one)` : html`<a href="/proposals/${id}">${group}</a> ${number}`}<br /><span class="hint">${use} ${days}</span></th>
    <td>${stage}</td><td>${benefit === null ? html`<span class="hint">no result yet</span>` : html`<span class="only-narrow">Benefit: </span>${benefit}`}</td></tr>`;
}

function emptyWords(month: LeavingEmpty | null): string {
  if (month === null) return 'Nothing changes.';
  if (month === 'not_known')
    return 'Nothing changes. What that costs a month is not known: the owner has given no figures.';
  return `Nothing changes. It costs at least ${pounds(month)} a month, by the owner’s own figures.`;
}

/** For the panel, where proposals are close. */
export function chooseForm({ shown, mayChoose }: SideBySide): TemplateResult | typeof nothing {
  if (!mayChoose) return nothing;
  const { proposal } = shown;
  return html`<section class="panel" aria-labelledby="choose-heading"><h2 id="choose-heading">Choose this one?</h2>
    <p>The proposals below are close. Read them all first: whichever you choose goes to the owner, and the others wait for what becomes of it.</p>
    <form class="group-form" method="post" action="/proposals/${proposal.id}/choose" novalidate><input type="hidden" name="seen" value=${proposal.state} />
      ${longField(formOf(shown, 'choose'), 'reasons', 'Why this one rather than the others?', { rows: 4, hint: 'Everybody reads it: name no people.' })}
      <button class="button" type="submit">Choose this one</button></form></section>`;
}
