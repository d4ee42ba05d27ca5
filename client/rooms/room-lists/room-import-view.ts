import { html, nothing, type TemplateResult } from 'lit';
import { STAGE_WORDS } from '../../../src/register/imports/import-screen-words.ts';
import type { RoomImport, RoomScreenProgress } from '../../../src/rooms/room-lists/room-import-contract.ts';
import { checkField, emptyForm, type FormState } from '../../kernel/form-fields.ts';
import { counted } from '../../kernel/format.ts';
import { mistakesView } from '../../kernel/mistakes-view.ts';
import { mappingPart } from './room-import-mapping-part.ts';
import { applied, reportPart } from './room-import-report-part.ts';

export type Whose = { area: { slug: string; name: string }; owner: { id: string; name: string } | null; desk: boolean };

export const crumbs = ({ area, owner, desk }: Whose): TemplateResult =>
  html`<nav class="crumbs" aria-label="Where you are">${desk ? html`<a href="/desk?area=${area.slug}">Desk of ${area.name}</a>` : owner ? html`<a href="/owners/${owner.id}">${owner.name}</a>` : nothing}</nav>`;

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

/** What the columns hold, and what would happen. */
function prepared(one: RoomImport, form: FormState): TemplateResult {
  const isRight = form.mistakes.length === 0;
  return html`
    ${one.state === 'failed' ? html`<div class="mistakes" role="alert"><h2>It did not work</h2><p>${one.problem}</p></div>` : nothing}
    ${one.report && isRight ? reportPart(one.report) : nothing}
    ${one.state === 'checked' && one.report && form.mistakes.every(({ field: name }) => name === 'confirm') ? applyPart(one, form) : nothing}
    ${one.state === 'checked' && isRight ? html`<details class="more edit-part"><summary>Change what the columns hold, and look again</summary>${mappingPart(one, form)}</details>` : mappingPart(one, form)}`;
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
