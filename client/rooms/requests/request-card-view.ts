import { html, type TemplateResult } from 'lit';
import type { DeskCounts } from '../../../src/rooms/requests/request-page-contract.ts';
import { counted } from '../../kernel/format.ts';

/** On the desk: how many requests for rooms wait, and for whom. */
export function requestsCard(slug: string, { mine, late, owners, groups }: DeskCounts): TemplateResult {
  const link = (show: string, count: number, words: string): TemplateResult =>
    html`<li><a href="/desk/requests?area=${slug}&amp;show=${show}">${words}: ${count.toLocaleString('en-GB')}</a></li>`;
  return html`<section class=${late > 0 ? 'desk-card desk-card--late' : 'desk-card'}><h2>Requests for rooms</h2>
    <ul class="plain-list desk-lines">${link('mine', mine, 'Your turn')}${late > 0 ? link('late', late, 'Late') : ''}${link('owners', owners, 'With owners')}${link('groups', groups, 'With groups')}</ul></section>`;
}

/** On an owner's home: what waits for an answer. */
export function ownerRequestsCard(ownerId: string, toAnswer: number): TemplateResult {
  return html`<section class=${toAnswer > 0 ? 'panel' : 'quiet'} aria-labelledby="requests-heading"><h2 id="requests-heading">Requests for rooms</h2>
    <p>${toAnswer === 0 ? 'No request waits for your answer.' : `${counted(toAnswer, 'request waits', 'requests wait')} for your answer.`} <a href="/owners/${ownerId}/requests">${toAnswer === 0 ? 'See what is offered and booked' : 'Answer'}</a></p></section>`;
}
