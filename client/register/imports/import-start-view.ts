import { html, nothing, type TemplateResult } from 'lit';
import { field, type FormState, selectField } from '../../kernel/form-fields.ts';
import { shortDay } from '../../kernel/format.ts';
import { MOST_SCREEN_BYTES } from '../../../src/register/imports/import-screen-contract.ts';
import { mistakesView } from '../../kernel/mistakes-view.ts';
import { dayOf } from '../../../src/kernel/day-contract.ts';

export type ImportStartData = {
  area: { slug: string; name: string };
  /** The one owner whose representative this is; null for officers, who choose. */
  owner: { id: string; name: string } | null;
  owners: readonly { id: string; name: string }[];
  open: readonly { id: string; fileName: string; owner: string; changedAt: string }[];
  form: FormState;
  desk: boolean;
};

/** First step of an import: whose list, and the file. */
export function importStartView({ area, owner, owners, open, form, desk }: ImportStartData): TemplateResult {
  return html`
    <div class="wrap narrow desk-page">
      <nav class="crumbs" aria-label="Where you are">${desk ? html`<a href="/desk?area=${area.slug}">Desk of ${area.name}</a>` : owner ? html`<a href="/owners/${owner.id}">${owner.name}</a>` : nothing}</nav>
      <h1>Import a list</h1>
      ${mistakesView(form.mistakes)}
      <p class="lead">Bring in a list of land and buildings${owner ? ` of ${owner.name}` : ''}. First you see what would happen; nothing changes until you say so.</p>
      <p>Is it a list of rooms, with prices or how many people fit? <a href=${owner ? `/desk/import-rooms?owner=${owner.id}` : `/desk/import-rooms?area=${area.slug}`}>Import rooms</a> instead.</p>
      ${
        open.length > 0
          ? html`<section class="desk-card"><h2>Not finished</h2><ul class="plain-list desk-lines">${open.map((one) => html`<li><a href="/desk/import/${one.id}">${one.fileName}</a><span class="hint"> for ${one.owner}, ${shortDay(dayOf(one.changedAt))}</span></li>`)}</ul></section>`
          : nothing
      }
      <form method="post" action=${owner ? `/desk/import?owner=${owner.id}` : `/desk/import?area=${area.slug}`} enctype="multipart/form-data" novalidate>
        ${
          owner
            ? nothing
            : html`${selectField(form, 'owner', 'Whose list is it?', [{ value: '', label: 'A new owner' }, ...owners.map(({ id, name }) => ({ value: id, label: name }))])}
              ${field(form, 'owner_name', 'Name of the new owner', { hint: 'Only when the owner is not in the list above' })}`
        }
        ${field(form, 'file', 'File', { type: 'file', mostBytes: MOST_SCREEN_BYTES, accept: '.csv,.txt,.tsv,.json,.geojson,text/csv,application/geo+json', hint: 'CSV or GeoJSON, up to 100 MB. Save a spreadsheet as “CSV UTF-8” first. Names, telephone numbers and e-mail addresses of people in it are not stored.' })}
        <details class="more" ?open=${form.mistakes.some((mistake) => mistake.field === 'list')}><summary>This owner has several lists</summary>
          ${field(form, 'list', 'Name of this list', { hint: 'For instance “schools”. Places that are missing from a list are taken off the register only if the same list brought them.', optional: true })}
        </details>
        <button class="button" type="submit">Upload</button>
      </form>
    </div>
  `;
}
