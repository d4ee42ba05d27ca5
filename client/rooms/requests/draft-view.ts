import { html, nothing, type TemplateResult } from 'lit';
import type {
  Outlook,
  RequestPage,
  RequestViewer,
  ShownRoom,
} from '../../../src/rooms/requests/request-page-contract.ts';
import { lackWords } from '../../../src/rooms/requests/need-words.ts';
import { MISSING_WORDS } from '../../../src/rooms/requests/request-words.ts';
import { needsTestWords } from '../../../src/rooms/requests/request-status-words.ts';
import { answerWords } from '../../../src/rooms/spaces/space-words.ts';
import { checkField, type FormState } from '../../kernel/form-fields.ts';
import { counted, pounds } from '../../kernel/format.ts';
import { mistakesView } from '../../kernel/mistakes-view.ts';
import { agreementPart, conditionsPart, datesPart, lacksNote, pricePart, wishPart } from './request-parts.ts';

export type Suggested = { spaceId: string; name: string; place: string; why: string };
export type DraftData = {
  page: RequestPage;
  viewer: RequestViewer;
  form: FormState;
  flash: string | null;
  suggestions: readonly Suggested[];
  /** What the request would lack if it were sent now. */
  lacks: RequestPage['request']['missing'];
  /** Where the finder goes on with the same wish. */
  finder: string;
};

/** Before it is sent: every date, the whole price, what others will see, and other rooms in case this one comes to nothing. */
export function requestDraftView(data: DraftData): TemplateResult {
  const { page, form, flash, viewer } = data;
  const { request, rooms, current } = page;
  const base = `/requests/${request.id}`;
  return html`
    <div class="wrap request">
      <nav class="crumbs" aria-label="Where you are"><a href="/groups/${page.group.id}">${page.group.name}</a></nav>
      ${mistakesView(form.mistakes)} ${flash ? html`<p class="done" role="status">${flash}</p>` : nothing}
      <h1>Check and send</h1>
      <p class="lead">Nothing is sent yet. What you have typed is kept for you.</p>
      <div class="group__columns">
        <div>
          ${current ? firstRoom(page, current) : nothing} ${lacking(data)} ${conditionsPart(page.conditions)} ${publicPart(page)}
          ${sendPart(data, base)}
        </div>
        <aside class="group__side" aria-label="What you ask for">
          <section><h2 class="h-small">What you ask for</h2>${wishPart(request, page.publicLabel, viewer.as)}<p><a href="${base}/edit">Change it</a></p></section>
          ${roomsList(rooms, page, base)} ${moreRooms(data, base)}
          <details class="confirm"><summary>Throw this request away</summary><form method="post" action="${base}/discard"><p>It is removed, and nobody hears of it.</p><button class="button button--small" type="submit">Throw it away</button></form></details>
        </aside>
      </div>
    </div>
  `;
}

function firstRoom({ dates, leftOut, quote, depositPence, request }: RequestPage, room: ShownRoom): TemplateResult {
  const { name, place, outlook } = room;
  const problem =
    outlook?.problem ??
    (dates.length === 0
      ? 'None of these dates can be had.'
      : request.wish.dates === 'all' && leftOut.some(({ why }) => why !== 'left_out')
        ? 'You want all dates or none, and not all of them are free. Change that, or choose another room.'
        : null);
  return html`
    <section aria-labelledby="room-heading" id="field-rooms" tabindex="-1">
      <h2 id="room-heading">${name}, ${place}</h2>
      ${problem ? html`<p class="note note--old"><strong>This room cannot be had like this.</strong> ${problem}</p>` : html`<p>${outlook ? answeredHow(outlook, room, request.terms.owner_answers_wd) : ''}</p>`}
      ${room.lacks.length > 0 || room.abovePence !== null ? html`<p class="note"><strong>Not all that you said you need:</strong> ${lackWords(room.lacks, room.abovePence)}</p>` : nothing}
      ${leftOut.some(({ why }) => why === 'taken' || why === 'held') ? waitPart(request.id) : nothing}
      ${outlook?.problem ? nothing : datesPart(dates, leftOut, html`<h3>${counted(dates.length, 'date')}</h3>`)}
      ${outlook?.problem || dates.length === 0 ? nothing : html`<h3>What it costs</h3>${pricePart(quote, depositPence)}`}
    </section>
  `;
}

/** Dates that others have may become free. */
function waitPart(id: string): TemplateResult {
  return html`<form class="quiet-form" method="post" action="/requests/${id}/wait">
    <p>Others have some of these dates. You can wait for them: when they become free, they are held for you and we write.</p>
    <button class="button button--quiet" type="submit">Wait for the dates that others have</button></form>`;
}

function answeredHow(
  { approval, publishedOpen, dates }: Outlook,
  { inCompact: byDefault }: ShownRoom,
  workingDays: number,
): string {
  const rivals = dates.filter(({ contested }) => contested).length;
  const others =
    rivals > 0
      ? ` Another group asks for ${rivals === dates.length ? 'these dates' : `${rivals} of these dates`} too: the higher result in the benefit test goes first, and with equal ones whoever was complete first.`
      : '';
  return `${answerWords(approval, publishedOpen, { workingDays, byDefault })}${others}`;
}

function lacking({ lacks, page }: DraftData): TemplateResult | typeof nothing {
  if (lacks.length === 0) return nothing;
  return html`<section class="panel" aria-labelledby="lacks-heading">
    <h2 id="lacks-heading">You can send it now, but the owner is not asked yet</h2>
    <ul>${lacks.map((part) => html`<li>${MISSING_WORDS[part].todo}</li>`)}</ul>
    <p>${needsTestWords(lacks)}</p>
    <p class="actions">
      ${lacks.includes('test') || lacks.includes('pass') ? html`<a href="/groups/${page.group.id}/passport">${lacks.includes('pass') ? 'See the result' : 'Do the test now'}</a>` : nothing}
      ${lacks.includes('deputy') ? html`<a href="/groups/${page.group.id}/invite?role=group_deputy">Invite a deputy</a>` : nothing}
    </p>
  </section>`;
}

function publicPart({ publicLabel }: RequestPage): TemplateResult {
  return html`<section aria-labelledby="public-heading">
    <h2 id="public-heading">What others see</h2>
    <p>This is how others will see it, beside each date: <strong>“${publicLabel}”</strong>.</p>
    <p>Nobody outside sees what you need the room for, how many come, what it costs, or who asks. The owner reads what you wrote. Keys and codes are told on the day, never in a mail.</p>
  </section>`;
}

function sendPart({ page, form, viewer, lacks }: DraftData, base: string): TemplateResult {
  if (page.rooms.length === 1 && page.dates.length === 0)
    return html`<p>There is nothing to send yet. Change the dates, add another room, or wait.</p>`;
  const atOnce =
    page.agreement.length > 0 &&
    lacks.length === 0 &&
    viewer.may.sign &&
    page.dates.every(({ contested }) => !contested);
  return html`
    <form class="group-form" method="post" action="${base}/send" novalidate>
      ${atOnce ? html`<h2>What you sign for</h2>${agreementPart(page)}${checkField(form, 'agrees', 'I have read this and sign for it as the lead.')}` : nothing}
      <p class="actions"><button class="button" type="submit">${atOnce ? 'Book it' : 'Send the request'}</button></p>
    </form>
  `;
}

function roomsList(rooms: readonly ShownRoom[], { request }: RequestPage, base: string): TemplateResult {
  return html`<section aria-labelledby="rooms-heading"><h2 id="rooms-heading" class="h-small">Rooms, in your order</h2>
    <p class="hint">If the first comes to nothing, we ask for the next at once. Up to ${request.terms.most_options}.</p>
    <ol class="rows request-rooms">${rooms.map((room, at) => roomRow(room, at, rooms.length, base))}</ol></section>`;
}

function roomRow(room: ShownRoom, at: number, count: number, base: string): TemplateResult {
  const { option, name, place, outlook } = room;
  return html`<li class="row">
      <div><a href="/spaces/${option.spaceId}"><strong>${name}</strong></a>, ${place}<span class="hint row__more">${outlook ? inShort(outlook) : ''}</span>${lacksNote(room)}</div>
      ${
        count > 1
          ? html`<div class="actions">
        ${at > 0 ? html`<form method="post" action="${base}/rooms/${option.id}/first"><button class="button button--quiet button--small" type="submit">First<span class="visually-hidden">: ${name}</span></button></form>` : nothing}
        <form method="post" action="${base}/rooms/${option.id}/remove"><button class="button button--quiet button--small" type="submit">Take off<span class="visually-hidden"> ${name}</span></button></form></div>`
          : nothing
      }
    </li>`;
}

/** "12 of 13 dates free, £150" */
export function inShort({ dates, leftOut, quote, problem }: Outlook): string {
  if (problem !== null || dates.length === 0) return 'Not to be had on these dates';
  const all = dates.length + leftOut.length;
  const price = quote === null ? 'price not named' : quote.totalPence === 0 ? 'no charge' : pounds(quote.totalPence);
  return `${leftOut.length === 0 ? (all === 1 ? 'The date is free' : `All ${all} dates free`) : `${dates.length} of ${all} dates free`}, ${price}`;
}

export function moreRooms(
  { suggestions, finder, page }: Pick<DraftData, 'suggestions' | 'finder' | 'page'>,
  base: string,
): TemplateResult | typeof nothing {
  if (page.rooms.length >= page.request.terms.most_options) return nothing;
  return html`<section aria-labelledby="more-heading"><h2 id="more-heading" class="h-small">Other rooms that would do</h2>
    ${
      suggestions.length === 0
        ? html`<p>We found no other room near here for these dates.</p>`
        : html`<ul class="rows">${suggestions.map(
            ({ spaceId, name, place, why }) => html`<li class="row">
      <div><a href="/spaces/${spaceId}"><strong>${name}</strong></a>, ${place}<span class="hint row__more">${why}</span></div>
      <form method="post" action="${base}/rooms"><input type="hidden" name="space" value=${spaceId} /><button class="button button--quiet button--small" type="submit">Add<span class="visually-hidden"> ${name}</span></button></form>
    </li>`,
          )}</ul>`
    }
    <p><a href=${finder}>Look for more rooms</a>. From a room’s page you can add it here.</p>
  </section>`;
}
