import { html, nothing, type TemplateResult } from 'lit';
import type { DraftPage } from '../../../src/casework/proposals/proposal-page-contract.ts';
import { evidenceOf } from '../../groups/benefit-test/answers-part.ts';
import { longDay } from '../../kernel/format.ts';

type Row = { asked: string; says: string; href: string; shownBy?: TemplateResult | typeof nothing };

/** Everything that was answered, question by question as it will be read, each with the way to change it. */
export function answersPart({ proposal, questions, plan, testId }: DraftPage): TemplateResult {
  const { id, use, starts, ends, group, state } = proposal;
  const own: Row[] = [
    { asked: 'What would you do there?', says: use, href: `/proposals/${id}/use?then=check` },
    {
      asked: 'From when until when?',
      says: starts && ends ? `${longDay(starts)} to ${longDay(ends)}` : '',
      href: `/proposals/${id}/dates?then=check`,
    },
    ...(state === 'draft' ? [{ asked: 'Who asks?', says: group.name, href: `/proposals/${id}/partners` }] : []),
  ];
  const answered = questions.asked.map(({ id: question, text, answer }): Row => ({
    asked: text,
    says: answer,
    href: `${questions.root}/${question}?then=check`,
    shownBy: evidenceOf(questions.evidence, question, `/case-tests/${testId}/evidence`),
  }));
  return html`
    ${state === 'improving' ? nothing : html`<section class="check-list" aria-labelledby="own-heading"><h2 id="own-heading">What you ask for</h2>${rows(own)}</section>`}
    ${plan.length === 0 ? nothing : html`<section class="check-list" aria-labelledby="plan-heading"><h2 id="plan-heading">What it costs, and how you would run it</h2>${rows(plan)}</section>`}
    <section class="check-list" aria-labelledby="answers-heading"><h2 id="answers-heading">Your answers</h2>${rows(answered)}</section>`;
}

const rows = (all: readonly Row[]): TemplateResult =>
  html`<dl class="check-answers">${all.map(
    ({ asked, says, href, shownBy }) => html`<div><dt>${asked}</dt>
      <dd>${says.trim() === '' ? html`<p class="hint">Not answered yet.</p>` : html`<p class="lines">${says}</p>`}${shownBy}</dd>
      <dd class="check-answers__change"><a href=${href}>${says.trim() === '' ? 'Answer' : 'Change'}<span class="visually-hidden">: ${asked}</span></a></dd></div>`,
  )}</dl>`;
