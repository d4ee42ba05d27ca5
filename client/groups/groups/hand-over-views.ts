import { html, type TemplateResult } from 'lit';
import type { GroupPerson } from '../../../src/groups/groups/group-contract.ts';
import { ROLE_WORDS } from '../../../src/groups/groups/group-words.ts';
import { selectField, type FormState } from '../../kernel/form-fields.ts';
import { mistakesView } from '../../kernel/mistakes-view.ts';
import { leadPart } from './group-form-view.ts';
import type { Named } from './membership-views.ts';

/** The lead's page for handing over. */
export function handOverView(
  form: FormState,
  group: Named,
  others: readonly GroupPerson[],
  asked: string | null,
): TemplateResult {
  return html`
    <div class="wrap narrow">
      <p class="crumbs"><a href="/groups/${group.id}">${group.name}</a></p>
      <h1>Hand over the lead</h1>
      ${mistakesView(form.mistakes)}
      ${
        asked !== null
          ? html`<p class="lead">You have asked ${asked || 'somebody'}. The lead stays with you until they accept.</p>
            <form class="group-form" method="post" action="/groups/${group.id}/lead/withdraw"><button class="button button--quiet" type="submit">Take it back</button></form>`
          : html`<p class="lead">Choose an adult who is in the group. We ask them, and the lead stays with you until they accept. After that you are a member.</p>
            ${
              others.length === 0
                ? html`<p>There is nobody else in the group yet. <a href="/groups/${group.id}/invite">Invite somebody first</a>.</p>`
                : html`<form class="group-form" method="post" action="/groups/${group.id}/lead" novalidate>
                  ${selectField(form, 'person', 'Who is to lead?', [{ value: '', label: 'Choose somebody' }, ...others.map(({ personId, name, role }) => ({ value: personId, label: `${name || 'Somebody without a name yet'} (${ROLE_WORDS[role]})` }))])}
                  <button class="button" type="submit">Ask them</button>
                </form>`
            }`
      }
    </div>
  `;
}

/** The page of the one who was asked to lead. */
export function takeOverView(form: FormState, group: Named, by: string): TemplateResult {
  return html`
    <div class="wrap narrow">
      <p class="crumbs"><a href="/groups/${group.id}">${group.name}</a></p>
      <h1>${by || 'The lead'} asks you to lead ${group.name}</h1>
      ${mistakesView(form.mistakes)}
      <form class="group-form" method="post" action="/groups/${group.id}/lead/accept" novalidate>
        ${leadPart(form, 'What a lead signs for', 'If you accept:', 'I am 18 or over.', 'I have read this, and I agree to lead the group.')}
        <button class="button" type="submit">Accept the lead</button>
      </form>
      <form class="group-form" method="post" action="/groups/${group.id}/lead/decline"><p>Not for you? Say so, and nothing changes.</p><button class="button button--quiet" type="submit">No, thank you</button></form>
    </div>
  `;
}
