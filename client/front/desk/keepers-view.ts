import { html, nothing, type TemplateResult } from 'lit';
import { KEEPER_ROLES, type ShownRight } from '../../../src/front/desk/rights-contract.ts';
import { ROLES } from '../../../src/ground/people/role-contract.ts';
import type { BuildingFrame } from '../../../src/rooms/running/running-contract.ts';
import { field, type FormState, radioField, selectField } from '../../kernel/form-fields.ts';
import { shortDay } from '../../kernel/format.ts';
import { mistakesView } from '../../kernel/mistakes-view.ts';
import { buildingHead } from '../../rooms/running/building-frame-part.ts';

export type KeepersViewData = {
  frame: BuildingFrame;
  rights: readonly ShownRight[];
  rooms: readonly { id: string; name: string }[];
  form: FormState;
  me: string;
  done: string | null;
};

/** Who opens a building, and who looks in without changing anything. */
export function keepersView({ frame, rights, rooms, form, me, done }: KeepersViewData): TemplateResult {
  const base = `/desk/buildings/${frame.building.id}/keepers`;
  const values = { role: 'caretaker', on: 'building', ...form.values };
  return html`<div class="wrap desk-page">
    ${buildingHead(frame, 'keepers', `Caretakers of ${frame.building.name}`)}
    ${done ? html`<p class="done" role="status">${done}</p>` : nothing} ${mistakesView(form.mistakes)}
    <div class="rights">
      <section>
        <h2>Who looks after it</h2>
        ${rights.length === 0 ? html`<p>Nobody has a right on this building alone yet. Those who answer for the owner, and officers, see it anyway.</p>` : html`<ul class="plain-list desk-lines">${rights.map((right) => rightLine(base, right, me))}</ul>`}
        <p><a href="/who-may-do-what">What each role may do</a></p>
      </section>
      <section class="panel">
        <h2>Add somebody</h2>
        <form method="post" action=${base} novalidate>
          ${field(form, 'email', 'E-mail address', { type: 'email', hint: 'We make an account if there is none, and write to them.' })}
          ${field(form, 'name', 'Name', { hint: 'Only when they have no account yet', optional: true })}
          ${radioField(
            { ...form, values },
            'role',
            'As what?',
            KEEPER_ROLES.map((value) => ({ value, label: ROLES[value].words, hint: MEANINGS[value] })),
          )}
          ${selectField({ ...form, values }, 'on', 'For what?', [{ value: 'building', label: 'The whole building' }, ...rooms.map(({ id, name }) => ({ value: id, label: name }))])}
          ${field(form, 'ends_on', 'Last day', { type: 'date', hint: 'Empty: until somebody ends it', optional: true })}
          <button class="button" type="submit">Add them</button>
        </form>
      </section>
    </div>
  </div>`;
}

const MEANINGS: Record<(typeof KEEPER_ROLES)[number], string> = {
  caretaker: 'opens and closes: sees tonight’s list, keys and alarm, and says who came',
  viewer: 'sees the calendar and tonight’s list, and changes nothing',
};

function rightLine(
  base: string,
  { id, personId, name, email, role, on, endsOn, over }: ShownRight,
  me: string,
): TemplateResult {
  const who = name || email || 'Somebody without a name';
  const mayEnd = KEEPER_ROLES.some((one) => one === role);
  return html`<li>
    <strong>${who}</strong>${personId === me ? ' (you)' : ''}${name && email ? html` <span class="hint">${email}</span>` : nothing}
    <div class="held-line"><span>${ROLES[role].words} for ${on}${endsOn ? (over ? html` – <em>until ${shortDay(endsOn)}, so no longer</em>` : `, until ${shortDay(endsOn)}`) : ''}</span>
      ${mayEnd ? html`<form method="post" action="${base}/${id}/end"><details class="confirm"><summary>End it<span class="visually-hidden">: ${who}, ${ROLES[role].words}, ${on}</span></summary><p>${who} may do nothing more with it from this moment on.</p><button class="button button--small" type="submit">End this right</button></details></form>` : html`<span class="hint">given by an administrator</span>`}</div>
  </li>`;
}
