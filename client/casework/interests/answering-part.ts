import { html, nothing, type TemplateResult } from 'lit';
import { DECLINE_REASONS, type InterestState } from '../../../src/casework/interests/interest-contract.ts';
import { DECLINE_WORDS, timeWords } from '../../../src/casework/interests/interest-words.ts';
import { longField, radioField } from '../../kernel/form-fields.ts';
import { counted } from '../../kernel/format.ts';
import { formOf, type InterestViewData } from './interest-view-data.ts';
import { viewingFields } from './viewing-fields.ts';

const ANSWERS: readonly InterestState[] = ['asked', 'chased'];
const DECLINES: readonly InterestState[] = ['asked', 'chased', 'answered', 'viewing_chased'];
const OFFERS: readonly InterestState[] = ['answered', 'viewing_chased', 'viewing', 'unseen'];

/** What an owner says to somebody who is interested, or why it is not possible. */
export function answeringPart(data: InterestViewData): TemplateResult {
  const { interest, lastAnswer } = data;
  const form = formOf(data, 'answer');
  const filled = { ...form, values: { ...lastAnswer, ...form.values } };
  return html`${
    ANSWERS.includes(interest.state)
      ? html`<section class="panel" aria-labelledby="answer-heading"><h2 id="answer-heading">Answer</h2>
        ${lastAnswer ? html`<p>It begins with what was said of this place last time.</p>` : nothing}
        <form class="group-form" method="post" action="/interests/${interest.id}/answer" novalidate><input type="hidden" name="seen" value=${interest.state} />
          ${longField(filled, 'facts', 'What the place is', { rows: 4, hint: 'Size, rooms, state, and which services work. Leave the address out: it is told to those who come to see it.' })}
          ${longField(filled, 'costs', 'What it costs to run', { rows: 4, hint: 'A year, line by line: rates, insurance, energy, repairs. Write so where nobody knows.' })}
          ${longField(filled, 'hazards', 'What is dangerous', { rows: 3, hint: 'Asbestos, electrics, structure, sharps. Write so where nothing is known.' })}
          <button class="button" type="submit">Send the answer</button></form></section>`
      : nothing
  }
  ${DECLINES.includes(interest.state) ? declineForm(data) : nothing}`;
}

function declineForm(data: InterestViewData): TemplateResult {
  const form = formOf(data, 'decline');
  const { id, state } = data.interest;
  return html`<details class="more" ?open=${data.again?.of === 'decline'}><summary>It is not possible</summary>
    <form class="group-form" method="post" action="/interests/${id}/decline" novalidate><input type="hidden" name="seen" value=${state} />
      ${radioField(
        form,
        'reason',
        'Why?',
        DECLINE_REASONS.map((value) => ({ value, label: DECLINE_WORDS[value] })),
        'Only these count. “It might be sold one day” does not.',
      )}
      ${longField(form, 'outcome', 'What shows it, and what can they do now?', { rows: 3 })}
      <button class="button button--quiet" type="submit">Say so</button></form></details>`;
}

/** Times to see the place: those that are there, and a new one. */
export function offeringPart(data: InterestViewData): TemplateResult | typeof nothing {
  const { interest, ownersTimes, submission, place } = data;
  const offers = OFFERS.includes(interest.state) && place !== null;
  if (!offers && ownersTimes.length === 0) return nothing;
  return html`<section class="panel" aria-labelledby="offer-heading"><h2 id="offer-heading">Times to see it</h2>
    ${ownersTimes.length === 0 ? nothing : html`<ul class="rows">${ownersTimes.map((one) => html`<li class="row"><div><a href="/viewings/${one.id}"><strong>${timeWords(one)}</strong></a> <span class="row__more">${one.state === 'cancelled' ? 'cancelled' : `${counted(one.people, 'person', 'people')} of ${one.places}`}</span></div></li>`)}</ul>`}
    ${
      offers
        ? html`<form class="group-form" method="post" action="/interests/${interest.id}/times" novalidate><input type="hidden" name="submission" value=${submission} />
        <h3>Offer a time</h3><p>Everybody who is interested in the place is told, and can take a place.</p>
        ${viewingFields(formOf(data, 'times'))}
        <button class="button" type="submit">Offer it</button></form>`
        : nothing
    }</section>`;
}
