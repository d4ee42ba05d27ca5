import { html, nothing, type TemplateResult } from 'lit';
import type { DeskCounts, DeskFilter, RequestLine } from '../../../src/rooms/requests/request-page-contract.ts';
import { daysLeftWords, leftWords } from '../../../src/rooms/requests/request-words.ts';
import { isTurnOf, type Party } from '../../../src/ground/cases/standing-contract.ts';
import { stepWords } from '../../../src/ground/cases/standing-words.ts';
import { caseNumber } from '../../ground/cases/case-view.ts';
import { longDay } from '../../kernel/format.ts';

type Named = { slug: string; name: string };
export type DeskRequestsData = {
  area: Named;
  areas: readonly Named[];
  which: DeskFilter;
  counts: DeskCounts;
  lines: readonly RequestLine[];
  next: string | null;
  today: string;
};

const TABS: Record<DeskFilter, { label: string; empty: string }> = {
  mine: { label: 'Your turn', empty: 'No request waits for a broker.' },
  late: { label: 'Late', empty: 'Nothing is late.' },
  owners: { label: 'With owners', empty: 'No owner is asked at the moment.' },
  groups: { label: 'With groups', empty: 'No group has to do anything at the moment.' },
  over: { label: 'Over', empty: 'No request has ended yet.' },
};
const ORDER = ['mine', 'late', 'owners', 'groups', 'over'] as const;

/** The broker's list of requests: what is due first at the top. */
export function deskRequestsView({ area, areas, which, counts, lines, next, today }: DeskRequestsData): TemplateResult {
  return html`
    <div class="wrap">
      <nav class="crumbs" aria-label="Where you are"><a href="/desk?area=${area.slug}">Desk of ${area.name}</a></nav>
      <h1>Requests for rooms in ${area.name}</h1>
      ${areas.length > 1 ? html`<p>Other areas: ${areas.filter(({ slug }) => slug !== area.slug).map(({ slug, name }) => html`<a href="/desk/requests?area=${slug}">${name}</a> `)}</p>` : nothing}
      <nav aria-label="Which requests"><ul class="tabs">${ORDER.map((one) => html`<li><a href="/desk/requests?area=${area.slug}&amp;show=${one}" aria-current=${one === which ? 'page' : nothing}>${TABS[one].label}${one === 'over' ? '' : ` (${counts[one]})`}</a></li>`)}</ul></nav>
      ${lines.length === 0 ? html`<p>${TABS[which].empty}</p>` : requestRows(lines, today, 'broker')}
      ${next ? html`<p><a class="button button--quiet" href=${next}>More</a></p>` : nothing}
    </div>
  `;
}

export type OwnerRequestsData = {
  owner: { id: string; name: string };
  which: 'to_answer' | 'answered';
  lines: readonly RequestLine[];
  next: string | null;
  today: string;
  flash: string | null;
};

/** What waits for an owner, and what it has said yes to. */
export function ownerRequestsView({ owner, which, lines, next, today, flash }: OwnerRequestsData): TemplateResult {
  const tab = (one: OwnerRequestsData['which'], label: string) =>
    html`<li><a href="/owners/${owner.id}/requests?show=${one}" aria-current=${one === which ? 'page' : nothing}>${label}</a></li>`;
  return html`
    <div class="wrap">
      <nav class="crumbs" aria-label="Where you are"><a href="/owners/${owner.id}">${owner.name}</a></nav>
      ${flash ? html`<p class="done" role="status">${flash}</p>` : nothing}
      <h1>Requests for rooms of ${owner.name}</h1>
      <nav aria-label="Which requests"><ul class="tabs">${tab('to_answer', 'To answer')}${tab('answered', 'Offered and booked')}</ul></nav>
      ${lines.length === 0 ? html`<p>${which === 'to_answer' ? 'No request waits for your answer.' : 'Nothing is offered or booked yet.'}</p>` : requestRows(lines, today, 'owner')}
      ${next ? html`<p><a class="button button--quiet" href=${next}>More</a></p>` : nothing}
    </div>
  `;
}

/** Requests as rows: room, group, when, whose turn, what is next and by which day. */
export function requestRows(lines: readonly RequestLine[], today: string, reader: Party): TemplateResult {
  return html`<ul class="rows">${lines.map(
    (line) => html`<li class="row">
    <div><a href="/requests/${line.id}"><strong>${line.room}</strong></a> – ${line.group}<span class="hint row__more">${line.when}${line.trial ? `. ${line.trial}.` : ''} ${caseNumber(line.caseNumber)}</span></div>
    <div class="request-row__state">${line.late ? html`<strong class="late">Late</strong> ` : nothing}<span class="role">${line.stage}</span><span class="hint row__more">${dueWords(line, today, reader)}</span></div>
  </li>`,
  )}</ul>`;
}

function dueWords({ state, step, dueOn, left, startsOn }: RequestLine, today: string, reader: Party): string {
  const words = stepWords(step, reader);
  if (step.turn === 'nobody') return state === 'confirmed' ? words : `First date: ${longDay(startsOn)}.`;
  if (dueOn === null || state === 'confirmed') return words;
  return `${words.slice(0, -1)} (${isTurnOf(step.turn, 'group') ? daysLeftWords(dueOn, today) : leftWords(left, dueOn, today)}).`;
}
