import { html, nothing, type TemplateResult } from 'lit';
import type { AskedOne, CaseTestPage } from '../../../src/groups/benefit-test/case-test-contract.ts';
import { longField, type FormState } from '../../kernel/form-fields.ts';
import { mistakesView } from '../../kernel/mistakes-view.ts';
import { evidenceOf } from './answers-part.ts';
import { caseCrumbs } from './case-test-view.ts';
import { questionField } from './question-part.ts';

/** @property toCheck whether they came from where the whole case is checked, and go back there */
type Asking = { root: string; token: string; officer: boolean; flash: string | null; toCheck: boolean };

/** One question of a case on a page of its own. What is typed is kept with every button. */
export function caseQuestionView(
  page: CaseTestPage,
  asked: AskedOne,
  form: FormState,
  { root, token, officer, flash, toCheck }: Asking,
): TemplateResult {
  const { test, path, evidence } = page;
  const criterion = asked.kind === 'answer' ? path.criteria.find(({ id }) => id === asked.id) : undefined;
  const number = page.asked.indexOf(asked) + 1;
  return html`
    <div class="wrap narrow passport">
      ${caseCrumbs(page)}
      <h1>Question ${number} of ${page.asked.length}</h1>
      ${flash ? html`<p class="done" role="status">${flash}</p>` : nothing} ${mistakesView(form.mistakes)}
      ${officer ? html`<p>Ask the question as it stands, and write down what the person says in their own words. What somebody tells you counts as much as paper. Whoever types the answers does not score them.</p>` : nothing}
      <form class="group-form" method="post" action="${root}/${asked.id}" novalidate>
        <input type="hidden" name="seen" value=${token} />${toCheck ? html`<input type="hidden" name="then" value="check" />` : nothing}
        ${criterion ? questionField(form, criterion) : longField(form, `gate_${asked.id}`, asked.text, { rows: 5 })}
        ${
          criterion
            ? html`<div class="question__evidence">${evidenceOf(evidence, asked.id, `/case-tests/${test.id}/evidence`)}
          <button class="button button--quiet button--small" type="submit" name="do" value="evidence">Save, and add what shows it</button></div>`
            : nothing
        }
        <p class="note">The scorers and the officers of your area read this. Please name nobody else, and leave out what people’s health is like.</p>
        <p class="actions"><button class="button" type="submit" name="do" value="next">${toCheck ? 'Save and go back to check' : 'Save and go on'}</button> <button class="button button--quiet" type="submit" name="do" value="list">Save and go to the list</button></p>
      </form>
      <p><a href=${root}>All questions</a></p>
    </div>
  `;
}
