import { html, nothing, type TemplateResult } from 'lit';
import { seriesWords } from '../../../src/rooms/bookings/booking-words.ts';
import { DECLINE_REASONS } from '../../../src/rooms/requests/request-contract.ts';
import type { RequestPage } from '../../../src/rooms/requests/request-page-contract.ts';
import { standingFor, statusOf } from '../../../src/rooms/requests/request-status-words.ts';
import { DECLINE_WORDS } from '../../../src/rooms/requests/request-words.ts';
import { standingPanel } from '../../ground/cases/standing-view.ts';
import { field, longField, selectField, type FormState } from '../../kernel/form-fields.ts';
import { capital, counted } from '../../kernel/format.ts';
import { mistakesView } from '../../kernel/mistakes-view.ts';
import { conditionsPart, datesPart, pricePart, wishPart } from './request-part.ts';

type Answering = { page: RequestPage; form: FormState };

/** Yes or no: two forms with one button each, so that no slip says the other. */
export function answerForm(
  { page, form }: Answering,
  action: string,
  more: TemplateResult | typeof nothing = nothing,
): TemplateResult {
  const { wish } = page.request;
  return html`<section class="answer" aria-labelledby="answer-heading"><h2 id="answer-heading">Your answer</h2>
    <p><strong>${page.group.outsideName}</strong>, ${seriesWords(wish)}: ${counted(page.dates.length, 'date')}, ${counted(wish.people, 'person', 'people')}. ${capital(wish.purpose)}</p>
    ${rivalsNote(page.goesFirst)}
    <div class="answer__ways">
      <form class="group-form" method="post" action=${action} novalidate>
        <h3>Yes</h3>
        <input type="hidden" name="answer" value="yes" /><input type="hidden" name="first" value=${page.goesFirst.optionId} />
        ${page.quote ? html`<p>The dates stay held, and the group decides within ${page.request.terms.offer_lapses_days} days.</p>` : field(form, 'pounds', 'What does it cost in all, in pounds?', { inputmode: 'decimal', hint: 'Your list has no price for groups like this. Enter 0 if it costs nothing.' })}
        ${more}
        <p class="actions"><button class="button" type="submit">Yes, offer it</button></p>
      </form>
      <form class="group-form" method="post" action=${action} novalidate>
        <h3>No</h3>
        <input type="hidden" name="answer" value="no" />
        ${selectField(form, 'reason', 'Why not?', [{ value: '', label: 'Choose a reason' }, ...DECLINE_REASONS.map((value) => ({ value, label: DECLINE_WORDS[value].label }))], { hint: 'By the compact these are the reasons there are. “Too much work” or “others might ask too” are none.' })}
        ${longField(form, 'note', 'Say it in a sentence or two', { rows: 3, hint: 'The group reads this.' })}
        ${more}
        <p class="actions"><button class="button button--quiet" type="submit">No</button></p>
      </form>
    </div>
  </section>`;
}

/** Who goes first of several, before an owner says yes: the yes lets the room go, and the rule says to whom. */
function rivalsNote({ isThis, why }: RequestPage['goesFirst']): TemplateResult | typeof nothing {
  if (why.length === 0) return nothing;
  const words = why.join(' ');
  return isThis
    ? html`<p class="note"><strong>Another group wants some of these dates too. This one goes first.</strong> ${words}</p>`
    : html`<p class="note note--old"><strong>Another group wants some of these dates too, and goes first.</strong> ${words} If you say yes, the room is offered to that group. This one gets what is left, or goes on to its next room.</p>`;
}

/** An officer writes down what an owner said on the telephone. */
export function brokerAnswerForm({ page, form }: Answering): TemplateResult {
  return html`<details class="confirm"><summary>Write down the owner’s answer</summary>
    <p>For an owner who rang or wrote. Say who it was; they are told by mail what you wrote down.</p>
    ${answerForm({ page, form }, `/requests/${page.request.id}/answer`, field(form, 'said_by', 'Who said so, for the owner?'))}</details>`;
}

export type LinkAnswerData = { page: RequestPage; form: FormState; token: string; name: string; done: boolean };

/** Where the link in an owner’s mail leads: everything to decide by, and two buttons. Looking at it changes nothing. */
export function linkAnswerView({ page, form, token, name }: LinkAnswerData): TemplateResult {
  const { title, lines } = statusOf(page, 'owner');
  const open =
    page.current?.option.state === 'asked' && (page.request.state === 'asked' || page.request.state === 'chasing');
  return html`
    <div class="wrap request">
      ${mistakesView(form.mistakes)}
      <header><h1>${page.current ? `${page.current.name}, ${page.current.place}` : 'A request for a room'}</h1><p class="lead">${page.group.outsideName} asks for it.</p></header>
      ${standingPanel(standingFor(page, 'owner'), 'owner', { title, below: html`${lines.map((line) => html`<p>${line}</p>`)}<p class="hint">You answer as ${name || 'the owner’s representative'}. This link is for you alone.</p>` })}
      ${open ? answerForm({ page, form }, `/room-answers/${token}`) : html`<p><a href="/sign-in">Sign in to see what else waits for you</a></p>`}
      <div class="group__columns">
        <div>
          <section aria-labelledby="dates-heading"><h2 id="dates-heading">Dates</h2>${datesPart(page.dates, page.leftOut)}</section>
          <section aria-labelledby="price-heading"><h2 id="price-heading">What they pay</h2>${pricePart(page.quote, page.depositPence)}</section>
          ${conditionsPart(page.conditions)}
        </div>
        <aside class="group__side" aria-label="About the request"><section><h2 class="h-small">What is asked for</h2>${wishPart(page, 'owner')}</section></aside>
      </div>
    </div>
  `;
}
