import { html, nothing, type TemplateResult } from 'lit';
import type { InterestLine } from '../../../src/casework/interests/interest-page-contract.ts';
import type { Party } from '../../../src/ground/cases/standing-contract.ts';
import type { PublicAsset } from '../../../src/register/assets/public-asset-contract.ts';
import { counted } from '../../kernel/format.ts';
import { interestLine } from './interest-list-view.ts';

/** On the page of a place: seeing it first. Whether somebody wants to is nobody else’s business. */
export function interestOnAsset(
  { id, retiredOn, kind }: Pick<PublicAsset, 'id' | 'retiredOn' | 'kind'>,
  mayBeAsked: boolean,
): TemplateResult | typeof nothing {
  if (retiredOn || !mayBeAsked) return nothing;
  return html`<section class="panel" id="see-it"><h2>See it first</h2>
    <p>You are not sure yet? Register an interest: the owner tells you what the ${kind === 'building' ? 'building' : 'land'} is, what it costs to run and what is dangerous, and offers times to see it. You need no group for that.</p>
    <p><a class="button button--quiet" href="/interests/new?asset=${id}">Register an interest</a></p></section>`;
}

const TURN_LABELS: Partial<Record<Party, string>> = {
  owner: 'an owner',
  monitoring_officer: 'the monitoring officer',
  asker: 'whoever is interested',
};

/** What of them waits, at the desk. */
export const interestsCard = (
  slug: string,
  counts: readonly { turn: Party; count: number }[],
): TemplateResult => html`<section class="desk-card"><h2>Seeing places first</h2>
    ${counts.length === 0 ? html`<p>Nobody waits for an answer or a viewing.</p>` : html`<ul class="plain-list desk-lines">${counts.map(({ turn, count }) => html`<li>${counted(count, 'interest')} ${count === 1 ? 'waits' : 'wait'} for ${TURN_LABELS[turn] ?? turn}</li>`)}</ul>`}
    <p><a href="/desk/interests?area=${slug}">All interests</a></p></section>`;

/** On an owner’s home: who would like to see its places. */
export const ownersInterests = (lines: readonly InterestLine[]): TemplateResult | typeof nothing =>
  lines.length === 0
    ? nothing
    : html`<section class="panel"><h2>People would like to see places of yours</h2><ul class="plain-list desk-lines">${lines.map(interestLine)}</ul></section>`;
