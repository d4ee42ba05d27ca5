import { html, nothing, type TemplateResult } from 'lit';
import type { RoomImport, RoomOutcome, RoomReport } from '../../../src/rooms/room-lists/room-import-contract.ts';
import { OUTCOME_WORDS } from '../../../src/rooms/room-lists/room-import-words.ts';
import { counted, listed } from '../../kernel/format.ts';

/** What the list would do, or did: counts, lines to look at, and every room. */
export function reportPart({
  applied,
  buildings,
  counts,
  notLet,
  missing,
  rooms,
  notShown,
}: RoomReport): TemplateResult {
  const closed = missing['opening hours'].count;
  const toLookAt = rooms.filter(({ what, notes }) => what === 'rejected' || notes.length > 0);
  return html`<section class="edit-part">
      <h2>${applied ? 'What happened' : 'What would happen'}</h2>
      <dl class="import-counts">${Object.entries(counts).map(([what, count]) => html`<div class="import-count"><dt>rooms ${OUTCOME_WORDS[what as RoomOutcome['what']]}</dt><dd>${whole(count)}</dd></div>`)}
        <div class="import-count"><dt>new buildings</dt><dd>${whole(buildings.added)}</dd></div><div class="import-count"><dt>buildings known already</dt><dd>${whole(buildings.found)}</dd></div></dl>
      ${closed > 0 ? html`<p class="note note--old"><strong>${counted(closed, 'room has', 'rooms have')} no opening hours.</strong> Nobody can ask for them until somebody says when they are open: on each room’s page, or for all of them at once below.</p>` : nothing}
      ${notLet > 0 ? html`<p>Groups cannot ask for ${counted(notLet, 'room')}: the lines to look at say why. You can open each of them later, on its own page.</p>` : nothing}
    </section>
    ${toLookAt.length > 0 ? html`<section class="edit-part"><h2>Lines to look at</h2><ul class="plain-list desk-lines">${toLookAt.map(({ line, building, room, what, notes }) => html`<li><strong>Line ${line}${what === 'rejected' ? ', not taken' : ''}:</strong> ${[building, room].filter((part) => part !== '').join(', ')}<br />${notes.join(' ')}</li>`)}</ul></section>` : nothing}
    <section class="edit-part"><h2>${notShown > 0 ? 'Rooms to look at first' : 'Every room'}</h2>
      ${notShown > 0 ? html`<p>${counted(notShown, 'more line')} of the list ${notShown === 1 ? 'is' : 'are'} only counted here: nothing about ${notShown === 1 ? 'it' : 'most of them'} needs a look.</p>` : nothing}
      <div class="table-scroll" tabindex="0" role="group" aria-label="Rooms of the list"><table>
        <thead><tr><th scope="col">Room</th><th scope="col">Building</th><th scope="col">What</th><th scope="col">Not known</th></tr></thead>
        <tbody>${rooms.filter(({ what }) => what !== 'rejected').map(({ room, building, what, changes, missing, notLet: isNotLet }) => html`<tr><th scope="row">${room}</th><td>${building}</td><td>${OUTCOME_WORDS[what]}${changes.length > 0 ? `: ${listed(changes)}` : ''}</td><td>${isNotLet ? 'Groups cannot ask for it.' : missing.join(', ')}</td></tr>`)}</tbody>
      </table></div>
    </section>`;
}

/** The page once the rooms are in the register. */
export function applied(one: RoomImport): TemplateResult {
  return html`<p class="done" role="status">Done: the rooms are in the register.</p>
    ${one.ownerId ? html`<p><a class="button" href="/owners/${one.ownerId}">See all places of this owner</a></p>` : nothing}
    ${one.report ? reportPart(one.report) : nothing}`;
}

const whole = (count: number): string => count.toLocaleString('en-GB');
