import { html, nothing, type TemplateResult } from 'lit';
import type { GroupPerson } from '../../../src/groups/groups/group-contract.ts';
import type { InvitedRole } from '../../../src/groups/groups/membership-contract.ts';
import { DEPUTY_DOES, ROLE_WORDS } from '../../../src/groups/groups/group-words.ts';
import { checkField, field, radioField, selectField, type FormState } from '../../kernel/form-fields.ts';
import { shortDay } from '../../kernel/format.ts';
import { mistakesView } from '../../kernel/mistakes-view.ts';
import { leadPart } from './group-form-view.ts';
import { dayOf } from '../../../src/kernel/day-contract.ts';

type Named = { id: string; name: string };

export function inviteView(form: FormState, group: Named, shownName: string): TemplateResult {
  return html`
    <div class="wrap narrow">
      <p class="crumbs"><a href="/groups/${group.id}">${group.name}</a></p>
      <h1>Invite somebody</h1>
      ${mistakesView(form.mistakes)}
      <p class="lead">We send them a mail with a link. It names you and “${shownName}”, and works for 14 days.</p>
      <form class="group-form" method="post" action="/groups/${group.id}/invitations" novalidate>
        ${field(form, 'email', 'Their e-mail address', { type: 'email' })}
        ${radioField(form, 'role', 'What do you ask them to be?', [
          { value: 'group_deputy', label: 'Deputy', hint: DEPUTY_DOES },
          { value: 'group_member', label: 'Member', hint: 'Sees what the group does here.' },
        ])}
        <button class="button" type="submit">Send the invitation</button>
      </form>
    </div>
  `;
}

export type InvitationData = {
  key: string;
  group: string;
  by: string;
  role: InvitedRole;
  until: string;
  signedIn: { name: string; email: string | null } | null;
};

/** Where the link in the mail leads: nothing happens until the button is pressed. */
export function invitationView(
  { key, group, by, role, until, signedIn }: InvitationData,
  form: FormState,
): TemplateResult {
  return html`
    <div class="wrap narrow">
      <h1>${by} asks you to be a ${ROLE_WORDS[role]} of ${group}</h1>
      ${mistakesView(form.mistakes)}
      <p class="lead">${role === 'group_deputy' ? DEPUTY_DOES : 'As a member you see what the group does here. You sign for nothing.'}</p>
      <p>The people in the group and the officers of the area see your name. Nobody else does. You can leave at any time. The invitation works until ${shortDay(dayOf(until))}.</p>
      ${
        signedIn
          ? html`<form class="group-form" method="post" action="/groups/join/${key}" novalidate>
            ${role === 'group_deputy' ? checkField(form, 'adult', 'I am 18 or over.') : nothing}
            <p class="hint">You are signed in as ${signedIn.name || signedIn.email}.</p>
            <button class="button" type="submit">Accept</button>
          </form><p class="note">If you do not want to, you need do nothing.</p>`
          : html`<p><a class="button" href="/sign-in?next=${encodeURIComponent(`/groups/join/${key}`)}">Sign in to accept</a></p><p class="note">You need no password: we send a code to your e-mail address. If you do not want to be in this group, you need do nothing.</p>`
      }
    </div>
  `;
}

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
