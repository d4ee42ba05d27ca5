import { html, nothing, type TemplateResult } from 'lit';
import {
  DESK_SHOWS,
  type DeskAsked,
  type DeskShow,
  type DeskTurn,
  type ProposalCounts,
} from '../../../src/casework/proposals/desk-list-contract.ts';
import type { ProposalLine } from '../../../src/casework/proposals/proposal-page-contract.ts';
import { openWords } from '../../../src/ground/cases/standing-words.ts';
import { counted, shortDay } from '../../kernel/format.ts';

export type DeskListData = {
  area: { slug: string; name: string };
  asked: DeskAsked;
  lines: readonly ProposalLine[];
  ended: readonly ProposalLine[];
  counts: ProposalCounts;
  isFirst: boolean;
  next: string | null;
  today: string;
};

export const TURN_LABELS: Record<DeskTurn, string> = {
  group: 'a group',
  asker: 'whoever asked',
  owner: 'an owner',
  broker: 'a broker',
  scorers: 'the scorers',
  monitoring_officer: 'the monitoring officer',
  decision_officer: 'the decision officer',
  democratic_services: 'democratic services',
  panel: 'the panel',
  everybody: 'comments',
};
const SHOW_LABELS: Record<DeskShow, string> = {
  all: 'All open',
  today: 'Due today',
  late: 'Late, so with somebody else now',
  silence: 'Silence decides within 10 working days',
  group_15: 'Waiting for a group more than 15 days',
  group_30: 'Waiting for a group more than 30 days',
};

/** An area’s proposals by whose turn it is and what is due: forty at a glance, none of them sideways. */
export function deskListView(data: DeskListData): TemplateResult {
  const { area, asked, lines, ended, counts, isFirst, next, today } = data;
  const address = (change: Partial<DeskAsked>): string => addressOf(area.slug, { ...asked, ...change });
  const way = (change: Partial<DeskAsked>, words: string, here: boolean): TemplateResult =>
    html`<li><a href=${address(change)} aria-current=${here ? 'page' : nothing}>${words}</a></li>`;
  return html`
    <div class="wrap desk-page">
      <nav class="crumbs" aria-label="Where you are"><a href="/desk?area=${area.slug}">Desk of ${area.name}</a></nav>
      <h1>Proposals for places</h1>
      <p class="lead">${counted(counts.all, 'proposal is', 'proposals are')} open in ${area.name}.</p>
      <nav aria-label="By whose turn it is"><ul class="desk-ways">
        ${way({ turn: null }, 'Whoever’s turn it is', asked.turn === null)}
        ${counts.byTurn.map(({ turn, count }) => way({ turn }, `Waiting for ${TURN_LABELS[turn]} (${count})`, asked.turn === turn))}
      </ul></nav>
      <nav aria-label="What to look at first"><ul class="tabs">
        ${DESK_SHOWS.filter((show) => show === 'all' || show === asked.show || counts.shows[show] > 0).map((show) => way({ show }, `${SHOW_LABELS[show]} (${counts.shows[show]})`, asked.show === show))}
      </ul></nav>
      <section aria-labelledby="list">
        <h2 id="list">${SHOW_LABELS[asked.show]}${asked.turn === null ? '' : `, waiting for ${TURN_LABELS[asked.turn]}`}</h2>
        <p class="hint">${asked.sort === 'due' ? 'What is due first stands first.' : 'What has stood still longest stands first.'} <a href=${address({ sort: asked.sort === 'due' ? 'longest' : 'due' })}>${asked.sort === 'due' ? 'Put first what has stood still longest' : 'Put first what is due first'}</a></p>
        ${lines.length === 0 ? html`<p>None.</p>` : caseTable(lines, today, 'Open proposals')}
        ${isFirst && next === null ? nothing : html`<p class="desk-more">${isFirst ? nothing : html`<a href=${address({})}>Back to the first page</a>`} ${next ? html`<a class="button button--quiet" href=${next}>The next forty</a>` : nothing}</p>`}
      </section>
      ${ended.length > 0 ? html`<section aria-labelledby="ended"><h2 id="ended">Ended lately</h2>${caseTable(ended, today, 'Proposals that ended lately')}</section>` : nothing}
    </div>
  `;
}

function addressOf(slug: string, { turn, show, sort }: DeskAsked): string {
  const params = new URLSearchParams({ area: slug });
  if (turn !== null) params.set('turn', turn);
  if (show !== 'all') params.set('show', show);
  if (sort !== 'due') params.set('sort', sort);
  return `/desk/proposals?${params.toString()}`;
}

function caseTable(lines: readonly ProposalLine[], today: string, caption: string): TemplateResult {
  return html`<table class="case-table"><caption class="visually-hidden">${caption}</caption>
    <thead><tr><th scope="col">Place and group</th><th scope="col">Where it stands, and whose turn</th><th scope="col">Day</th></tr></thead>
    <tbody>${lines.map((line) => row(line, today))}</tbody></table>`;
}

function row({ id, number, place, group, standing, dueOn, endedOn }: ProposalLine, today: string): TemplateResult {
  const words = openWords(standing.steps[0], null);
  return html`<tr><th scope="row"><a href="/proposals/${id}">${place}</a> <span class="hint">${group} · ${number}</span></th>
    <td><strong>${standing.stage}</strong>${endedOn ? nothing : html` <span class="hint">${words}</span>`}</td>
    <td>${endedOn ? shortDay(endedOn) : dayCell(dueOn, today)}</td></tr>`;
}

function dayCell(dueOn: string | null, today: string): TemplateResult | typeof nothing {
  if (dueOn === null) return nothing;
  if (dueOn > today) return html`${shortDay(dueOn)}`;
  return html`<strong class="late">${dueOn === today ? 'today' : shortDay(dueOn)}</strong>`;
}
