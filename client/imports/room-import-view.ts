import { html, nothing, type TemplateResult } from 'lit';
import { ROOM_TARGETS, type RoomImport, type RoomOutcome, type RoomReport } from '../../src/imports/room-import-contract.ts';
import { OUTCOME_WORDS, ROOM_TARGET_WORDS } from '../../src/imports/room-import-words.ts';
import { checkField, field, selectField, type FormState } from '../kernel/form-fields.ts';
import { counted, listed } from '../kernel/format.ts';
import { mistakesView } from '../kernel/mistakes-view.ts';

type Whose = { area: { slug: string; name: string }; owner: { id: string; name: string } | null; desk: boolean };

const crumbs = ({ area, owner, desk }: Whose): TemplateResult => html`<nav class="crumbs" aria-label="Where you are">${desk ? html`<a href="/desk?area=${area.slug}">Desk of ${area.name}</a>` : owner ? html`<a href="/owners/${owner.id}">${owner.name}</a>` : nothing}</nav>`;

/** First step: whose rooms, and the file. */
export function roomImportStartView({ owners, form, ...whose }: Whose & { owners: readonly { id: string; name: string }[]; form: FormState }): TemplateResult {
  const { area, owner } = whose;
  return html`<div class="wrap narrow desk-page">
    ${crumbs(whose)}
    <h1>Import a list of rooms</h1>
    ${mistakesView(form.mistakes)}
    <p class="lead">Bring in rooms with their buildings, capacities and prices. First you see what would happen; nothing changes until you say so.</p>
    <form method="post" action=${owner ? `/desk/import-rooms?owner=${owner.id}` : `/desk/import-rooms?area=${area.slug}`} enctype="multipart/form-data" novalidate>
      ${owner
        ? nothing
        : html`${selectField(form, 'owner', 'Whose rooms are they?', [{ value: '', label: 'A new owner' }, ...owners.map(({ id, name }) => ({ value: id, label: name }))])} ${field(form, 'owner_name', 'Name of the new owner', { hint: 'Only when the owner is not in the list above' })}`}
      ${field(form, 'file', 'File', { type: 'file', accept: '.csv,.txt,.tsv,text/csv', hint: 'CSV with one room a line, up to 500 rooms. Save a spreadsheet as “CSV UTF-8” first. Names and telephone numbers of people in it are not stored.' })}
      <button class="button" type="submit">Upload</button>
    </form>
  </div>`;
}

/** Second step: what the columns hold, and what would happen; at the end, what happened. */
export function roomImportView({ one, form, ...whose }: Whose & { one: RoomImport; form: FormState }): TemplateResult {
  return html`<div class="wrap desk-page">
    ${crumbs(whose)}
    <h1>Rooms from ${one.fileName}</h1>
    <p class="lead">Rooms of ${one.ownerName} in ${whose.area.name}.</p>
    ${mistakesView(form.mistakes)}
    ${one.state === 'applied' ? html`<p class="done" role="status">Done: the rooms are in the register.</p>${one.ownerId ? html`<p><a class="button" href="/owners/${one.ownerId}">See all places of this owner</a></p>` : nothing}` : nothing}
    ${one.report && (one.state === 'applied' || form.mistakes.length === 0) ? reportPart(one.report) : nothing}
    ${one.state === 'checked' && one.report && form.mistakes.every(({ field: name }) => name === 'confirm') ? applyPart(one, form) : nothing}
    ${one.state === 'applied' ? nothing : html`${one.state === 'checked' && form.mistakes.length === 0 ? html`<details class="more edit-part"><summary>Change what the columns hold, and look again</summary>${mappingPart(one, form)}</details>` : mappingPart(one, form)}
      <form method="post" action="/desk/import-rooms/${one.id}/discard" class="import-discard"><button class="button button--quiet button--small" type="submit">Throw this list away</button></form>`}
  </div>`;
}

function mappingPart({ id, file, options }: RoomImport, form: FormState): TemplateResult {
  if (!file) return html``;
  const holds = (at: number): string => Object.entries(options.columns).find(([, place]) => place === at)?.[0] ?? 'ignore';
  const values = { room: options.room, open: options.open, ...Object.fromEntries(file.header.map((_, at) => [`column_${at + 1}`, holds(at)])), ...form.values };
  const choices = [...ROOM_TARGETS].map((value) => ({ value, label: ROOM_TARGET_WORDS[value] }));
  return html`<form method="post" action="/desk/import-rooms/${id}/check" novalidate class="edit-part">
    <h2>What the columns hold</h2>
    <ul class="mapping__columns">${file.header.map((name, at) => html`<li class="mapping__column">
      ${selectField({ ...form, values }, `column_${at + 1}`, name || `Column ${at + 1}`, choices)}
      <p class="mapping__cells" aria-label="The first cells">${examples(file, at).map((cell) => html`<span class="code">${cell}</span>`)}</p>
    </li>`)}</ul>
    ${field({ ...form, values }, 'room', 'What is the room called where no column says it?', { hint: 'For instance “Main hall”', optional: true })}
    ${field({ ...form, values }, 'open', 'Opening hours for rooms that have none', { hint: 'For instance “Mon-Fri 09:00-21:00; Sat 10:00-16:00”. The owner decides about each wish. Words about availability in the list are kept as a note, never turned into hours.', optional: true })}
    <button class="button" type="submit">Show what would happen</button>
  </form>`;
}

const examples = ({ rows }: NonNullable<RoomImport['file']>, at: number): string[] =>
  [...new Set(rows.map(({ cells }) => (cells[at] ?? '').trim()).filter((cell) => cell !== ''))].slice(0, 3).map((cell) => (cell.length > 40 ? `${cell.slice(0, 39)}…` : cell));

function applyPart({ id, report }: RoomImport, form: FormState): TemplateResult {
  const { added = 0, changed = 0 } = report?.counts ?? {};
  if (added + changed === 0) return html`<p class="done">The register says the same as the list: there is nothing to bring in.</p>`;
  return html`<form method="post" action="/desk/import-rooms/${id}/apply" novalidate class="panel decision">
    <h2>Bring it in</h2>
    <p>${counted(added, 'new room')}, ${counted(changed, 'changed room')}, ${counted(report?.buildings.added.length ?? 0, 'new building')}. All of it, or nothing if something goes wrong.</p>
    ${checkField(form, 'confirm', 'Yes, change the register like this')}
    <button class="button" type="submit">Bring it in</button>
  </form>`;
}

function reportPart({ applied, buildings, counts, rooms }: RoomReport): TemplateResult {
  const lacking = (what: string): RoomOutcome[] => rooms.filter(({ missing }) => missing.includes(what));
  const toLookAt = rooms.filter(({ what, notes }) => what === 'rejected' || notes.length > 0);
  return html`<section class="edit-part">
      <h2>${applied ? 'What happened' : 'What would happen'}</h2>
      <dl class="import-counts">${Object.entries(counts).map(([what, count]) => html`<div class="import-count"><dt>rooms ${OUTCOME_WORDS[what as RoomOutcome['what']]}</dt><dd>${count}</dd></div>`)}
        <div class="import-count"><dt>new buildings</dt><dd>${buildings.added.length}</dd></div><div class="import-count"><dt>buildings known already</dt><dd>${buildings.found.length}</dd></div></dl>
      ${lacking('opening hours').length > 0 ? html`<p class="note note--old"><strong>${counted(lacking('opening hours').length, 'room has', 'rooms have')} no opening hours.</strong> Nobody can ask for them until somebody says when they are open: on each room’s page, or for all of them at once below.</p>` : nothing}
    </section>
    ${toLookAt.length > 0 ? html`<section class="edit-part"><h2>Lines to look at</h2><ul class="plain-list desk-lines">${toLookAt.map(({ line, building, room, what, notes }) => html`<li><strong>Line ${line}${what === 'rejected' ? ', not taken' : ''}:</strong> ${[building, room].filter((part) => part !== '').join(', ')}<br />${notes.join(' ')}</li>`)}</ul></section>` : nothing}
    <section class="edit-part"><h2>Every room</h2>
      <div class="table-scroll" tabindex="0" role="group" aria-label="Every room"><table>
        <thead><tr><th scope="col">Room</th><th scope="col">Building</th><th scope="col">What</th><th scope="col">Not known</th></tr></thead>
        <tbody>${rooms.filter(({ what }) => what !== 'rejected').map(({ room, building, what, changes, missing }) => html`<tr><th scope="row">${room}</th><td>${building}</td><td>${OUTCOME_WORDS[what]}${changes.length > 0 ? `: ${listed(changes)}` : ''}</td><td>${missing.join(', ')}</td></tr>`)}</tbody>
      </table></div>
    </section>`;
}
