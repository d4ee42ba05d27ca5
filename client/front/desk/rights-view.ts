import { html, nothing, type TemplateResult } from 'lit';
import { GIVEN_ROLES, type ShownRight } from '../../../src/front/desk/rights-contract.ts';
import { ROLES } from '../../../src/ground/people/role-contract.ts';
import { field, type FormState, selectField } from '../../kernel/form-fields.ts';
import { shortDay } from '../../kernel/format.ts';
import { mistakesView } from '../../kernel/mistakes-view.ts';

export type RightsViewData = {
  area: { slug: string; name: string };
  rights: readonly ShownRight[];
  owners: readonly { id: string; name: string }[];
  form: FormState;
  may: { give: boolean };
  /** Whose page this is. */
  me: string;
  done: string | null;
};

const DONE: Record<string, string> = {
  given: 'Given. A mail tells them what they may do and how to sign in.',
  ended: 'Ended: it does not hold any more.',
};

/** Who may do what in an area, person by person; and the form to give somebody a right. */
export function rightsView({ area, rights, owners, form, may, me, done }: RightsViewData): TemplateResult {
  const people = [...new Set(rights.map(({ personId }) => personId))];
  return html`
    <div class="wrap desk-page">
      <nav class="crumbs" aria-label="Where you are"><a href="/desk?area=${area.slug}">Desk of ${area.name}</a></nav>
      <h1>People and rights</h1>
      ${done && DONE[done] ? html`<p class="done" role="status">${DONE[done]}</p>` : nothing} ${mistakesView(form.mistakes)}
      <p class="lead">Who may do what in ${area.name}, for its owners and its places. <a href="/who-may-do-what">What each role may do</a></p>
      <div class="rights">
        <section>
          <h2>Who holds what</h2>
          ${
            people.length === 0
              ? html`<p>Nobody holds a right here yet.</p>`
              : html`<ul class="plain-list desk-lines">${people.map((id) =>
                  personPart(
                    area.slug,
                    rights.filter(({ personId }) => personId === id),
                    may.give,
                    id === me,
                  ),
                )}</ul>`
          }
        </section>
        ${may.give ? giveForm(area, owners, form) : nothing}
      </div>
    </div>
  `;
}

function personPart(slug: string, held: readonly ShownRight[], mayEnd: boolean, isMe: boolean): TemplateResult {
  const [person] = held;
  const name = person?.name || person?.email || 'Somebody without a name';
  return html`<li>
    <strong>${name}</strong>${isMe ? ' (you)' : ''}${person?.name && person.email ? html` <span class="hint">${person.email}</span>` : nothing}
    <ul class="held">${held.map(
      ({ id, role, on, endsOn, over }) => html`<li>
      <span>${ROLES[role].words} for ${on}${endsOn ? (over ? html` – <em>until ${shortDay(endsOn)}, so no longer</em>` : `, until ${shortDay(endsOn)}`) : ''}</span>
      ${mayEnd ? html`<form method="post" action="/desk/people/rights/${id}/end?area=${slug}"><details class="confirm"><summary>End it<span class="visually-hidden">: ${name}, ${ROLES[role].words}, ${on}</span></summary><p>${name} may do nothing more with it from this moment on.</p><button class="button button--small" type="submit">End this right</button></details></form>` : nothing}
    </li>`,
    )}</ul>
  </li>`;
}

function giveForm(area: RightsViewData['area'], owners: RightsViewData['owners'], form: FormState): TemplateResult {
  const things = [
    { value: 'area', label: `${area.name} itself` },
    ...owners.map(({ id, name }) => ({ value: `owner:${id}`, label: `All places of ${name}` })),
    { value: 'asset', label: 'One place' },
    { value: 'space', label: 'One room of a place' },
  ];
  return html`<section class="panel">
    <h2>Give somebody a right</h2>
    <form method="post" action="/desk/people?area=${area.slug}" novalidate>
      ${field(form, 'email', 'E-mail address', { type: 'email', hint: 'We make an account if there is none, and write to them.' })}
      ${field(form, 'name', 'Name', { hint: 'Only when they have no account yet', optional: true })}
      ${selectField(form, 'role', 'Role', [{ value: '', label: 'Choose' }, ...GIVEN_ROLES.map((value) => ({ value, label: `${ROLES[value].words} (for ${ROLES[value].on.join(' or ')})` }))])}
      ${selectField(form, 'on', 'For what?', things)}
      ${field(form, 'asset', 'Reference of the place', { hint: 'Only when it is for one place, or for a room of it' })}
      ${field(form, 'room', 'Name of the room', { hint: 'Only when it is for one room' })}
      ${field(form, 'ends_on', 'Last day', { type: 'date', hint: 'Empty: until somebody ends it', optional: true })}
      <button class="button" type="submit">Give the right</button>
    </form>
  </section>`;
}
