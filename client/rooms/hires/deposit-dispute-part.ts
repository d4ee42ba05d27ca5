import { html, nothing, type TemplateResult } from 'lit';
import { dateWords } from '../../../src/kernel/day-words.ts';
import type { Deduction } from '../../../src/rooms/hires/deposit-contract.ts';
import { longField, radioField } from '../../kernel/form-fields.ts';
import { pounds } from '../../kernel/format.ts';
import { methods } from './hire-part.ts';
import { assisted, formOf, startingWith, type HireData } from './hire-part.ts';

/** What the group says against what was kept, and what came of it. */
export function disputeParts(data: HireData): TemplateResult | typeof nothing {
  const {
    state: { deposit, booking },
    viewer,
    form,
  } = data;
  const { given } = deposit;
  if (!given) return nothing;
  return html`
    ${given.challenge ? html`<blockquote class="hire__said"><p>${given.challenge}</p><footer>The group, on ${dateWords(given.challengedOn ?? '')}</footer></blockquote>` : nothing}
    ${given.answer ? html`<blockquote class="hire__said"><p>${given.answer}</p><footer>The answer, on ${dateWords(given.answeredOn ?? '')}</footer></blockquote>` : nothing}
    ${
      deposit.mayChallenge && viewer.mayAnswer
        ? html`<details class="hire__form" ?open=${formOf(form, 'challenge').mistakes.length > 0}><summary>Dispute what was kept, until ${dateWords(given.challengeUntil)}</summary>
      <form class="group-form" method="post" action="/bookings/${booking.id}/challenge" novalidate>
        ${longField(formOf(form, 'challenge'), 'challenge', 'What is not right?', { rows: 3 })} ${assisted(data, 'challenge', 'The dispute')}
        <button class="button" type="submit">Send</button>
      </form></details>`
        : nothing
    }
    ${deposit.awaitsAnswer ? html`<p>${viewer.maySeeTo ? 'Your turn: ' : ''}An answer is due by ${dateWords(given.answerDueOn ?? '')}.</p>${viewer.maySeeTo ? answerForm(data) : nothing}` : nothing}
  `;
}

function answerForm({ state: { booking, deposit }, form }: HireData): TemplateResult {
  const own = formOf(form, 'challenge-answer');
  const chosen = [own.values['give_back']].flat();
  return html`<form class="group-form hire__form" method="post" action="/bookings/${booking.id}/challenge-answer" novalidate>
    <h3>Answer the group</h3>
    ${longField(own, 'answer', 'Your answer', { hint: 'The group reads this.', rows: 3 })}
    <fieldset class="field" id="field-challenge-answer-give_back" tabindex="-1"><legend>What do you give back after all?</legend>${deposit.deductions.filter(({ dropped }: Deduction) => !dropped).map(({ id, pence, words }) => html`<label class="choice"><input type="checkbox" name="give_back" value=${id} ?checked=${chosen.includes(id)} /> <span>${pounds(pence)}: ${words}</span></label>`)}</fieldset>
    ${radioField(startingWith(own, { method: 'transfer' }), 'method', 'How does it go back, if anything does?', methods)}
    <button class="button" type="submit">Send the answer</button>
  </form>`;
}
