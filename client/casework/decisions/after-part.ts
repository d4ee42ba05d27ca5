import { html, nothing, type TemplateResult } from 'lit';
import type { DecisionsShown } from '../../../src/casework/decisions/decision-page-contract.ts';
import { GROUNDS } from '../../../src/casework/decisions/ground-contract.ts';
import { GROUND_WORDS, R6_NAME } from '../../../src/casework/decisions/ground-words.ts';
import { field, longField, radioField, selectField } from '../../kernel/form-fields.ts';
import { recordFields } from './deciding-part.ts';
import { formIn, isAgain, seen, sending } from './decision-form-fields.ts';

/** Two councillors call a grant in. */
export function callInForm(data: DecisionsShown): TemplateResult {
  const { callIns } = data.told;
  return html`<details class="more" ?open=${isAgain(data, 'call-in')}><summary>Call the grant in</summary>
    <p>${callIns.length === 0 ? 'It takes two councillors, once, in the time that stands above. You would be the first.' : 'One councillor has asked for it. With you it is called in, and heard.'}</p>
    <form class="group-form" method="post" action="/proposals/${data.shown.proposal.id}/call-in" novalidate>${seen(data)}
      ${longField(formIn(data, 'call-in'), 'reason', 'For which reason?', { rows: 2, hint: 'Everybody reads it.' })}
      <button class="button button--quiet" type="submit">Call it in</button></form></details>`;
}

/** What the hearing of a call-in came to. */
export function hearForm(data: DecisionsShown): TemplateResult {
  const form = formIn(data, 'hear');
  return html`<form class="group-form" method="post" action="/proposals/${data.shown.proposal.id}/hear" novalidate>${seen(data)}${sending(data)}
    <h3 class="h-small">What the hearing came to</h3>
    ${radioField(form, 'stands', 'Does the grant stand?', [
      { value: 'yes', label: 'Yes' },
      { value: 'no', label: 'No', hint: 'It falls only on one of R1 to R9.' },
    ])}
    ${selectField(form, 'ground', 'If it falls, on which ground?', [{ value: '', label: 'None' }, ...GROUNDS.map((code) => ({ value: code, label: `${code} ${GROUND_WORDS[code].name}` })), { value: 'R6', label: `R6 ${R6_NAME}` }])}
    ${longField(form, 'reasons', 'For which reasons?', { rows: 3, hint: 'Everybody reads it: name no people.' })}
    ${recordFields(form)}
    <button class="button" type="submit">Write it down</button></form>`;
}

/** A review, or the decision of somebody outside that is brought. */
export function reviewForm(data: DecisionsShown): TemplateResult {
  const form = formIn(data, 'review');
  const external = data.shown.proposal.state === 'external_review';
  return html`<form class="group-form" method="post" action="/proposals/${data.shown.proposal.id}/review" novalidate>${seen(data)}${sending(data)}
    <h3 class="h-small">${external ? 'The external reviewer’s decision' : 'The review'}</h3>
    ${data.reviewReason ? html`<p>The group says:</p><blockquote class="lines">${data.reviewReason}</blockquote>` : nothing}
    ${external ? field(form, 'reviewer', 'Who reviewed it, and of which body?', { hint: 'Everybody reads it.' }) : nothing}
    ${radioField(form, 'grants', 'What does the review come to?', [
      { value: 'yes', label: 'The proposal is granted' },
      { value: 'no', label: 'The refusal is confirmed' },
    ])}
    ${longField(form, 'reasons', 'For which reasons?', { rows: 3, hint: 'Everybody reads it: name no people.' })}
    ${recordFields(form)}
    <button class="button" type="submit">Decide</button></form>`;
}

/** After a refusal: look at it again, or leave it. */
export function askReviewForm(data: DecisionsShown): TemplateResult {
  const { id } = data.shown.proposal;
  return html`${
    data.may.askReview
      ? html`<form class="group-form" method="post" action="/proposals/${id}/ask-review" novalidate>${seen(data)}
      <h3 class="h-small">Ask for a review</h3>
      <p>People who did not decide it look at it again. You can ask once.</p>
      ${longField(formIn(data, 'ask-review'), 'reason', 'What do you think is wrong?', { rows: 3, hint: 'For those who review it; it is not shown to everybody.' })}
      <button class="button" type="submit">Ask for a review</button></form>`
      : nothing
  }
  ${data.may.takeAsItIs ? html`<form class="quiet-form" method="post" action="/proposals/${id}/take-refusal">${seen(data)}<button class="button button--quiet" type="submit">Take the refusal as it is</button></form>` : nothing}`;
}
