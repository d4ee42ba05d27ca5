import { html, nothing, type TemplateResult } from 'lit';
import { lackWords } from '../../../src/rooms/requests/need-words.ts';
import type { NotAsked, Outlook, RequestPage, ShownRoom } from '../../../src/rooms/requests/request-page-contract.ts';
import { HOW_RIVALS } from '../../../src/rooms/requests/rival-words.ts';
import { MAY_GO } from '../../../src/rooms/requests/waiting-contract.ts';
import { answerWords } from '../../../src/rooms/spaces/space-words.ts';
import { counted } from '../../kernel/format.ts';
import { datesPart, pricePart } from './request-part.ts';

/** The room that is asked for first: whether it can be had, its dates and what it costs. */
export function firstRoom(
  { dates, leftOut, quote, depositPence, request, passport }: RequestPage,
  room: ShownRoom,
): TemplateResult {
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
      ${problem ? html`<p class="note note--old"><strong>This room cannot be had like this.</strong> ${problem}</p>` : html`<p>${outlook ? answeredHow(outlook, room, request.terms.owner_answers_wd, passport.state === 'passed') : ''}</p>`}
      ${room.lacks.length > 0 || room.abovePence !== null ? html`<p class="note"><strong>Not all that you said you need:</strong> ${lackWords(room.lacks, room.abovePence)}</p>` : nothing}
      ${leftOut.some(({ why }) => MAY_GO.includes(why)) ? waitPart(request.id, leftOut) : nothing}
      ${outlook?.problem ? nothing : datesPart(dates, leftOut, html`<h3>${counted(dates.length, 'date')}</h3>`)}
      ${outlook?.problem || dates.length === 0 ? nothing : html`<h3>What it costs</h3>${pricePart(quote, depositPence)}`}
    </section>
  `;
}

/** Dates that others have may become free, and closed days may be opened again. */
function waitPart(id: string, leftOut: readonly NotAsked[]): TemplateResult {
  const closed = leftOut.some(({ why }) => why === 'closed');
  const others = leftOut.some(({ why }) => why !== 'closed' && MAY_GO.includes(why));
  return html`<form class="quiet-form" method="post" action="/requests/${id}/wait">
    <p>${others ? 'Others have some of these dates.' : nothing} ${closed ? 'On some of these dates the room is closed, and may be opened again.' : nothing} You can wait for them: when they become free, they are held for you and we write.</p>
    <button class="button button--quiet" type="submit">${others ? 'Wait for the dates that others have' : 'Wait for the closed dates'}</button></form>`;
}

function answeredHow(
  { approval, publishedOpen, dates, mayHave }: Outlook,
  { inCompact: byDefault }: ShownRoom,
  workingDays: number,
  passed: boolean,
): string {
  const rivals = dates.filter(({ contested }) => contested).length;
  const others =
    rivals > 0
      ? ` Another group asks for ${rivals === dates.length ? 'these dates' : `${rivals} of these dates`} too. ${HOW_RIVALS}`
      : '';
  // Only a pass makes silence an offer; a room is had at once with a pass, or as a trial date that nobody else has asked for.
  const atOnce = passed || (mayHave && rivals === 0);
  const how = approval === 'instant' && !atOnce ? 'owner' : approval;
  const answering = { workingDays, byDefault: byDefault && passed, trialDates: 0 };
  return `${answerWords(how, publishedOpen, answering, atOnce ? 'may_have' : 'unknown')}${others}`;
}
