import { html, nothing, type TemplateResult } from 'lit';
import type { ShownRoom } from '../../../src/rooms/requests/request-page-contract.ts';
import { DECLINE_WORDS, OPTION_STATE_WORDS } from '../../../src/rooms/requests/request-words.ts';
import { shortDay } from '../../kernel/format.ts';
import { inShort, moreRooms } from './draft-rooms-part.ts';
import { lacksNote } from './request-part.ts';
import type { RequestViewData } from './request-view-data.ts';

/** Every room of the request and what has come of it. */
export function roomsPart({ page, viewer, suggestions, finder }: RequestViewData): TemplateResult {
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
