import { html, nothing, type TemplateResult } from 'lit';
import { asksOf, textIn } from '../../../src/groups/benefit-test/criteria-contract.ts';
import type { PassportPage } from '../../../src/groups/benefit-test/passport-contract.ts';
import { assistedFields } from '../groups/assisted-fields.ts';
import { longField, type FormState } from '../../kernel/form-fields.ts';
import { mistakesView } from '../../kernel/mistakes-view.ts';
import { evidenceOf } from './answers-part.ts';
import { questionField } from './question-part.ts';

/** The five questions, in the group's own words. What is typed is kept with every button. */
export function passportFormView(page: PassportPage, form: FormState): TemplateResult {
  return html`
    <div class="wrap narrow passport">
      <p class="crumbs"><a href="/groups/${page.group.id}/passport">Room passport of ${page.group.name}</a></p>
      <h1>${page.open?.improvesId || page.next === 'improve' ? 'Improve your answers' : 'Answer the five questions'}</h1>
      ${mistakesView(form.mistakes)}
      <p class="lead">Use your own words. A few sentences for each are plenty; spelling and polish count for nothing.</p>
      <form class="group-form" method="post" action="/groups/${page.group.id}/passport/answers" novalidate>
        ${questions(page, form, `/groups/${page.group.id}/passport/evidence`)}
        <p class="note">The scorers and the officers of your area read this. Please name nobody else, and leave out what people’s health is like.</p>
        <p class="actions"><button class="button" type="submit" name="do" value="send">Send the answers</button> <button class="button button--quiet" type="submit" name="do" value="save">Save and go on later</button></p>
      </form>
      ${page.area.reach ? html`<p>You would rather talk? An officer types it with you, and it counts from the day you get in touch: ${page.area.reach}.</p>` : nothing}
    </div>
  `;
}

/** The same for an officer who types for somebody who rang, wrote or came in. */
export function assistedPassportView(page: PassportPage, form: FormState): TemplateResult {
  return html`
    <div class="wrap narrow passport">
      <p class="crumbs"><a href="/groups/${page.group.id}/passport">Room passport of ${page.group.name}</a></p>
      <h1>Type the answers for somebody</h1>
      ${mistakesView(form.mistakes)}
      <p class="lead">Ask the questions as they stand, and write down what the person says in their own words. What somebody tells you counts as much as paper.</p>
      <form class="group-form" method="post" action="/desk/groups/${page.group.id}/passport" novalidate>
        ${questions(page, form, `/desk/groups/${page.group.id}/passport/evidence`)}
        <h2 class="h-small">How it came in</h2>
        ${assistedFields(form, 'The answers', 'They agree to these answers being scored.')}
        <p class="note">Whoever types the answers does not score them.</p>
        <p class="actions"><button class="button" type="submit" name="do" value="send">Send the answers</button> <button class="button button--quiet" type="submit" name="do" value="save">Save and go on later</button></p>
      </form>
    </div>
  `;
}

function questions({ path, evidence, needsNews, token }: PassportPage, form: FormState, files: string): TemplateResult {
  return html`
    <input type="hidden" name="seen" value=${token} />
    <input type="hidden" name="submission" value=${String(form.values['submission'] ?? '')} />
    ${path.criteria.map(
      (criterion) => html`${questionField(form, criterion)}
      <div class="question__evidence">${evidenceOf(evidence, criterion.id, files)}
        <button class="button button--quiet button--small" type="submit" name="do" value="evidence_${criterion.id}">Add what shows it<span class="visually-hidden"> for “${textIn(criterion.text)}”</span></button></div>`,
    )}
    ${asksOf(path.gates).map(({ id, asks }) => longField(form, `gate_${id}`, textIn(asks), { rows: 4 }))}
    ${needsNews ? longField(form, 'news', 'What is new since the last result?', { rows: 3, hint: 'The same answers would come to the same result.' }) : nothing}
  `;
}
