import { html, nothing, type TemplateResult } from 'lit';
import { dayOf } from '../../../src/kernel/day-contract.ts';
import { heldWords } from '../../../src/register/assets/asset-edit-words.ts';
import { KIND_WORDS } from '../../../src/register/assets/asset-words.ts';
import { field, type FormState } from '../../kernel/form-fields.ts';
import { shortDay } from '../../kernel/format.ts';
import { mistakesView } from '../../kernel/mistakes-view.ts';
import type { EditViewData } from './asset-edit-data.ts';
import { SECTIONS } from './asset-edit-section-fields.ts';
import { photosPart } from './photos-part.ts';
import { stateBadge } from './state-badge-part.ts';

const DONE: Record<string, string> = {
  saved: 'Saved.',
  photo: 'The photos are saved.',
  released: 'The place is public now.',
  hidden: 'The place is hidden now.',
};

/** The true record of an asset as one form: it works as it is, and the map comes to it where scripts run. */
export function assetEditView(data: EditViewData): TemplateResult {
  const { asset, area, owner, may, shown, done, mistakes, photo } = data;
  const form: FormState = { values: data.values, mistakes };
  return html`
    <div class="wrap desk-page">
      <nav class="crumbs" aria-label="Where you are">
        ${may.desk ? html`<a href="/desk?area=${area.slug}">Desk of ${area.name}</a> › ` : may.owner ? nothing : html`<a href="/my">My page</a> › `}${may.owner ? html`<a href="/owners/${owner.id}">${owner.name}</a>` : owner.name}
      </nav>
      <h1>${asset.name}</h1>
      <p>${stateBadge(asset.state)} ${KIND_WORDS[asset.kind]}, reference <span class="code">${asset.code}</span>. <a href="/assets/${asset.id}">What the public sees</a>${may.edit ? html` · <a href="/desk/assets/${asset.id}/spaces">Rooms and spaces</a>` : nothing}${asset.kind === 'building' ? html` · <a href="/desk/buildings/${asset.id}/calendar">Calendar of its rooms</a>` : nothing}</p>
      ${done && DONE[done] ? html`<p class="done" role="status">${DONE[done]}</p>` : nothing}
      ${asset.heldBy === null ? nothing : html`<p class="note">${heldWords(asset.heldBy)} <a href="/assets/${asset.id}#ask-for">Where the proposal stands</a></p>`}
      ${releasePart(data)} ${mistakesView([...mistakes, ...photo.mistakes])} ${data.conflict ? conflictPart(data.conflict) : nothing}
      <nav class="jump" aria-label="On this page"><ul>
        ${SECTIONS.map(({ id, title }) => html`<li><a href="#${id}">${title}</a></li>`)}<li><a href="#photos">Photos</a></li><li><a href="#history">History</a></li>
      </ul></nav>
      <form method="post" action="/desk/assets/${asset.id}" novalidate class="edit-form">
        <fieldset class="bare" ?disabled=${!may.edit}>
          ${may.edit ? html`<p class="hint">Only the name, the state and the reason at the end are needed. What nobody knows stays empty.</p>` : nothing}
          <input type="hidden" name="seen" value=${data.seen} />
          ${SECTIONS.map(({ id, title, body }) => html`<section id=${id} class="edit-part"><h2>${title}</h2>${body(form, data)}</section>`)}
          ${may.edit ? savePart(form) : nothing}
        </fieldset>
      </form>
      ${photosPart({ base: `/desk/assets/${asset.id}/photos`, photos: data.photos, form: photo, mayEdit: may.edit, hidden: shown.redacted ? 'While the place is hidden, the public sees none of them.' : null, example: 'A brick hall with boarded windows' })}
      ${historyPart(data)}
    </div>
  `;
}

function savePart(form: FormState): TemplateResult {
  return html`<section class="edit-part edit-save">
    ${field(form, 'reason', 'Why do you change this?', { hint: 'Officers see this in the history. The public sees what changed, but not why.' })}
    <button class="button" type="submit">Save</button>
  </section>`;
}

function conflictPart({ by, theirs }: NonNullable<EditViewData['conflict']>): TemplateResult {
  return html`<div class="mistakes" role="alert" tabindex="-1" data-focus-first>
    <h2>${by} changed this place meanwhile</h2>
    <p>Nothing is saved yet, and nothing of yours is lost. The form below has their changes with yours on top. Look at it and save again.</p>
    <ul>${theirs.map(({ label, alsoMine }) => html`<li><strong>${label}</strong>${alsoMine ? ' – you changed it too; the form has what you typed' : ' – the form has what they wrote'}</li>`)}</ul>
  </div>`;
}

function releasePart({ asset, shown, may }: EditViewData): TemplateResult | typeof nothing {
  if (!shown.redacted && !asset.release) return nothing;
  const words = shown.redacted
    ? html`<strong>Hidden from the public.</strong> Empty buildings are shown with their postcode district only.${asset.release ? ` The release ran out on ${shortDay(asset.release.reviewOn)}.` : ''}`
    : html`<strong>Released to the public</strong> until ${asset.release ? shortDay(asset.release.reviewOn) : ''}.`;
  return html`<p class="note note--hidden">${words} ${may.release ? html`<a href="/desk/assets/${asset.id}/release">${shown.redacted ? 'Show it to the public' : 'Hide it, or change until when'}</a>` : nothing}</p>`;
}

function historyPart({ history, area }: EditViewData): TemplateResult {
  return html`<section id="history" class="edit-part"><h2>History for officers</h2>
    ${
      history.length === 0
        ? html`<p>Nothing has happened yet.</p>`
        : html`<ol class="timeline">${history.map(
            ({ at, by, text, reason }) => html`<li>
      <time datetime=${at}>${shortDay(dayOf(at, area.timeZone))}</time>${text}${by ? html` <span class="hint">${by}.</span>` : nothing}${reason ? html` <em>“${reason}”</em>` : nothing}</li>`,
          )}</ol>`
    }
  </section>`;
}
