import { html, nothing, type TemplateResult } from 'lit';
import {
  ROOM_LIMITS,
  ROOM_TARGETS,
  type RoomImport,
  type RoomOutcome,
  type RoomReport,
  type RoomScreenProgress,
} from '../../../src/rooms/room-lists/room-import-contract.ts';
import { STAGE_WORDS } from '../../../src/register/imports/import-screen-words.ts';
import { OUTCOME_WORDS, ROOM_TARGET_WORDS } from '../../../src/rooms/room-lists/room-import-words.ts';
import { checkField, emptyForm, field, selectField, type FormState } from '../../kernel/form-fields.ts';
import { counted, listed } from '../../kernel/format.ts';
import { mistakesView } from '../../kernel/mistakes-view.ts';

type Whose = { area: { slug: string; name: string }; owner: { id: string; name: string } | null; desk: boolean };

const crumbs = ({ area, owner, desk }: Whose): TemplateResult =>
  html`<nav class="crumbs" aria-label="Where you are">${desk ? html`<a href="/desk?area=${area.slug}">Desk of ${area.name}</a>` : owner ? html`<a href="/owners/${owner.id}">${owner.name}</a>` : nothing}</nav>`;

/** First step: whose rooms, and the file. */
export function roomImportStartView({
  owners,
  form,
  ...whose
}: Whose & { owners: readonly { id: string; name: string }[]; form: FormState }): TemplateResult {
  const { area, owner } = whose;
  return html`<div class="wrap narrow desk-page">
    ${crumbs(whose)}
    <h1>Import a list of rooms</h1>
    ${mistakesView(form.mistakes)}
    <p class="lead">Bring in rooms with their buildings, capacities and prices. First you see what would happen; nothing changes until you say so.</p>
    <form method="post" action=${owner ? `/desk/import-rooms?owner=${owner.id}` : `/desk/import-rooms?area=${area.slug}`} enctype="multipart/form-data" novalidate>
      ${
        owner
          ? nothing
          : html`${selectField(form, 'owner', 'Whose rooms are they?', [{ value: '', label: 'A new owner' }, ...owners.map(({ id, name }) => ({ value: id, label: name }))])} ${field(form, 'owner_name', 'Name of the new owner', { hint: 'Only when the owner is not in the list above' })}`
      }
      ${field(form, 'file', 'File', { type: 'file', mostBytes: ROOM_LIMITS.fileBytes, accept: '.csv,.txt,.tsv,text/csv', hint: `CSV with one room a line, up to ${ROOM_LIMITS.rooms.toLocaleString('en-GB')} rooms and ${ROOM_LIMITS.fileBytes / 1024 / 1024} MB. Save a spreadsheet as “CSV UTF-8” first. Names and telephone numbers of people in it are not stored.` })}
      <button class="button" type="submit">Upload</button>
    </form>
  </div>`;
}

type ListData = Whose & { one: RoomImport; progress: RoomScreenProgress; form: FormState };

/** A list of rooms: what to do next depends on where it stands. */
export function roomImportView(data: ListData): TemplateResult {
  const { one, progress, form, ...whose } = data;
  const isWorkedOn = (one.state === 'checking' || one.state === 'applying') && !progress.stopped;
  return html`<div class="wrap desk-page">
    ${crumbs(whose)}
    <h1>Rooms from ${one.fileName}</h1>
    <p class="lead">Rooms of ${one.ownerName} in ${whose.area.name}${one.file ? `: ${counted(one.file.count, 'line')}` : ''}.</p>
    ${mistakesView(form.mistakes)}
    ${progress.stopped ? stopped(one) : isWorkedOn ? working(one, progress) : one.state === 'applied' ? applied(one) : prepared(one, form)}
    ${one.state === 'applied' || isWorkedOn ? nothing : html`<form method="post" action="/desk/import-rooms/${one.id}/discard" class="import-discard"><button class="button button--quiet button--small" type="submit">Throw this list away</button></form>`}
  </div>`;
}

function working({ id, state }: RoomImport, { stage, percent }: RoomScreenProgress): TemplateResult {
  return html`<import-progress src="/api/room-imports/${id}/progress" state=${state}>
    <h2>${state === 'checking' ? 'Looking through the list' : 'Bringing in the rooms'}</h2>
    <p><progress max="100" value=${percent} aria-label="How far it is"></progress></p>
    <p role="status" class="import-progress__words">${stage ? `${STAGE_WORDS[stage]}: ${percent} %` : 'Just begun'}</p>
    <p>You can leave this page and come back: the work goes on. <a href="/desk/import-rooms/${id}">Refresh</a></p>
  </import-progress>`;
}

/** A process that was killed left it behind: nothing of it was stored. */
function stopped(one: RoomImport): TemplateResult {
  return html`<section class="note note--old"><h2>It was stopped</h2>
      <p>The computer that was at work on it was stopped. ${one.state === 'applying' ? 'Nothing of the list is in the register: it is stored whole or not at all.' : 'Nothing was changed.'}</p>
      ${one.state === 'applying' ? html`<form method="post" action="/desk/import-rooms/${one.id}/apply"><input type="hidden" name="confirm" value="yes" /><button class="button" type="submit">Start again</button></form>` : nothing}
    </section>
    ${one.state === 'checking' ? mappingPart(one, emptyForm) : nothing}`;
}

function applied(one: RoomImport): TemplateResult {
  return html`<p class="done" role="status">Done: the rooms are in the register.</p>
    ${one.ownerId ? html`<p><a class="button" href="/owners/${one.ownerId}">See all places of this owner</a></p>` : nothing}
    ${one.report ? reportPart(one.report) : nothing}`;
}

/** What the columns hold, and what would happen. */
function prepared(one: RoomImport, form: FormState): TemplateResult {
  const isRight = form.mistakes.length === 0;
  return html`
    ${one.state === 'failed' ? html`<div class="mistakes" role="alert"><h2>It did not work</h2><p>${one.problem}</p></div>` : nothing}
    ${one.report && isRight ? reportPart(one.report) : nothing}
    ${one.state === 'checked' && one.report && form.mistakes.every(({ field: name }) => name === 'confirm') ? applyPart(one, form) : nothing}
    ${one.state === 'checked' && isRight ? html`<details class="more edit-part"><summary>Change what the columns hold, and look again</summary>${mappingPart(one, form)}</details>` : mappingPart(one, form)}`;
}

function mappingPart({ id, file, options }: RoomImport, form: FormState): TemplateResult {
  if (!file) return html``;
  const holds = (at: number): string =>
    Object.entries(options.columns).find(([, place]) => place === at)?.[0] ?? 'ignore';
  const values = {
    room: options.room,
    open: options.open,
    ...Object.fromEntries(file.header.map((_, at) => [`column_${at + 1}`, holds(at)])),
    ...form.values,
  };
  const choices = [...ROOM_TARGETS].map((value) => ({ value, label: ROOM_TARGET_WORDS[value] }));
  return html`<form method="post" action="/desk/import-rooms/${id}/check" novalidate class="edit-part">
    <h2>What the columns hold</h2>
    <ul class="mapping__columns">${file.header.map(
      (name, at) => html`<li class="mapping__column">
      ${selectField({ ...form, values }, `column_${at + 1}`, name || `Column ${at + 1}`, choices)}
      <p class="mapping__cells" aria-label="The first cells">${(file.examples[at] ?? []).map((cell) => html`<span class="code">${cell}</span>`)}</p>
    </li>`,
    )}</ul>
    ${field({ ...form, values }, 'room', 'What is the room called where no column says it?', { hint: 'For instance “Main hall”', optional: true })}
    ${field({ ...form, values }, 'open', 'Opening hours for rooms that have none', { hint: 'For instance “Mon-Fri 09:00-21:00; Sat 10:00-16:00”. The owner decides about each wish. Words about availability in the list are kept as a note, never turned into hours.', optional: true })}
    <button class="button" type="submit">Show what would happen</button>
  </form>`;
}

function applyPart({ id, report }: RoomImport, form: FormState): TemplateResult {
  const { added = 0, changed = 0 } = report?.counts ?? {};
  if (added + changed === 0)
    return html`<p class="done">The register says the same as the list: there is nothing to bring in.</p>`;
  return html`<form method="post" action="/desk/import-rooms/${id}/apply" novalidate class="panel decision">
    <h2>Bring it in</h2>
    <p>${counted(added, 'new room')}, ${counted(changed, 'changed room')}, ${counted(report?.buildings.added ?? 0, 'new building')}. All of it, or nothing if something goes wrong.</p>
    ${checkField(form, 'confirm', 'Yes, change the register like this')}
    <button class="button" type="submit">Bring it in</button>
  </form>`;
}

function reportPart({ applied, buildings, counts, notLet, missing, rooms, notShown }: RoomReport): TemplateResult {
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

const whole = (count: number): string => count.toLocaleString('en-GB');
