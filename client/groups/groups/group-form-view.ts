import { html, nothing, type TemplateResult } from 'lit';
import { FIRST_TIME } from '../../../src/groups/compact/first-time-words.ts';
import { LEGAL_FORMS, SIZES } from '../../../src/groups/groups/group-contract.ts';
import { LEAD_SIGNS_FOR, LEGAL_FORM_WORDS, SIZE_WORDS } from '../../../src/groups/groups/group-words.ts';
import { checkField, field, longField, radioField, selectField, type FormState } from '../../kernel/form-fields.ts';
import { mistakesView } from '../../kernel/mistakes-view.ts';

export type AreaChoice = { slug: string; name: string };

/** Making a group: one page, two minutes. */
export function newGroupView(form: FormState, areas: readonly AreaChoice[]): TemplateResult {
  return html`
    <div class="wrap narrow">
      <h1>Make a group</h1>
      ${mistakesView(form.mistakes)}
      <p class="lead">It takes about two minutes. You need no constitution, no bank account and no papers to begin.</p>
      <p class="hint">${FIRST_TIME}</p>
      <form class="group-form" method="post" action="/groups" novalidate>
        <input type="hidden" name="next" value=${String(form.values['next'] ?? '')} />
        ${formStart(form, areas)} ${detailFields(form)}
        ${leadPart(form, 'You as the lead', 'You start the group here, so you are its lead. As the lead:', 'I am 18 or over.', 'I have read this, and I agree to lead the group.')}
        <button class="button" type="submit">Make the group</button>
      </form>
      <p class="note">Nobody outside sees your group yet. Only its people and the officers of your area do.</p>
    </div>
  `;
}

export function editGroupView(form: FormState, group: { id: string; name: string }): TemplateResult {
  return html`
    <div class="wrap narrow">
      <p class="crumbs"><a href="/groups/${group.id}">${group.name}</a></p>
      <h1>Change your group’s details</h1>
      ${mistakesView(form.mistakes)}
      <form class="group-form" method="post" action="/groups/${group.id}" novalidate>
        ${detailFields(form)}
        <button class="button" type="submit">Save</button>
      </form>
    </div>
  `;
}

/** What comes along unseen so that a form sent twice makes one group, and the area where there is a choice. */
export function formStart(form: FormState, areas: readonly AreaChoice[]): TemplateResult {
  return html`
    <input type="hidden" name="submission" value=${String(form.values['submission'] ?? '')} />
    ${areas.length > 1 ? selectField(form, 'area', 'Area', [{ value: '', label: 'Choose your area' }, ...areas.map(({ slug, name }) => ({ value: slug, label: name }))], { hint: 'The council area where you mostly meet.' }) : nothing}
  `;
}

export function detailFields(form: FormState): TemplateResult {
  return html`
    ${field(form, 'name', 'What is the group called?', { autocomplete: 'organization' })}
    ${field(form, 'public_name', 'Another name for others to see', { optional: true, hint: 'Some names say a lot about who comes: “Stroke survivors of Millfield”. Then choose a neutral one, such as “Tuesday friends”. Others see that one instead.' })}
    ${radioField(
      form,
      'legal_form',
      'How is it set up?',
      LEGAL_FORMS.map((value) => ({ value, ...LEGAL_FORM_WORDS[value] })),
    )}
    ${longField(form, 'purpose', 'What does it do?', { rows: 3, hint: 'A sentence or two.' })}
    ${field(form, 'audience', 'Who is it for?', { hint: 'For instance “anybody in Millfield who gardens”.' })}
    ${radioField(
      form,
      'size',
      'About how many people come?',
      SIZES.map((value) => ({ value, label: SIZE_WORDS[value] })),
    )}
    ${field(form, 'telephone', 'Telephone number of the group', { type: 'tel', autocomplete: 'tel', optional: true, hint: 'Only officers and your own group see it.' })}
  `;
}

export function leadPart(form: FormState, title: string, intro: string, adult: string, agrees: string): TemplateResult {
  return html`
    <section class="panel lead-part" aria-labelledby="lead-heading">
      <h2 id="lead-heading" class="h-small">${title}</h2>
      <p>${intro}</p>
      <ul>${LEAD_SIGNS_FOR.map((line) => html`<li>${line}</li>`)}</ul>
      ${checkField(form, 'adult', adult)} ${checkField(form, 'agrees', agrees)}
    </section>
  `;
}
