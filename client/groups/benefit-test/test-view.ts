import { html, nothing, type TemplateResult } from 'lit';
import type { TestPage } from '../../../src/groups/benefit-test/test-page-contract.ts';
import {
  NEXT_WORDS,
  OPEN_TO_WORDS,
  PATH_WORDS,
  TEST_STATE_WORDS,
} from '../../../src/groups/benefit-test/test-words.ts';
import { CHANNEL_WORDS } from '../../../src/ground/people/assisted-contract.ts';
import type { FormState } from '../../kernel/form-fields.ts';
import { longDay, shortDay } from '../../kernel/format.ts';
import { mistakesView } from '../../kernel/mistakes-view.ts';
import { answersList } from './answers-part.ts';
import { gatesSection, publishSection } from './gates-view.ts';
import { resultView } from './result-view.ts';
import { sheetView } from './sheet-view.ts';
import { settleSection } from './settle-view.ts';
import { dayOf } from '../../../src/kernel/day-contract.ts';

/** What was said before, and what others have to say of the case. */
type Around = { flash: string | null; beside: readonly (TemplateResult | typeof nothing)[] };

/** One test, for those who score it, check its gates and publish its result. */
export function testView(page: TestPage, form: FormState, { flash, beside }: Around): TemplateResult {
  const { test, group, area } = page;
  const scores = test.state === 'scoring' && page.rights.score && !page.whyNot && !page.mine;
  const says = html`<section aria-labelledby="told-heading"><h2 id="told-heading">What the group says</h2>${answersList({ ...page, answers: test.answers }, `/desk/tests/${test.id}/evidence`)}</section>`;
  const gates = test.state === 'published' || test.state === 'withdrawn' ? nothing : gatesSection(page, form);
  return html`
    <div class="wrap desk-test">
      <nav class="crumbs" aria-label="Where you are"><a href="/desk/tests?area=${area.slug}">Benefit tests in ${area.name}</a></nav>
      <h1>${PATH_WORDS[test.path].test}: ${group.name}</h1>
      ${mistakesView(form.mistakes)} ${flash ? html`<p class="done" role="status">${flash}</p>` : nothing}
      ${standing(page)} ${test.state === 'published' || test.state === 'withdrawn' ? nothing : beside}
      ${test.result ? html`<section aria-labelledby="result-heading"><h2 id="result-heading">The result of ${shortDay(test.resultOn ?? '')}</h2>${resultView(test.result)}</section>` : nothing}
      ${test.state === 'deciding' ? html`${publishSection(page)} ${gates} ${says} ${settleSection(page, form)}` : html`${settleSection(page, form)} ${scores ? sheetView(page, form) : says} ${gates}`}
    </div>
  `;
}

function standing({ test, about, stored, scored, interests, mine, whyNot, rights }: TestPage): TemplateResult {
  return html`
    <dl class="facts">
      ${about ? html`<div><dt>What it is about</dt><dd><a href=${about.href}>${about.title}</a></dd></div>` : nothing}
      ${test.openTo !== 'scorers' && !test.result ? html`<div><dt>Who scores</dt><dd>${OPEN_TO_WORDS[test.openTo]}</dd></div>` : nothing}
      <div><dt>How it stands</dt><dd>${TEST_STATE_WORDS[test.state]}${test.state === 'scoring' && scored !== null ? `: ${scored} of 2 have scored` : ''}${interests > 0 ? `. ${interests} declared an interest` : ''}</dd></div>
      ${NEXT_WORDS[test.state] ? html`<div><dt>What is next</dt><dd>${NEXT_WORDS[test.state]}</dd></div>` : nothing}
      <div><dt>Received</dt><dd>${longDay(test.receivedOn ?? '')} (${CHANNEL_WORDS[test.channel].toLowerCase()})${test.dueOn && test.state !== 'published' ? `, result by ${longDay(test.dueOn)}` : ''}</dd></div>
      ${test.improvesId ? html`<div><dt>Improves</dt><dd>Its one improvement after a result that was nearly a pass</dd></div>` : nothing}
      <div><dt>Measured by</dt><dd>Version ${stored.set.version} of the test${stored.set.minute_ref ? `, ${stored.set.adopted_by} (${stored.set.minute_ref})` : ', a proposal that no council has adopted yet'}</dd></div>
      ${mine ? html`<div><dt>Your part</dt><dd>${mine.interest ? 'You declared an interest.' : `Your marks are in since ${shortDay(dayOf(mine.submittedAt))}. They stay as they are.`}</dd></div>` : nothing}
    </dl>
    ${whyNot && rights.score && !mine ? html`<p class="note note--old">${whyNot}</p>` : nothing}
  `;
}
