import { html, nothing, type TemplateResult } from 'lit';
import type { Outlook, RequestPage, ShownRoom } from '../../../src/rooms/requests/request-page-contract.ts';
import { pounds } from '../../kernel/format.ts';
import type { DraftData } from './draft-data.ts';
import { lacksNote } from './request-part.ts';

/** The chosen rooms in the group’s order, each to be moved up or taken off. */
export function roomsList(rooms: readonly ShownRoom[], { request }: RequestPage, base: string): TemplateResult {
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

/** Rooms that would do too, to be added with one press. */
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
