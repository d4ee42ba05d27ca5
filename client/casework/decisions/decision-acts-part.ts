import { html, nothing, type TemplateResult } from 'lit';
import type { DecisionsShown } from '../../../src/casework/decisions/decision-page-contract.ts';
import { RULING_WORDS } from '../../../src/casework/decisions/decision-words.ts';
import { field, longField, radioField, selectField } from '../../kernel/form-fields.ts';
import { shortDay } from '../../kernel/format.ts';
import { callInForm, askReviewForm, hearForm, reviewForm } from './after-part.ts';
import { decideForms, officerForm, recordFields } from './deciding-part.ts';
import { formIn, isAgain, seen, sending } from './decision-form-fields.ts';
import { fileForm, proveForm } from './filing-part.ts';

/** What whoever looks at a case has to decide; nothing for everybody else. */
export function decisionActs(data: DecisionsShown): TemplateResult | typeof nothing {
  const { may } = data;
  const owner = [
    ...(may.agree ? [agreeForm(data)] : []),
    ...(may.file ? [fileForm(data)] : []),
    ...(may.extend ? [extendForm(data)] : []),
    ...(may.takeBack ? takeBackForms(data) : []),
    ...(may.prove ? [proveForm(data)] : []),
  ];
  const officers = [
    ...(may.decide ? decideForms(data) : []),
    ...(may.decideBuilding ? [officerForm(data)] : []),
    ...(may.sign ? [signForm(data)] : []),
    ...(may.callIn ? [callInForm(data)] : []),
    ...(may.hear ? [hearForm(data)] : []),
    ...(may.review ? [reviewForm(data)] : []),
    ...(may.askReview || may.takeAsItIs ? [askReviewForm(data)] : []),
    ...(may.correct ? [correctForm(data)] : []),
  ];
  return owner.length + officers.length === 0
    ? nothing
    : html`${part('owner-heading', 'The owner’s answer', owner)} ${part('deciding-heading', 'To decide', officers)}`;
}

const part = (id: string, title: string, inside: readonly TemplateResult[]): TemplateResult | typeof nothing =>
  inside.length === 0
    ? nothing
    : html`<section class="panel" aria-labelledby=${id}><h2 id=${id}>${title}</h2>${inside}</section>`;

const agreeForm = (data: DecisionsShown): TemplateResult =>
  html`<form method="post" action="/proposals/${data.shown.proposal.id}/agree">${seen(data)}
    <p>You can say yes at any time, and wait for nobody. A yes is for all the days that the group asked for${data.shown.proposal.starts && data.shown.proposal.ends ? `: ${shortDay(data.shown.proposal.starts)} to ${shortDay(data.shown.proposal.ends)}` : ''}.</p>
    <button class="button" type="submit">Say yes</button></form>`;

function extendForm(data: DecisionsShown): TemplateResult {
  const form = formIn(data, 'extend');
  return html`<details class="more" ?open=${isAgain(data, 'extend')}><summary>More time, once</summary>
    <form class="group-form" method="post" action="/proposals/${data.shown.proposal.id}/extend" novalidate>${seen(data)}
      ${field(form, 'days', 'How many working days more?', { type: 'number', hint: `At most ${data.terms.extensionDays}. They are added to those that run from the day on which the proposal was complete.` })}
      ${longField(form, 'reason', 'Why?', { rows: 2, hint: 'Everybody reads it.' })}
      <button class="button button--quiet" type="submit">Extend the time</button></form></details>`;
}

const takeBackForms = (data: DecisionsShown): TemplateResult[] =>
  data.told.grounds
    .filter(({ state }) => state === 'waiting')
    .map(
      ({ id, ground }) =>
        html`<form class="quiet-form" method="post" action="/proposals/${data.shown.proposal.id}/take-back">${seen(data)}
      <input type="hidden" name="ground" value=${id} /><button class="button button--quiet" type="submit">Take back the ground ${ground}</button></form>`,
    );

function signForm(data: DecisionsShown): TemplateResult {
  const form = formIn(data, 'sign');
  return html`<form class="group-form" method="post" action="/proposals/${data.shown.proposal.id}/sign" novalidate>${seen(data)}${sending(data)}
    <h3 class="h-small">Sign the decision</h3>
    <p>Your signature adds to the grant; nothing waits for it. Everybody reads what you write here.</p>
    ${longField(form, 'reasons', 'For which reasons?', { rows: 3 })}
    ${recordFields(form)}
    <h3 class="h-small">Equality record</h3>
    ${longField(form, 'equality_touched', 'Who may be touched by it?', { rows: 2, hint: 'Age, disability, faith, sex, race, and the rest (Equality Act 2010, section 149).' })}
    ${longField(form, 'equality_considered', 'What have you considered about them?', { rows: 2 })}
    <button class="button" type="submit">Sign it</button></form>`;
}

function correctForm(data: DecisionsShown): TemplateResult {
  const form = formIn(data, 'correct');
  const [first] = data.told.decisions;
  return html`<details class="more" ?open=${isAgain(data, 'correct')}><summary>Put a slip right</summary>
    <form class="group-form" method="post" action="/proposals/${data.shown.proposal.id}/correct" novalidate>${sending(data)}
      ${
        data.told.decisions.length === 1 && first
          ? html`<input type="hidden" name="decision" value=${first.id} />`
          : selectField(
              form,
              'decision',
              'In which decision?',
              data.told.decisions.map(({ id, ruling, signedOn }) => ({
                value: id,
                label: `${RULING_WORDS[ruling]} (${shortDay(signedOn)})`,
              })),
            )
      }
      ${longField(form, 'words', 'What is put right, and how should it read?', { rows: 3, hint: 'The old words stay beside it. Everybody reads both.' })}
      ${radioField(form, 'substance', 'Does it change what was decided?', [
        { value: 'no', label: 'No, it is a slip of the pen' },
        { value: 'yes', label: 'Yes', hint: 'Then the time to ask for a review begins again.' },
      ])}
      <button class="button button--quiet" type="submit">Put it right</button></form></details>`;
}
