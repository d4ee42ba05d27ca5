import { html, nothing, type TemplateResult } from 'lit';
import type { EnquiryCounts, EnquiryLine } from '../../../src/casework/enquiries/enquiry-page-contract.ts';
import { openWords } from '../../../src/ground/cases/standing-words.ts';
import type { Party } from '../../../src/ground/cases/standing-contract.ts';
import { counted, shortDay } from '../../kernel/format.ts';

export type EnquiryListData = {
  area: { slug: string; name: string };
  lines: readonly EnquiryLine[];
  ended: readonly EnquiryLine[];
  counts: EnquiryCounts;
  turn: Party | null;
  mayAssist: boolean;
};

const TURN_LABELS: Partial<Record<Party, string>> = {
  broker: 'a broker',
  monitoring_officer: 'the monitoring officer',
  asker: 'whoever asked',
  owner: 'an owner',
};

/** An area’s questions whose a place is, what is due first. */
export function enquiryListView({ area, lines, ended, counts, turn, mayAssist }: EnquiryListData): TemplateResult {
  const here = `/desk/enquiries?area=${area.slug}`;
  return html`
    <div class="wrap desk-page">
      <nav class="crumbs" aria-label="Where you are"><a href="/desk?area=${area.slug}">Desk of ${area.name}</a></nav>
      <h1>Whose is this?</h1>
      <p class="lead">${counted(counts.all, 'question is', 'questions are')} open in ${area.name}${counts.soon > 0 ? `, ${counts.soon} due within a week` : ''}.</p>
      ${mayAssist ? html`<p><a class="button button--quiet" href="/desk/enquiries/new?area=${area.slug}">Ask for somebody who rang, wrote or came in</a></p>` : nothing}
      <nav aria-label="By whose turn it is"><ul class="desk-ways">
        <li><a href=${here} aria-current=${turn === null ? 'page' : nothing}>All (${counts.all})</a></li>
        ${counts.byTurn.map(({ turn: one, count }) => html`<li><a href="${here}&amp;turn=${one}" aria-current=${turn === one ? 'page' : nothing}>Waiting for ${TURN_LABELS[one] ?? one} (${count})</a></li>`)}
      </ul></nav>
      <section><h2>Open</h2>${lines.length === 0 ? html`<p>None.</p>` : html`<ul class="plain-list desk-lines">${lines.map(line)}</ul>`}</section>
      ${ended.length > 0 ? html`<section><h2>Answered or closed lately</h2><ul class="plain-list desk-lines">${ended.map(line)}</ul></section>` : nothing}
    </div>
  `;
}

function line({ id, number, place, ward, standing, dueOn, endedOn }: EnquiryLine): TemplateResult {
  const when = endedOn ? shortDay(endedOn) : dueOn ? `due ${shortDay(dueOn)}` : '';
  return html`<li><a href="/enquiries/${id}">${place}</a> <span class="hint">${[ward, number, when].filter((part) => part).join(' · ')}</span><br />
    ${standing.stage}${endedOn ? nothing : `. ${openWords(standing.steps[0], null)}`}</li>`;
}

/** What of them waits, at the desk. */
export function enquiriesCard(slug: string, counts: EnquiryCounts): TemplateResult {
  return html`<section class="desk-card"><h2>Whose is this?</h2>
    ${
      counts.all === 0
        ? html`<p>Nobody is waiting to hear whose a place is.</p>`
        : html`<ul class="plain-list desk-lines">${counts.byTurn.map(({ turn, count }) => html`<li><a href="/desk/enquiries?area=${slug}&amp;turn=${turn}">${counted(count, 'question')}</a> ${count === 1 ? 'waits' : 'wait'} for ${TURN_LABELS[turn] ?? turn}</li>`)}</ul>
        ${counts.soon > 0 ? html`<p>${counted(counts.soon, 'is', 'are')} due within a week.</p>` : nothing}`
    }
    <p><a href="/desk/enquiries?area=${slug}">All questions</a></p>
  </section>`;
}

/** For officers, before everything else: what the monitoring officer has because a broker was late. */
export function lateEnquiriesCard(slug: string, count: number): TemplateResult | typeof nothing {
  if (count === 0) return nothing;
  return html`<section class="desk-card desk-card--late"><h2>Nobody said whose it is</h2>
    <p><a href="/desk/enquiries?area=${slug}&amp;turn=monitoring_officer">${counted(count, 'question')}</a> ${count === 1 ? 'is' : 'are'} with the monitoring officer, because no broker answered in time.</p></section>`;
}
