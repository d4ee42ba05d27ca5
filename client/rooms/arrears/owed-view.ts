import { html, nothing, type TemplateResult } from 'lit';
import { dayOf } from '../../../src/kernel/day-contract.ts';
import {
  AGE_WORDS,
  AGES,
  OWED_FILTERS,
  type MoneyCall,
  type OwedFilter,
  type OwedPart,
  type OwedTotals,
  type Owing,
} from '../../../src/rooms/arrears/arrears-contract.ts';
import { ACCOUNT_WORDS } from '../../../src/rooms/ledger/ledger-words.ts';
import { caseNumber } from '../../ground/cases/case-view.ts';
import { longField, type FormState } from '../../kernel/form-fields.ts';
import { pounds, shortDay } from '../../kernel/format.ts';
import { mistakesView } from '../../kernel/mistakes-view.ts';

export type OwedViewData = {
  back: { href: string; label: string };
  /** The list itself, up to the filter; and all of it as a table. */
  list: string;
  table: string;
  show: OwedFilter;
  owing: readonly Owing[];
  totals: OwedTotals;
  next: string | null;
  /** For officers, who ring: where, and what came of it lately. Null for owners. */
  calls: { area: string; made: readonly MoneyCall[]; submission: string } | null;
  /** The form that comes back with a mistake, and whose it is. */
  typed: { groupId: string; form: FormState } | null;
  done: string | null;
};

const TABS: Record<OwedFilter, { label: string; empty: string }> = {
  late: { label: 'Late', empty: 'Nothing is late.' },
  ring: { label: 'To ring', empty: 'There is nobody to ring about money.' },
  all: { label: 'All', empty: 'Nothing is owed.' },
};

/** Groups that owe money for rooms: what was due first at the top. */
export function owedView(data: OwedViewData): TemplateResult {
  const { back, list, table, show, owing, totals, next, calls, typed, done } = data;
  const tabs = OWED_FILTERS.filter((one) => one !== 'ring' || calls !== null);
  return html`<div class="wrap desk-page">
    <nav class="crumbs" aria-label="Where you are"><a href=${back.href}>${back.label}</a></nav>
    <h1>Money owed for rooms</h1>
    ${done ? html`<p class="done" role="status">${done}</p>` : nothing} ${mistakesView((typed?.form.mistakes ?? []).map((one) => ({ ...one, field: one.field && `${callOf(typed?.groupId ?? '')}-${one.field}` })))}
    <p class="lead">Groups are reminded before the day, on the day after and once more. Then somebody rings: parts can be agreed. Nothing is cancelled by itself.</p>
    ${totalsPart(totals)}
    <nav aria-label="Which groups"><ul class="tabs">${tabs.map((one) => html`<li><a href="${list}${one}" aria-current=${one === show ? 'page' : nothing}>${TABS[one].label} (${totals.groups[one]})</a></li>`)}</ul></nav>
    ${owing.length === 0 ? html`<p class="empty">${TABS[show].empty}</p>` : html`<ul class="owed">${owing.map((one) => groupPart(one, data))}</ul>`}
    ${next ? html`<p><a class="button button--quiet" href=${next}>More</a></p>` : nothing}
    <p><a href=${table}>All of it as a table for a spreadsheet (CSV)</a></p>
    ${calls ? madePart(calls.made) : nothing}
  </div>`;
}

/** Tells the forms of one page apart. */
const callOf = (groupId: string): string => `call-${groupId}`;

const totalsPart = ({ sums }: OwedTotals): TemplateResult =>
  html`<dl class="owed-totals">${AGES.map((age) => html`<div><dt>${AGE_WORDS[age]}</dt><dd>${pounds(sums[age])}</dd></div>`)}<div><dt>In all</dt><dd><strong>${pounds(sums.all)}</strong></dd></div></dl>`;

function groupPart(one: Owing, { calls, typed }: OwedViewData): TemplateResult {
  const { groupId, name, sums, toRing, parts } = one;
  const late = sums.recent + sums.old;
  return html`<li class="panel" id="group-${groupId}">
    <h2 class="h-small">${calls ? html`<a href="/groups/${groupId}">${name}</a>` : name} <span class="owed__sum">${pounds(sums.all)}</span></h2>
    <p>${late > 0 ? html`<strong class="late">${pounds(late)} late.</strong> ` : nothing}${whomToRing(one)}</p>
    <ul class="plain-list owed__parts">${parts.map(partLine)}</ul>
    ${calls && toRing ? callForm(one, calls, { ...(typed?.groupId === groupId ? typed.form : { values: {}, mistakes: [] }), within: callOf(groupId) }) : nothing}
  </li>`;
}

const partLine = ({ bookingId, caseNumber: number, room, account, dueOn, pence, age }: OwedPart): TemplateResult =>
  html`<li><a href="/bookings/${bookingId}/statement">${ACCOUNT_WORDS[account]}, ${pounds(pence)}</a>: ${room} ${caseNumber(number)}<span class="hint row__more">${age === 'not_due' ? 'Due by' : 'Was due by'} ${shortDay(dueOn)}. ${AGE_WORDS[age]}.</span></li>`;

function whomToRing({ telephone, lead }: Owing): TemplateResult {
  const numbers = [...new Set([telephone, lead?.telephone].filter((one): one is string => Boolean(one)))];
  const reached =
    numbers.length > 0
      ? numbers.map(
          (one, index) => html`${index > 0 ? ' or ' : nothing}<a href="tel:${one.replace(/[^+\d]/g, '')}">${one}</a>`,
        )
      : lead?.email
        ? html`no telephone number is known; write to <a href="mailto:${lead.email}">${lead.email}</a>`
        : 'no telephone number is known';
  return html`${lead ? `Led by ${lead.name}: ` : 'Nobody leads it at the moment: '}${reached}.`;
}

function callForm(
  { groupId, name }: Owing,
  { area, submission }: NonNullable<OwedViewData['calls']>,
  form: FormState,
): TemplateResult {
  return html`<details class="more" ?open=${form.mistakes.length > 0}><summary>I have rung them<span class="visually-hidden">: ${name}</span></summary>
    <form method="post" action="/desk/owed/${groupId}?area=${area}" novalidate>
      <input type="hidden" name="submission" value=${String(form.values['submission'] ?? submission)} />
      ${longField(form, 'note', 'What came of it?', { rows: 2, hint: 'Officers read this for two years.' })}
      <button class="button" type="submit">Note the call</button>
    </form></details>`;
}

function madePart(made: readonly MoneyCall[]): TemplateResult | typeof nothing {
  if (made.length === 0) return nothing;
  return html`<section class="edit-part"><h2>Rung lately</h2><ul class="rows">${made.map(
    ({ groupId, name, pence, note, by, at }) => html`<li class="row"><div>
    <a href="/groups/${groupId}">${name}</a>, ${shortDay(dayOf(at))}, by ${by}, about ${pounds(pence)}<span class="row__more lines">${note}</span></div></li>`,
  )}</ul></section>`;
}
