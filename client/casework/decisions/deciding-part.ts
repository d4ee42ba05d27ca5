import { html, nothing, type TemplateResult } from 'lit';
import type { DecisionsShown, PublicGround } from '../../../src/casework/decisions/decision-page-contract.ts';
import { GROUND_WORDS } from '../../../src/casework/decisions/ground-words.ts';
import { field, longField, radioField, type FormState } from '../../kernel/form-fields.ts';
import { shortDay } from '../../kernel/format.ts';
import { groundPart } from './decisions-told-part.ts';
import { formIn, seen, sending } from './decision-form-fields.ts';

/** For each ground that waits: whether it holds. */
export const decideForms = (data: DecisionsShown): TemplateResult[] =>
  data.told.grounds.filter(({ state }) => state === 'waiting').map((ground) => decideForm(data, ground));

function decideForm(data: DecisionsShown, shown: PublicGround): TemplateResult {
  const { id, ground, shorterFrom, shorterUntil, hasPaper } = shown;
  const form = formIn(data, 'decide', id);
  const shorter = shorterFrom !== null && shorterUntil !== null;
  return html`<form class="group-form" method="post" action="/proposals/${data.shown.proposal.id}/decide" novalidate>${seen(data)}
    <input type="hidden" name="ground" value=${id} />
    ${groundPart(shown)}
    <p class="hint">What ${ground} demands: ${GROUND_WORDS[ground].demands}</p>
    ${hasPaper ? html`<p><a href="/proposals/${data.shown.proposal.id}/grounds/${id}/paper">Its paper</a></p>` : nothing}
    ${radioField(form, 'holds', 'Does the ground hold?', [
      {
        value: 'yes',
        label: 'Yes',
        hint: shorter
          ? `Then the proposal is granted for the free time: ${shortDay(shorterFrom)} to ${shortDay(shorterUntil)}.`
          : 'Then the proposal is refused.',
      },
      { value: 'no', label: 'No', hint: 'Then it is turned back, and the owner’s time runs on.' },
    ])}
    ${longField(form, 'why', 'Why does it hold, or why not?', { rows: 3, hint: 'Everybody reads it: name no people.' })}
    ${shorter ? nothing : html`<p class="hint">If it holds, it is a refusal, and says also:</p>${recordFields(form)}`}
    <button class="button" type="submit">Decide</button></form>`;
}

/** Yes or no where too few neighbours have signed. */
export function officerForm(data: DecisionsShown): TemplateResult {
  const form = formIn(data, 'decide-building');
  return html`<form class="group-form" method="post" action="/proposals/${data.shown.proposal.id}/decide-building" novalidate>${seen(data)}${sending(data)}
    <p>It has passed, and the owner has not answered. Too few neighbours have signed for silence to grant it, so you decide.</p>
    ${radioField(form, 'yes', 'May the group use the building?', [
      { value: 'yes', label: 'Yes', hint: 'You sign it then, with its equality record.' },
      { value: 'no', label: 'No', hint: 'The group can ask for a review.' },
    ])}
    ${longField(form, 'reasons', 'For which reasons?', { rows: 3, hint: 'Everybody reads it: name no people.' })}
    ${recordFields(form)}
    <button class="button" type="submit">Decide</button></form>`;
}

/** What a decision says beside its reasons (SI 2012/2089, regulations 13 and 14). */
export const recordFields = (form: FormState): TemplateResult => html`
  ${longField(form, 'alternatives', 'What else was considered, and why was it not chosen?', { rows: 2 })}
  ${field(form, 'interests', 'Which interests were declared?', { hint: '“None” is an answer. Name no people.' })}
  ${longField(form, 'background', 'On which papers does it rest?', { rows: 2 })}
`;
