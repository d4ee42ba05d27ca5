import { html, nothing, type TemplateResult } from 'lit';
import type { DeskShow, ProposalCounts } from '../../../src/casework/proposals/desk-list-contract.ts';
import type { ProposalLine } from '../../../src/casework/proposals/proposal-page-contract.ts';
import { isTurnOf } from '../../../src/ground/cases/standing-contract.ts';
import { stepWords } from '../../../src/ground/cases/standing-words.ts';
import type { PublicAsset } from '../../../src/register/assets/public-asset-contract.ts';
import { counted, shortDay } from '../../kernel/format.ts';
import { TURN_LABELS } from './desk-list-view.ts';

const USED: readonly PublicAsset['state'][] = ['meanwhile_use', 'in_use', 'withdrawn'];

/** On the page of a place: the proposal that is open, the way to ask for it, what the last one came to, and the questions that show what fits. */
export function proposalOnAsset(
  { id, state, retiredOn }: Pick<PublicAsset, 'id' | 'state' | 'retiredOn'>,
  lines: readonly ProposalLine[],
  mayAskToo: boolean,
): TemplateResult | typeof nothing {
  const open = lines.filter(({ endedOn }) => endedOn === null);
  const newest = lines.at(-1) ?? null;
  const before =
    newest && open.length === 0
      ? html`<p>A group asked for it${newest.receivedOn ? ` on ${shortDay(newest.receivedOn)}` : ''}: <a href="/proposals/${newest.id}">${newest.standing.stage} (${newest.number})</a>.</p>`
      : nothing;
  // What has been granted is nobody else’s, until its state says so too.
  const granted = newest?.state === 'granted_for_good' && state === 'asked_for';
  const mayAsk = !granted && !USED.includes(state);
  if (retiredOn) return before === nothing ? nothing : section('Asked for', before);
  const start = html`<a class="button button--quiet" href="/start?asset=${id}">Which path fits me?</a>`;
  if (open.length > 0)
    return section(
      'Asked for',
      html`${open.map((one) => html`<p>${one.group} has asked for this place${daysOf(one)}: <a href="/proposals/${one.id}">${one.standing.stage} (${one.number})</a>.<br />${stepWords(one.standing.steps[0], null)}</p>`)}
        ${html`<p>${mayAskToo ? 'Your group may ask for it too, until the time for comments is over. Those for the same days are compared then.' : 'Your group may ask for other days.'} <a href="/proposals/new?asset=${id}">${mayAskToo ? 'Ask for this place too' : 'Ask for other days'}</a></p>`}<p>You look for a place too? ${start}</p>`,
    );
  if (newest && granted)
    return section(
      'Granted to a group',
      html`<p>${newest.group} asked for this place: <a href="/proposals/${newest.id}">${newest.standing.stage} (${newest.number})</a>.</p><p>You look for a place too? ${start}</p>`,
    );
  if (!mayAsk)
    return section(
      'What can I do here?',
      html`${before}<p>Three questions show what can be done here, and near here.</p><p>${start}</p>`,
    );
  return section(
    'Ask for this place',
    html`${before}<p>Your group has a good use for it? Say what you would do. If it does good here, the owner has to show why not.</p>
      <p><a class="button" href="/proposals/new?asset=${id}">Ask for this place</a> ${start}</p>`,
  );
}

const daysOf = ({ starts, ends }: ProposalLine): string =>
  starts && ends ? `, for ${shortDay(starts)} to ${shortDay(ends)}` : '';

const section = (title: string, inside: TemplateResult | typeof nothing): TemplateResult =>
  html`<section class="panel" id="ask-for"><h2>${title}</h2>${inside}</section>`;

const WORTH_A_LOOK: readonly (readonly [DeskShow, string, string])[] = [
  ['today', 'is due today', 'are due today'],
  ['late', 'is with somebody else because it was late', 'are with somebody else because they were late'],
  ['silence', 'is decided by silence within 10 working days', 'are decided by silence within 10 working days'],
];

/** What of them waits, at the desk. */
export function proposalsCard(slug: string, counts: ProposalCounts): TemplateResult {
  return html`<section class="desk-card"><h2>Proposals for places</h2>
    ${
      counts.all === 0
        ? html`<p>No group has asked for a place.</p>`
        : html`<ul class="plain-list desk-lines">${counts.byTurn.map(({ turn, count }) => html`<li><a href="/desk/proposals?area=${slug}&amp;turn=${turn}">${counted(count, 'proposal')}</a> ${count === 1 ? 'waits' : 'wait'} for ${TURN_LABELS[turn]}</li>`)}</ul>
        ${WORTH_A_LOOK.filter(([show]) => counts.shows[show] > 0).map(([show, one, many]) => html`<p><a href="/desk/proposals?area=${slug}&amp;show=${show}">${counted(counts.shows[show], one, many)}</a>.</p>`)}`
    }
    <p><a href="/desk/proposals?area=${slug}">All proposals</a></p>
  </section>`;
}

/** At the desk, before everything else: grounds on which no decision officer decided in time. */
export const lateGroundsCard = (lines: readonly ProposalLine[]): TemplateResult | typeof nothing =>
  lines.length === 0
    ? nothing
    : html`<section class="desk-card desk-card--late"><h2>Nobody decided whether a ground holds</h2>
    <p>The monitoring officer decides. Without a decision the ground stands, and the proposal is refused.</p>
    <ul class="plain-list desk-lines">${lines.map(({ id, place, group, number, dueOn }) => html`<li><a href="/proposals/${id}">${place}</a> <span class="hint">${group} · ${number}${dueOn ? ` · by ${shortDay(dueOn)}` : ''}</span></li>`)}</ul></section>`;

/** On an owner’s home: who asks for its places, first those that wait for the owner. */
export function ownerProposalsPart(lines: readonly ProposalLine[]): TemplateResult | typeof nothing {
  if (lines.length === 0) return nothing;
  const waits = ({ standing }: ProposalLine): boolean => isTurnOf(standing.steps[0].turn, 'owner');
  const sorted = [...lines.filter(waits), ...lines.filter((line) => !waits(line))];
  return html`<section class="panel"><h2>Groups ask for places of yours</h2>
    <ul class="plain-list desk-lines">${sorted.map(({ id, place, group, number, standing }) => html`<li><a href="/proposals/${id}">${place}</a> <span class="hint">${group} · ${number}</span><br />${stepWords(standing.steps[0], 'owner')}</li>`)}</ul>
  </section>`;
}
