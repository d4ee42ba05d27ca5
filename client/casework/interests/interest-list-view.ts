import { html, nothing, type TemplateResult } from 'lit';
import type { InterestLine } from '../../../src/casework/interests/interest-page-contract.ts';
import { openWords } from '../../../src/ground/cases/standing-words.ts';
import { shortDay } from '../../kernel/format.ts';

/** An area’s interests in places, what is due first. */
export const interestListView = ({
  area,
  lines,
}: {
  area: { slug: string; name: string };
  lines: readonly InterestLine[];
}): TemplateResult => html`<div class="wrap desk-page">
  <nav class="crumbs" aria-label="Where you are"><a href="/desk?area=${area.slug}">Desk of ${area.name}</a></nav>
  <h1>Who would like to see places</h1>
  ${lines.length === 0 ? html`<p>Nobody waits for an answer or a viewing.</p>` : html`<ul class="plain-list desk-lines">${lines.map(interestLine)}</ul>`}</div>`;

export const interestLine = ({ id, number, place, standing, dueOn }: InterestLine): TemplateResult =>
  html`<li><a href="/interests/${id}">${place}</a> <span class="hint">${number}${dueOn ? ` · due ${shortDay(dueOn)}` : nothing}</span><br />${standing.stage}. ${openWords(standing.steps[0], null)}</li>`;
