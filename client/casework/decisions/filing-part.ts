import { html, nothing, type TemplateResult } from 'lit';
import { GROUNDS, NOT_ACCEPTED } from '../../../src/casework/decisions/ground-contract.ts';
import { GROUND_WORDS, NOT_ACCEPTED_WORDS } from '../../../src/casework/decisions/ground-words.ts';
import type { DecisionsShown } from '../../../src/casework/decisions/decision-page-contract.ts';
import { field, longField, selectField, type FormState } from '../../kernel/form-fields.ts';
import { shortDay } from '../../kernel/format.ts';
import { formIn, isAgain, seen, sending } from './decision-form-fields.ts';

const PAPER_BYTES = 15 * 1024 * 1024;
const GATES = ['G1', 'G2', 'G3', 'G4', 'G5', 'G6', 'G7', 'G9', 'G10'];

/** The form on which an owner shows a ground: what each demands, and what is no ground. */
export function fileForm(data: DecisionsShown): TemplateResult {
  return html`<details class="more" ?open=${isAgain(data, 'grounds')}><summary>Show a ground for saying no</summary>
    <p>Only these count, each with its evidence. R2, R7 and R9 are shown before the scoring begins, so that they are heard in public; later only on evidence of a later day.</p>
    ${data.shown.proposal.state === 'granted' ? html`<p class="note">It is granted, and stopped for a danger or for what is against the law: only R3 or R1 count now.</p>` : nothing}
    ${demands()}
    ${groundForm(data, 'grounds', 'Show the ground', nothing)}</details>`;
}

/** After silence has granted: a ground had reached us in time, and nobody had typed it in. */
export function proveForm(data: DecisionsShown): TemplateResult {
  const { certificate } = data.told;
  const form = formIn(data, 'prove-filed');
  return html`<details class="more" ?open=${isAgain(data, 'prove-filed')}><summary>A ground had been filed in time</summary>
    <p>Silence granted this. If a ground had reached the area before, by post for instance, and nobody had typed it in, show it here${certificate ? ` until the end of ${shortDay(certificate.finalOn)}` : ''}.</p>
    ${groundForm(data, 'prove-filed', 'Show that it was filed', field(form, 'received_on', 'On which day had it reached us?', { type: 'date' }))}</details>`;
}

const demands = (): TemplateResult => html`<dl class="facts">
    ${GROUNDS.map((code) => html`<div><dt>${code} ${GROUND_WORDS[code].name}</dt><dd>${GROUND_WORDS[code].demands}</dd></div>`)}
  </dl>
  <p>No grounds, and not accepted: ${NOT_ACCEPTED.map((one) => NOT_ACCEPTED_WORDS[one].name.toLowerCase()).join('; ')}.</p>`;

function groundForm(
  data: DecisionsShown,
  of: 'grounds' | 'prove-filed',
  button: string,
  more: TemplateResult | typeof nothing,
): TemplateResult {
  const form = formIn(data, of);
  return html`<form class="group-form" method="post" enctype="multipart/form-data" action="/proposals/${data.shown.proposal.id}/${of}" novalidate>${seen(data)}${sending(data)}
    ${selectField(form, 'ground', 'Which ground?', [
      { value: '', label: 'Choose' },
      ...GROUNDS.map((code) => ({ value: code, label: `${code} ${GROUND_WORDS[code].name}` })),
      ...NOT_ACCEPTED.map((one) => ({ value: one, label: `Not accepted: ${NOT_ACCEPTED_WORDS[one].name}` })),
    ])}
    ${longField(form, 'statement', 'Why, in a few sentences', { rows: 3, hint: 'Everybody reads it: name no people.' })}
    ${particulars(form, data)} ${more}
    ${field(form, 'evidence', 'What is the evidence?', { hint: 'For instance “Cabinet minute 12”. Everybody reads it.' })}
    ${field(form, 'author', 'Who wrote it, and as what?', { hint: 'For R3 the competent person, for R4 the director who signs. Officers, the group and you can read it.' })}
    ${field(form, 'dated', 'Of which day is it?', { type: 'date' })}
    ${field(form, 'file', 'The paper', { type: 'file', accept: '.pdf,image/*', mostBytes: PAPER_BYTES, hint: 'A PDF or a photo, up to 15 MB. Officers, the group and you can open it.' })}
    <button class="button button--quiet" type="submit">${button}</button></form>`;
}

/** What one ground demands beside its evidence; those of the others stay empty. */
const particulars = (form: FormState, { terms }: DecisionsShown): TemplateResult => html`
  ${field(form, 'law', 'If R1: which law or restriction?')}
  <fieldset class="field"><legend>If R2: the other use</legend>
    ${field(form, 'authority', 'Who decided on it, and when?')}
    ${field(form, 'budget', 'With which budget is it paid?')}
    ${field(form, 'other_from', 'From which day?', { type: 'date', hint: 'The free time before it, if it is 28 days or more, is offered to the group.' })}
  </fieldset>
  ${selectField(form, 'gate', 'If R5: which gate?', [{ value: '', label: 'None' }, ...GATES.map((gate) => ({ value: gate, label: gate }))])}
  ${field(form, 'other_case', 'If R7 or R8: the number of the other case')}
  ${field(form, 'cost_pounds', 'If R9: net cost in pounds a year', { type: 'number', hint: `The area’s limit is £${terms.costPounds.toLocaleString('en-GB')}.` })}
`;
