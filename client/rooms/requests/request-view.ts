import { html, nothing, type TemplateResult } from 'lit';
import type { RequestPage, RequestViewer } from '../../../src/rooms/requests/request-page-contract.ts';
import { standingFor, statusOf } from '../../../src/rooms/requests/request-status-words.ts';
import { testLinkWords } from '../../../src/rooms/requests/request-test-words.ts';
import { assistedFields } from '../../groups/groups/assisted-fields.ts';
import { standingPanel } from '../../ground/cases/standing-view.ts';
import { caseNumber } from '../../ground/cases/case-view.ts';
import { longField } from '../../kernel/form-fields.ts';
import { shortDay } from '../../kernel/format.ts';
import { mistakesView } from '../../kernel/mistakes-view.ts';
import { timeline } from '../../kernel/timeline.ts';
import { brokerAnswerForm } from './answer-view.ts';
import { moneyPart } from './money-part.ts';
import { agreementPart, conditionsPart, datesPart, pricePart, wishPart } from './request-part.ts';
import { decidedPart } from './decided-part.ts';
import { roomsPart } from './request-rooms-part.ts';
import { turnPart } from './request-turn-part.ts';
import type { RequestViewData } from './request-view-data.ts';

const OVER = ['confirmed', 'declined', 'withdrawn', 'lapsed'];

/** A request on its way: how it stands, whose turn it is, and what one can do about it. */
export function requestView(data: RequestViewData): TemplateResult {
  const { page, viewer, form, flash } = data;
  const { current, request } = page;
  return html`
    <div class="wrap request">
      ${crumbs(page, viewer)} ${mistakesView(form.mistakes)} ${flash ? html`<p class="done" role="status">${flash}</p>` : nothing}
      <header><h1>${current ? `${current.name}, ${current.place}` : 'A request for a room'}</h1><p class="lead">${viewer.as === 'group' ? page.group.name : page.group.outsideName} ${caseNumber(request.caseNumber)}</p></header>
      ${standing(data)} ${decidedPart(page, viewer)} ${turnPart(data)}
      <div class="group__columns">
        <div>
          ${current && page.dates.length > 0 ? html`<section aria-labelledby="dates-heading"><h2 id="dates-heading">${request.state === 'confirmed' ? 'Booked dates' : 'Dates'}</h2>${datesPart(page.dates, page.leftOut)}</section>` : nothing}
          <section aria-labelledby="price-heading"><h2 id="price-heading">What it costs</h2>${pricePart(page.quote, page.depositPence)}</section>
          ${moneyPart(page, viewer)} ${conditionsPart(page.conditions)} ${page.signed ? html`<section aria-labelledby="signed-heading"><h2 id="signed-heading">What was agreed</h2>${agreementPart(page)}</section>` : nothing}
        </div>
        <aside class="group__side" aria-label="About the request">
          <section><h2 class="h-small">What is asked for</h2>${wishPart(page, viewer.as)}</section>
          ${viewer.as === 'owner' ? nothing : roomsPart(data)} ${officerPart(data)} ${withdrawPart(data)}
        </aside>
      </div>
      ${historyPart(page, viewer)}
    </div>
  `;
}

function crumbs({ group, area }: RequestPage, { as }: RequestViewer): TemplateResult {
  const [href, words] =
    as === 'group'
      ? [`/groups/${group.id}`, group.name]
      : as === 'officer'
        ? [`/desk/requests?area=${area.slug}`, `Requests for rooms in ${area.name}`]
        : ['/my', 'My page'];
  return html`<nav class="crumbs" aria-label="Where you are"><a href=${href}>${words}</a></nav>`;
}

function standing({ page, viewer, again }: RequestViewData): TemplateResult {
  const { title, lines } = statusOf(page, viewer.as);
  const { state } = page.request;
  const booking = page.current?.option.bookingId;
  const below = html`
    ${viewer.as === 'officer' && lines.length > 0 ? html`<p class="hint">As the group reads it:</p>` : nothing}
    ${lines.map((line) => html`<p>${line}</p>`)}
    ${state === 'confirmed' && booking ? html`<p><a class="button" href="/bookings/${booking}">See the booking</a></p>` : nothing}
    ${OVER.includes(state) && state !== 'confirmed' && viewer.may.ask ? html`<p><a class="button" href=${again}>Ask again</a></p>` : nothing}
    ${viewer.as === 'owner' ? nothing : missingLinks(page)}`;
  return standingPanel(standingFor(page, viewer.as), READERS[viewer.as], { title, below });
}

const READERS = { group: 'group', owner: 'owner', officer: 'broker' } as const;

/** What the group can do itself while it waits: name a second person, and see to its test. */
function missingLinks({ request, group, passport }: RequestPage): TemplateResult | typeof nothing {
  const deputy = request.state === 'incomplete' && request.missing.includes('deputy');
  const waits = ['incomplete', 'asked', 'chasing', 'with_broker'].includes(request.state);
  const test = waits ? testLinkWords(request.wish.audience, passport.state) : null;
  if (!deputy && test === null) return nothing;
  return html`<p class="actions">
    ${deputy ? html`<a class="button" href="/groups/${group.id}/invite?role=group_deputy">Invite a deputy</a>` : nothing}
    ${test === null ? nothing : html`<a class=${deputy ? 'button button--quiet' : 'button'} href="/groups/${group.id}/passport">${test}</a>`}
  </p>`;
}

function officerPart(data: RequestViewData): TemplateResult | typeof nothing {
  const { page, viewer, form } = data;
  const [answerable, closable] = [
    viewer.may.answer && ['asked', 'chasing'].includes(page.request.state),
    viewer.may.close && ['incomplete', 'chasing', 'with_broker'].includes(page.request.state),
  ];
  if (viewer.as !== 'officer' || !(answerable || closable)) return nothing;
  return html`<section aria-labelledby="officer-heading"><h2 id="officer-heading" class="h-small">For officers</h2>
    ${answerable ? brokerAnswerForm(data) : nothing}
    ${closable ? html`<details class="confirm"><summary>Close it: no room was found</summary><form class="group-form" method="post" action="/requests/${page.request.id}/close" novalidate>${longField(form, 'reason', 'Why, and what can the group do now?', { rows: 3, hint: 'The group reads exactly this.' })}<button class="button button--small" type="submit">Close the request</button></form></details>` : nothing}
  </section>`;
}

function withdrawPart({ page, viewer, form }: RequestViewData): TemplateResult | typeof nothing {
  if (!viewer.may.ask || OVER.includes(page.request.state)) return nothing;
  return html`<details class="confirm"><summary>Take the request back</summary><form class="group-form" method="post" action="/requests/${page.request.id}/withdraw" novalidate><input type="hidden" name="seen" value=${page.request.state} />
    <p>${page.request.state === 'incomplete' ? 'Nobody has been asked yet.' : 'Everything that is held is free again at once, and the owner is told.'}</p>
    ${viewer.as === 'officer' ? assistedFields(form, 'It') : nothing}
    <button class="button button--small" type="submit">Take it back</button></form></details>`;
}

function historyPart({ history, request }: RequestPage, { as }: RequestViewer): TemplateResult {
  return html`<section aria-labelledby="history-heading"><h2 id="history-heading">What has happened</h2>
    ${history.length === 0 ? html`<p>Nothing yet.</p>` : timeline(history)}
    <p class="note">${as === 'owner' ? 'You see what concerns your room.' : `Only your group, the officers of your area and, for their own room, owners see this. It came in on ${shortDay(request.receivedOn)}; dates count from that day.`}</p></section>`;
}
