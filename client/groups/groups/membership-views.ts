import { html, nothing, type TemplateResult } from 'lit';
import { DEPUTY_DOES, ROLE_WORDS } from '../../../src/groups/groups/group-words.ts';
import type { InvitedRole } from '../../../src/groups/groups/membership-contract.ts';
import { dayOf } from '../../../src/kernel/day-contract.ts';
import { checkField, field, radioField, type FormState } from '../../kernel/form-fields.ts';
import { shortDay } from '../../kernel/format.ts';
import { mistakesView } from '../../kernel/mistakes-view.ts';

export type Named = { id: string; name: string };

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
