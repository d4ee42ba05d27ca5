import { html, type TemplateResult } from 'lit';
import { ROOM_TARGETS, type RoomImport } from '../../../src/rooms/room-lists/room-import-contract.ts';
import { ROOM_TARGET_WORDS } from '../../../src/rooms/room-lists/room-import-words.ts';
import { field, selectField, type FormState } from '../../kernel/form-fields.ts';

/** Which column of the list means what, to be put right. */
export function mappingPart({ id, file, options }: RoomImport, form: FormState): TemplateResult {
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
