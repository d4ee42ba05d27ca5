import { html, nothing, type TemplateResult } from 'lit';
import type { AskedOne, CaseTestPage } from '../../../src/groups/benefit-test/case-test-contract.ts';
import { CASE_TEST_WORDS } from '../../../src/groups/benefit-test/case-test-words.ts';
import { counted, shortDay } from '../../kernel/format.ts';
import { answersList } from './answers-part.ts';
import { resultView } from './result-view.ts';

/** What a group is asked for a case, and what it has answered; once it is sent, what it told us and what came of it. */
export function caseTestView(page: CaseTestPage, root: string, flash: string | null): TemplateResult {
  const { test, open, path, evidence, area } = page;
  const left = page.asked.filter(({ answer }) => answer === '');
  return html`
    <div class="wrap narrow passport">
      ${caseCrumbs(page)}
      <h1>Questions of the benefit test</h1>
      ${flash ? html`<p class="done" role="status">${flash}</p>` : nothing}
      ${
        open
          ? html`<p class="lead">Use your own words. A few sentences for each are plenty; spelling and polish count for nothing. Each answer is saved as you go.</p>
      <p>${left.length === 0 ? 'Every question has an answer. You can change them until you send the case.' : `${counted(page.asked.length - left.length, 'question')} of ${page.asked.length} ${page.asked.length - left.length === 1 ? 'has' : 'have'} an answer.`}</p>
      <ol class="rows">${page.asked.map((one) => row(one, root))}</ol>
      <p class="actions">${left[0] ? html`<a class="button" href="${root}/${left[0].id}">${left.length === page.asked.length ? 'Begin' : 'Go on'}</a> ` : nothing}${page.about ? html`<a class=${left[0] ? 'button button--quiet' : 'button'} href=${page.about.href}>Back to the case</a>` : nothing}</p>
      ${area.reach ? html`<p>You would rather talk? An officer types it with you: ${area.reach}.</p>` : nothing}`
          : html`<p>${test.state === 'draft' ? 'Your answers were sent with the case, and stand as they are.' : CASE_TEST_WORDS[test.state]}</p>
      ${test.result ? html`<section aria-labelledby="result-heading"><h2 id="result-heading">The result of ${shortDay(test.resultOn ?? '')}</h2>${resultView(test.result)}</section>` : nothing}
      <section aria-labelledby="told-heading"><h2 id="told-heading">What you told us</h2>${answersList({ path, evidence, answers: test.answers }, `/case-tests/${test.id}/evidence`)}</section>`
      }
    </div>
  `;
}

/** The way back to the case; to the group where the case is nobody’s to see. */
export const caseCrumbs = ({ about, group }: Pick<CaseTestPage, 'about' | 'group'>): TemplateResult =>
  html`<nav class="crumbs" aria-label="Where you are"><a href=${about?.href ?? `/groups/${group.id}`}>${about?.title ?? group.name}</a></nav>`;

const row = ({ id, title, answer, evidence }: AskedOne, root: string): TemplateResult =>
  html`<li class="row"><div><a href="${root}/${id}"><strong>${title}</strong></a>
    <span class="hint row__more">${answer === '' ? 'Not answered yet' : 'Answered'}${evidence > 0 ? `, ${counted(evidence, 'piece')} of evidence` : ''}</span></div></li>`;
