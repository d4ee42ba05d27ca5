import { html, nothing, type TemplateResult } from 'lit';
import { ROOM_LIMITS } from '../../../src/rooms/room-lists/room-import-contract.ts';
import { field, selectField, type FormState } from '../../kernel/form-fields.ts';
import { mistakesView } from '../../kernel/mistakes-view.ts';
import { crumbs, type Whose } from './room-import-view.ts';

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
