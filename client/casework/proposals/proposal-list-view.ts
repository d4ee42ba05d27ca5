import { html, nothing, type TemplateResult } from 'lit';
import type { ProposalCounts, ProposalLine } from '../../../src/casework/proposals/proposal-page-contract.ts';
import { openWords } from '../../../src/ground/cases/standing-words.ts';
import type { Party } from '../../../src/ground/cases/standing-contract.ts';
import { counted, shortDay } from '../../kernel/format.ts';

export type ProposalListData = {
  area: { slug: string; name: string };
  lines: readonly ProposalLine[];
  ended: readonly ProposalLine[];
  counts: ProposalCounts;
  turn: Party | 'everybody' | null;
  today: string;
};

export const TURN_LABELS: Record<ProposalCounts['byTurn'][number]['turn'], string> = {
  group: 'a group',
  asker: 'whoever asked',
  owner: 'an owner',
  broker: 'a broker',
  scorers: 'the scorers',
  monitoring_officer: 'the monitoring officer',
  decision_officer: 'the decision officer',
  panel: 'the panel',
  everybody: 'comments',
};

/** An area’s proposals, what is due first: forty at a glance, none of them sideways. */
export function proposalListView({ area, lines, ended, counts, turn, today }: ProposalListData): TemplateResult {
  const here = `/desk/proposals?area=${area.slug}`;
  return html`
    <div class="wrap desk-page">
      <nav class="crumbs" aria-label="Where you are"><a href="/desk?area=${area.slug}">Desk of ${area.name}</a></nav>
      <h1>Proposals for places</h1>
      <p class="lead">${counted(counts.all, 'proposal is', 'proposals are')} open in ${area.name}${counts.soon > 0 ? `, ${counts.soon} due within a week` : ''}.${counts.silence > 0 ? ` In ${counts.silence} silence decides within two weeks.` : ''}</p>
      <nav aria-label="By whose turn it is"><ul class="desk-ways">
        <li><a href=${here} aria-current=${turn === null ? 'page' : nothing}>All (${counts.all})</a></li>
        ${counts.byTurn.map(({ turn: one, count }) => html`<li><a href="${here}&amp;turn=${one}" aria-current=${turn === one ? 'page' : nothing}>Waiting for ${TURN_LABELS[one]} (${count})</a></li>`)}
      </ul></nav>
      <section><h2>Open</h2>${lines.length === 0 ? html`<p>None.</p>` : html`<ul class="plain-list desk-lines">${lines.map((one) => line(one, today))}</ul>`}</section>
      ${ended.length > 0 ? html`<section><h2>Ended lately</h2><ul class="plain-list desk-lines">${ended.map((one) => line(one, today))}</ul></section>` : nothing}
    </div>
  `;
}

function line(
  { id, number, place, ward, group, standing, dueOn, endedOn }: ProposalLine,
  today: string,
): TemplateResult {
  const late = dueOn !== null && endedOn === null && dueOn < today;
  const when = endedOn
    ? shortDay(endedOn)
    : dueOn
      ? `${late ? 'late since' : dueOn === today ? 'due today,' : 'due'} ${shortDay(dueOn)}`
      : '';
  return html`<li><a href="/proposals/${id}">${place}</a> <span class="hint">${[group, ward, number, when].filter((part) => part).join(' · ')}</span><br />
    ${standing.stage}${endedOn ? nothing : `. ${openWords(standing.steps[0], null)}`}</li>`;
}
