import { html, nothing, type TemplateResult } from 'lit';
import type { RequestPage, RequestViewer, ShownRoom } from '../../../src/rooms/requests/request-page-contract.ts';
import { statusOf } from '../../../src/rooms/requests/request-status-words.ts';
import { DECLINE_WORDS, OPTION_STATE_WORDS, turnWords } from '../../../src/rooms/requests/request-words.ts';
import { AUDIENCE_WORDS } from '../../../src/rooms/spaces/space-words.ts';
import { assistedFields } from '../../groups/groups/assisted-fields.ts';
import { checkField, longField, type FormState } from '../../kernel/form-fields.ts';
import { pounds, shortDay } from '../../kernel/format.ts';
import { mistakesView } from '../../kernel/mistakes-view.ts';
import { timeline } from '../../kernel/timeline.ts';
import { answerForm, brokerAnswerForm } from './answer-view.ts';
import { inShort, moreRooms, type Suggested } from './draft-view.ts';
import { moneyPart } from './money-view.ts';
import { agreementPart, conditionsPart, datesPart, lacksNote, pricePart, wishPart } from './request-parts.ts';

export type RequestViewData = {
  page: RequestPage;
  viewer: RequestViewer;
  form: FormState;
  flash: string | null;
  suggestions: readonly Suggested[];
  finder: string;
  /** Where one asks for the same again. */
  again: string;
};

const OVER = ['confirmed', 'declined', 'withdrawn', 'lapsed'];

/** A request on its way: how it stands, whose turn it is, and what one can do about it. */
export function requestView(data: RequestViewData): TemplateResult {
  const { page, viewer, form, flash } = data;
  const { current, request } = page;
  return html`
    <div class="wrap request">
      ${crumbs(page, viewer)} ${mistakesView(form.mistakes)} ${flash ? html`<p class="done" role="status">${flash}</p>` : nothing}
      <header><h1>${current ? `${current.name}, ${current.place}` : 'A request for a room'}</h1><p class="lead">${viewer.as === 'group' ? page.group.name : page.group.outsideName}</p></header>
      ${standing(data)} ${turnPart(data)}
      <div class="group__columns">
        <div>
          ${current && page.dates.length > 0 ? html`<section aria-labelledby="dates-heading"><h2 id="dates-heading">${request.state === 'confirmed' ? 'Booked dates' : 'Dates'}</h2>${datesPart(page.dates, page.leftOut)}</section>` : nothing}
          <section aria-labelledby="price-heading"><h2 id="price-heading">What it costs</h2>${pricePart(page.quote, page.depositPence)}</section>
          ${moneyPart(page, viewer)} ${conditionsPart(page.conditions)} ${page.signed ? html`<section aria-labelledby="signed-heading"><h2 id="signed-heading">What was agreed</h2>${agreementPart(page)}</section>` : nothing}
        </div>
        <aside class="group__side" aria-label="About the request">
          <section><h2 class="h-small">What is asked for</h2>${wishPart(request, page.publicLabel, viewer.as)}</section>
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
  return html`<section class="panel standing" aria-labelledby="standing-heading">
    <p class="standing__turn">${turnWords(page.turn, viewer.as)}</p>
    <h2 id="standing-heading">${title}</h2>
    ${viewer.as === 'officer' ? html`<p class="hint">As the group reads it:</p>` : nothing}
    ${lines.map((line) => html`<p>${line}</p>`)}
    ${state === 'confirmed' && booking ? html`<p><a class="button" href="/bookings/${booking}">See the booking</a></p>` : nothing}
    ${OVER.includes(state) && state !== 'confirmed' && viewer.may.ask ? html`<p><a class="button" href=${again}>Ask again</a></p>` : nothing}
    ${state === 'incomplete' && viewer.as !== 'owner' ? missingLinks(page) : nothing}
  </section>`;
}

function missingLinks({ request, group }: RequestPage): TemplateResult {
  return html`<p class="actions">
    ${request.missing.some((part) => part !== 'deputy') ? html`<a class="button" href="/groups/${group.id}/passport">${request.missing.includes('pass') ? 'See the result and what would change it' : 'Do the test'}</a>` : nothing}
    ${request.missing.includes('deputy') ? html`<a class="button button--quiet" href="/groups/${group.id}/invite?role=group_deputy">Invite a deputy</a>` : nothing}
  </p>`;
}

/** What whoever looks can do now. */
function turnPart(data: RequestViewData): TemplateResult | typeof nothing {
  const { page, viewer } = data;
  const { state } = page.request;
  if (
    viewer.as === 'owner' &&
    viewer.may.answer &&
    (state === 'asked' || state === 'chasing') &&
    page.current?.option.state === 'asked'
  )
    return answerForm(data, `/requests/${page.request.id}/answer`);
  if (viewer.may.sign && (state === 'offered' || state === 'default_offered')) return takePart(data);
  if (viewer.may.ask && page.otherPrices.length > 0) return otherPricesPart(page);
  return nothing;
}

function takePart({ page, viewer, form }: RequestViewData): TemplateResult {
  const assisted = viewer.as === 'officer';
  return html`<section aria-labelledby="take-heading"><h2 id="take-heading">What you sign for</h2>
    ${assisted ? html`<p>Read this out to ${page.signer} if they want that. They sign by saying yes; you write it down.</p>` : nothing}
    ${agreementPart(page)}
    <form class="group-form" method="post" action="/requests/${page.request.id}/take" novalidate>
      ${assisted ? assistedFields(form, 'Taking it') : nothing}
      ${checkField(form, 'agrees', assisted ? `${page.signer} has read or heard this and signs for it.` : `I have read this, and I, ${page.signer}, sign for it.`)}
      <p class="actions"><button class="button" type="submit">Take the room</button></p>
    </form></section>`;
}

function otherPricesPart({ otherPrices, request }: RequestPage): TemplateResult {
  return html`<section id="prices" aria-labelledby="prices-heading"><h2 id="prices-heading">The same room at another price, without a test</h2>
    <ul class="rows">${otherPrices.map(
      ({
        audience,
        quote,
      }) => html`<li class="row"><div><strong>${AUDIENCE_WORDS[audience].label}: ${quote.totalPence === 0 ? 'no charge' : pounds(quote.totalPence)}</strong><span class="hint row__more">For all dates. For ${AUDIENCE_WORDS[audience].meaning}. The owner’s silence is no offer then.</span></div>
      <form method="post" action="/requests/${request.id}/prices"><input type="hidden" name="as" value=${audience} /><button class="button button--small" type="submit">Ask at this price<span class="visually-hidden"> (${AUDIENCE_WORDS[audience].label})</span></button></form></li>`,
    )}</ul></section>`;
}

function roomsPart({ page, viewer, suggestions, finder }: RequestViewData): TemplateResult {
  const base = `/requests/${page.request.id}`;
  const mayAdd = viewer.may.ask && ['incomplete', 'asked', 'chasing', 'with_broker'].includes(page.request.state);
  const waits = page.rooms.some(({ option }) => option.state === 'waiting');
  return html`<section aria-labelledby="rooms-heading" id="field-space" tabindex="-1"><h2 id="rooms-heading" class="h-small">Rooms, in order</h2>
    <ol class="rows request-rooms">${page.rooms.map(
      (
        room,
      ) => html`<li class="row"><div><a href="/spaces/${room.option.spaceId}"><strong>${room.name}</strong></a>, ${room.place}<span class="hint row__more">${roomWords(room)}</span>${lacksNote(room)}</div>
      ${mayAdd && room.option.state === 'waiting' && page.request.state !== 'incomplete' ? html`<form method="post" action="${base}/rooms/${room.option.id}/remove"><button class="button button--quiet button--small" type="submit">Take off<span class="visually-hidden"> ${room.name}</span></button></form>` : nothing}</li>`,
    )}</ol>
    ${mayAdd && waits && ['asked', 'chasing', 'with_broker'].includes(page.request.state) ? html`<details class="confirm" ?open=${page.request.state !== 'asked'}><summary>Ask for the next room now</summary><form method="post" action="${base}/next"><p>${page.request.state === 'with_broker' ? 'The owner of the next room is asked at once.' : 'The owner of this one need not answer any more, and its dates are given up.'}</p><button class="button button--small" type="submit">Ask for the next room</button></form></details>` : nothing}
    ${mayAdd ? moreRooms({ suggestions, finder, page }, base) : nothing}
  </section>`;
}

function roomWords({ option, outlook, owner }: ShownRoom): string {
  const why =
    option.state === 'declined' && option.reason
      ? ` ${DECLINE_WORDS[option.reason].said}${option.note ? ` They say: ${option.note}` : ''}`
      : '';
  const due = option.state === 'asked' && option.dueOn ? `, to answer by ${shortDay(option.dueOn)}` : '';
  return `${option.state === 'asked' ? `${owner} is asked${due}` : OPTION_STATE_WORDS[option.state]}.${why}${outlook ? ` ${inShort(outlook)}.` : ''}`;
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
  return html`<details class="confirm"><summary>Take the request back</summary><form class="group-form" method="post" action="/requests/${page.request.id}/withdraw" novalidate>
    <p>${page.request.state === 'incomplete' ? 'Nobody has been asked yet.' : 'Everything that is held is free again at once, and the owner is told.'}</p>
    ${viewer.as === 'officer' ? assistedFields(form, 'It') : nothing}
    <button class="button button--small" type="submit">Take it back</button></form></details>`;
}

function historyPart({ history, request }: RequestPage, { as }: RequestViewer): TemplateResult {
  return html`<section aria-labelledby="history-heading"><h2 id="history-heading">What has happened</h2>
    ${history.length === 0 ? html`<p>Nothing yet.</p>` : timeline(history)}
    <p class="note">${as === 'owner' ? 'You see what concerns your room.' : `Only your group, the officers of your area and, for their own room, owners see this. It came in on ${shortDay(request.receivedOn)}; dates count from that day.`}</p></section>`;
}
