import { html, type TemplateResult } from 'lit';
import { DEPUTY_DOES } from '../../../src/groups/groups/group-words.ts';
import { checkField, field, longField, radioField, type FormState } from '../../kernel/form-fields.ts';
import { mistakesView } from '../../kernel/mistakes-view.ts';
import { assistedFields } from './assisted-fields.ts';
import { detailFields } from './group-form-view.ts';

type Named = { id: string; name: string };

/** Changing a group's details for somebody who rang, wrote or came in. */
export function assistedEditView(form: FormState, group: Named): TemplateResult {
  return html`
    <div class="wrap narrow">
      <p class="crumbs"><a href="/groups/${group.id}">${group.name}</a></p>
      <h1>Change the details for somebody</h1>
      ${mistakesView(form.mistakes)}
      <form class="group-form" method="post" action="/desk/groups/${group.id}/edit" novalidate>
        ${detailFields(form)}
        <h2 class="h-small">How it came in</h2>
        ${assistedFields(form, 'The change', 'They agree to this change.')}
        <button class="button" type="submit">Save</button>
      </form>
    </div>
  `;
}

/** Putting somebody without an e-mail address into a group. */
export function assistedPersonView(form: FormState, group: Named): TemplateResult {
  return html`
    <div class="wrap narrow">
      <p class="crumbs"><a href="/groups/${group.id}">${group.name}</a></p>
      <h1>Add a deputy or member</h1>
      ${mistakesView(form.mistakes)}
      <p class="lead">For people without an e-mail address: they tell us themselves that they want to be in the group, and we write them a letter. Those who have one are invited by the lead.</p>
      <form class="group-form" method="post" action="/desk/groups/${group.id}/people" novalidate>
        ${personFields(form)}
        ${radioField(form, 'role', 'What are they to be?', [
          { value: 'group_deputy', label: 'Deputy', hint: DEPUTY_DOES },
          { value: 'group_member', label: 'Member', hint: 'Signs for nothing.' },
        ])}
        ${checkField(form, 'adult', 'They are 18 or over. (A deputy must be.)')}
        <h2 class="h-small">How it came in</h2>
        ${assistedFields(form, 'It')}
        <button class="button" type="submit">Add them</button>
      </form>
    </div>
  `;
}

export function personFields(form: FormState): TemplateResult {
  return html`
    ${field(form, 'person_name', 'Their name')}
    ${field(form, 'person_telephone', 'Their telephone number', { type: 'tel', optional: true, hint: 'A telephone number or an address, or both.' })}
    ${longField(form, 'person_address', 'Their postal address', { rows: 4, optional: true, hint: 'Letters go there.' })}
  `;
}
