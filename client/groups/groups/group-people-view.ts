import { html, nothing, type TemplateResult } from 'lit';
import type { GroupPerson } from '../../../src/groups/groups/group-contract.ts';
import type { GroupState, GroupViewer } from '../../../src/groups/groups/group-page-contract.ts';
import { ROLE_WORDS } from '../../../src/groups/groups/group-words.ts';
import { shortDay } from '../../kernel/format.ts';
import { dayOf } from '../../../src/kernel/day-contract.ts';

/** Who is in the group, who is invited, and what can be done about either. */
export function peopleSection(state: GroupState, viewer: GroupViewer): TemplateResult {
  const { group, people, invitations } = state;
  return html`
    <section aria-labelledby="people-heading">
      <h2 id="people-heading">People</h2>
      <ul class="rows">${people.map((person) => personRow(person, group.id, viewer))}</ul>
      ${
        invitations.length > 0 && viewer.may.readDocuments
          ? html`<h3>Invited</h3><ul class="rows">${invitations.map(
              (invitation) => html`<li class="row">
        <div><strong>${invitation.email}</strong> <span class="hint">to be ${ROLE_WORDS[invitation.role]}, until ${shortDay(dayOf(invitation.expiresAt))}</span></div>
        ${viewer.may.invite ? html`<form method="post" action="/groups/${group.id}/invitations/${invitation.id}/withdraw"><button class="button button--quiet button--small" type="submit">Withdraw<span class="visually-hidden"> the invitation to ${invitation.email}</span></button></form>` : nothing}
      </li>`,
            )}</ul>`
          : nothing
      }
      ${
        viewer.may.invite
          ? html`<p class="actions">
        <a class="button button--quiet" href="/groups/${group.id}/invite">Invite somebody</a>
        ${viewer.may.handOver && people.length > 1 ? html`<a href="/groups/${group.id}/lead">Hand over the lead</a>` : nothing}
      </p>`
          : nothing
      }
      ${leaving(state, viewer)}
    </section>
  `;
}

function personRow(person: GroupPerson, groupId: string, viewer: GroupViewer): TemplateResult {
  const me = person.personId === viewer.personId;
  const mayEnd =
    !me &&
    viewer.may.invite &&
    person.role !== 'group_lead' &&
    (viewer.role === 'group_lead' || person.role === 'group_member');
  const name = person.name || 'Somebody without a name yet';
  return html`<li class="row">
    <div><strong>${name}</strong>${me ? ' (you)' : ''} <span class="role">${ROLE_WORDS[person.role]}</span>
      ${viewer.may.readDocuments ? html`<span class="hint row__more">${person.email ?? 'no e-mail address: we write letters'}</span>` : nothing}</div>
    ${
      mayEnd
        ? html`<details class="confirm"><summary>End their part<span class="visually-hidden"> (${name})</span></summary>
      <form method="post" action="/groups/${groupId}/people/${person.personId}/end"><p>${name} will no longer see the group. We tell them by mail.</p><button class="button button--small" type="submit">End the part of ${name}</button></form></details>`
        : nothing
    }
  </li>`;
}

/** Everybody may leave but the lead, who hands over first, or closes the group. */
function leaving({ group, people }: GroupState, { role }: GroupViewer): TemplateResult | typeof nothing {
  if (role === null) return nothing;
  if (role === 'group_lead')
    return html`<p class="note">${people.length > 1 ? 'You lead the group. To leave it, hand over the lead first.' : 'You are the only one here. Invite somebody, and you can hand over the lead to them.'} If the group no longer meets, <a href="/groups/${group.id}/close">close it</a>.</p>`;
  return html`<details class="confirm"><summary>Leave this group</summary>
    <form method="post" action="/groups/${group.id}/leave"><p>You will no longer see the group. Somebody in it can invite you again.</p><button class="button button--small" type="submit">Leave the group</button></form></details>`;
}
