import { html, nothing, type TemplateResult } from 'lit';
import type { RequestPage } from '../../../src/rooms/requests/request-page-contract.ts';
import { NEEDS_DEPUTY } from '../../../src/rooms/requests/request-status-words.ts';
import { testBeforeWords, testLinkWords } from '../../../src/rooms/requests/request-test-words.ts';
import { MISSING_WORDS } from '../../../src/rooms/requests/request-words.ts';
import { checkField } from '../../kernel/form-fields.ts';
import { mistakesView } from '../../kernel/mistakes-view.ts';
import type { DraftData } from './draft-data.ts';
import { firstRoom } from './draft-first-room-part.ts';
import { moreRooms, roomsList } from './draft-rooms-part.ts';
import { agreementPart, conditionsPart, wishPart } from './request-part.ts';

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
          ${current ? firstRoom(page, current) : nothing} ${lacking(data)} ${testPart(data)} ${conditionsPart(page.conditions)} ${publicPart(page)}
          ${sendPart(data, base)}
        </div>
        <aside class="group__side" aria-label="What you ask for">
          <section><h2 class="h-small">What you ask for</h2>${wishPart(page, viewer.as)}<p><a href="${base}/edit">Change it</a></p></section>
          ${roomsList(rooms, page, base)} ${moreRooms(data, base)}
          <details class="confirm"><summary>Throw this request away</summary><form method="post" action="${base}/discard"><p>It is removed, and nobody hears of it.</p><button class="button button--small" type="submit">Throw it away</button></form></details>
        </aside>
      </div>
    </div>
  `;
}

function lacking({ lacks, page }: DraftData): TemplateResult | typeof nothing {
  if (lacks.length === 0) return nothing;
  return html`<section class="panel" aria-labelledby="lacks-heading">
    <h2 id="lacks-heading">You can send it now. The owner is asked once there is a deputy</h2>
    <ul>${lacks.map((part) => html`<li>${MISSING_WORDS[part].todo}</li>`)}</ul>
    <p>${NEEDS_DEPUTY}</p>
    <p class="actions">
      <a href="/groups/${page.group.id}/invite?role=group_deputy">Invite a deputy</a>
    </p>
  </section>`;
}

/** What the test decides and what it does not, for a group that has not passed it. */
function testPart({
  lacks,
  page: { request, passport, group, current, dates },
}: DraftData): TemplateResult | typeof nothing {
  const outlook = current?.outlook;
  const room = outlook?.approval === 'instant' ? { trial: outlook.trial, dates: dates.length } : null;
  const words = testBeforeWords(request.wish.audience, passport.state, room, request.terms.trial_dates, lacks);
  if (words === null) return nothing;
  return html`<section class="panel" aria-labelledby="test-heading">
    <h2 id="test-heading">The benefit test</h2>
    <p>${words}</p>
    <p class="actions"><a href="/groups/${group.id}/passport">${testLinkWords(request.wish.audience, passport.state)}</a></p>
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
    page.current?.outlook?.mayHave === true &&
    viewer.may.sign &&
    page.dates.every(({ contested }) => !contested);
  return html`
    <form class="group-form" method="post" action="${base}/send" novalidate>
      ${atOnce ? html`<h2>What you sign for</h2>${agreementPart(page)}${checkField(form, 'agrees', 'I have read this and sign for it as the lead.')}` : nothing}
      <p class="actions"><button class="button" type="submit">${atOnce ? 'Book it' : 'Send the request'}</button></p>
    </form>
  `;
}
