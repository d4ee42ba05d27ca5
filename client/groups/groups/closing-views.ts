import { html, nothing, type TemplateResult } from 'lit';
import { CLOSE_WORD } from '../../../src/groups/groups/closing-contract.ts';
import type { GroupState } from '../../../src/groups/groups/group-page-contract.ts';
import { PAPERS } from '../../../src/groups/groups/document-contract.ts';
import { field, type FormState } from '../../kernel/form-fields.ts';
import { longDay } from '../../kernel/format.ts';
import { mistakesView } from '../../kernel/mistakes-view.ts';
import { dayOf } from '../../../src/kernel/day-contract.ts';
import { assistedFields } from './assisted-fields.ts';

type Named = { id: string; name: string };

/** Before a lead closes a group: what goes, what stays, and what they could do instead. */
export function closeView(form: FormState, group: Named, people: number): TemplateResult {
  return html`
    <div class="wrap narrow">
      <p class="crumbs"><a href="/groups/${group.id}">${group.name}</a></p>
      <h1>Close ${group.name}</h1>
      ${mistakesView(form.mistakes)}
      <p class="lead">Close the group when it no longer meets. If it goes on without you, <a href=${people > 1 ? `/groups/${group.id}/lead` : `/groups/${group.id}/invite`}>hand over the lead instead</a>.</p>
      ${consequences()}
      <form class="group-form" method="post" action="/groups/${group.id}/close" novalidate>
        ${field(form, 'word', `Type “${CLOSE_WORD}” to close the group`, { hint: 'This cannot be undone.', autocomplete: 'off' })}
        <button class="button" type="submit">Close the group</button> <a class="button button--quiet" href="/groups/${group.id}">Keep it</a>
      </form>
    </div>
  `;
}

/** The same for an officer, with the lead on the telephone. */
export function assistedCloseView(form: FormState, group: Named): TemplateResult {
  return html`
    <div class="wrap narrow">
      <p class="crumbs"><a href="/groups/${group.id}">${group.name}</a></p>
      <h1>Close ${group.name} for its lead</h1>
      ${mistakesView(form.mistakes)}
      <p class="lead">Read this out to them first.</p>
      ${consequences()}
      <form class="group-form" method="post" action="/desk/groups/${group.id}/close" novalidate>
        ${assistedFields(form, 'The closing', 'They agree that the group is closed.')}
        ${field(form, 'word', `Type “${CLOSE_WORD}” to close the group`, { hint: 'This cannot be undone.', autocomplete: 'off' })}
        <button class="button" type="submit">Close the group</button> <a class="button button--quiet" href="/groups/${group.id}">Keep it</a>
      </form>
    </div>
  `;
}

const consequences = (): TemplateResult => html`
  <h2 class="h-small">What goes</h2>
  <ul>
    <li>The group’s name, what it says of itself and its telephone number, at once</li>
    <li>Everybody’s part in it, and open invitations. We tell everybody.</li>
    <li>Its papers, after ${PAPERS.days} days</li>
  </ul>
  <h2 class="h-small">What stays, and why</h2>
  <ul><li>The record of what was done here, and by whom. Public bodies must be able to show how a decision came about. Whoever deletes their account is a number there.</li></ul>`;

export function closedView(name: string): TemplateResult {
  return html`
    <div class="wrap narrow">
      <h1>${name} is closed</h1>
      <p class="lead">You no longer lead a group here. We have told everybody who was in it.</p>
      <p>Your own account stays until you delete it.</p>
      <p><a class="button" href="/my">Go to your page</a> <a href="/account/delete">Delete your account</a></p>
    </div>
  `;
}

/** What officers still see of a closed group. */
export function closedGroupView({ group, area }: GroupState, history: TemplateResult): TemplateResult {
  return html`
    <div class="wrap group">
      <nav class="crumbs" aria-label="Where you are"><a href="/desk/groups?area=${area.slug}">Groups in ${area.name}</a></nav>
      <h1>${group.name}</h1>
      ${group.closedAt ? html`<p class="lead">It closed on ${longDay(dayOf(group.closedAt))}. Its name and details are gone, and its papers go after ${PAPERS.days} days.</p>` : nothing}
      ${history}
    </div>
  `;
}
