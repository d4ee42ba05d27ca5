import { html, nothing, type TemplateResult } from 'lit';
import { noteOfRoom, type ArrivalForm } from '../../../src/rooms/running/arrival-contract.ts';
import type { BuildingFrame } from '../../../src/rooms/running/running-contract.ts';
import { longField, type FormState } from '../../kernel/form-fields.ts';
import { mistakesView } from '../../kernel/mistakes-view.ts';
import { buildingHead } from './building-frame-part.ts';

/** `now` is what stands there, where the form shows something else again. */
export type ArrivalViewData = {
  frame: BuildingFrame;
  rooms: ArrivalForm['rooms'];
  form: FormState;
  seen: string;
  now: ArrivalForm['values'] | null;
  done: string | null;
};

/** Keys, alarm and lights, written down for those who open the building and for nobody else. */
export function arrivalView({ frame, rooms, form, seen, now, done }: ArrivalViewData): TemplateResult {
  const part = (
    name: string,
    label: string,
    hint: string,
  ): TemplateResult => html`${longField(form, name, label, { rows: 3, optional: true, hint })}
    ${now && (now[name] ?? '') !== (form.values[name] ?? '') ? html`<p class="note lines">There now: ${now[name] || 'nothing'}</p>` : nothing}`;
  return html`<div class="wrap desk-page">
    ${buildingHead(frame, 'arrival', `Keys and alarm of ${frame.building.name}`)}
    ${done ? html`<p class="done" role="status">${done}</p>` : nothing} ${mistakesView(form.mistakes)}
    <p class="lead">How to get in: where the keys are, the alarm, the lights, whom to ring when something is wrong.</p>
    <p>Caretakers, owners’ representatives and officers read it with tonight’s list on their screens. It is in no mail, no calendar, no download and not on printed lists.</p>
    <form method="post" action="/desk/buildings/${frame.building.id}/arrival" novalidate class="arrival-form">
      <input type="hidden" name="seen" value=${seen} />
      ${part('building', 'The whole building', 'For instance “Keys: safe by the side door. Alarm: panel on the left, 30 seconds.”')}
      ${rooms.map(({ id, name }) => part(noteOfRoom(id), name, 'Only what is special about this room'))}
      <button class="button" type="submit">Save</button>
    </form>
  </div>`;
}
