import { html, nothing, type TemplateResult } from 'lit';
import type { ExplainedResult } from '../../../src/groups/benefit-test/benefit-contract.ts';
import {
  changeText,
  GATE_ANSWER_WORDS,
  OUTCOME_WORDS,
  percentWords,
  standsText,
} from '../../../src/groups/benefit-test/result-words.ts';

/** A result in words and in a table: neither says more than the other. */
export function resultView(result: ExplainedResult): TemplateResult {
  const { outcome, points, possible, passMark, gates, version } = result;
  const { lead, items } = changeText(result);
  return html`
    <div class="result result--${outcome}">
      <p class="result__outcome"><strong>${OUTCOME_WORDS[outcome]}${result.provisional ? ', provisional' : ''}</strong> <span>${points} of ${possible} points, ${percentWords(result)}% (pass mark ${passMark.toFixed(1)}%)</span></p>
      ${[...standsText(result), ...lead].map((paragraph) => html`<p>${paragraph}</p>`)}
      ${items.length > 0 ? html`<ul>${items.map((item) => html`<li>${item}</li>`)}</ul>` : nothing}
      ${marksTable(result)}
      ${
        gates.length > 0
          ? html`<h3>What must hold besides</h3>
        <ul class="rows">${gates.map(
          ({
            question,
            answer,
            note,
            beforeStart,
          }) => html`<li class="row"><div><strong>${question}</strong> ${GATE_ANSWER_WORDS[answer]}.
          ${note ? html`<span class="row__more">${note}</span>` : nothing}
          ${beforeStart ? html`<span class="hint row__more">Before the start: ${beforeStart}</span>` : nothing}</div></li>`,
        )}</ul>`
          : nothing
      }
      <p class="note">By version ${version} of the test.</p>
    </div>
  `;
}

function marksTable({ lines, points, possible }: ExplainedResult): TemplateResult {
  return html`
    <table class="marks">
      <caption>Question by question</caption>
      <thead><tr><th scope="col">Question</th><th scope="col" class="number">Mark and points</th></tr></thead>
      <tbody>${lines.map(
        (line) => html`<tr>
        <th scope="row">${line.question}
          <span class="marks__more">${line.anchor}${line.min > 0 ? html` <span class="hint">(at least ${line.min} is needed)</span>` : nothing}</span>
          ${[...new Set(line.reasons)].map((reason) => html`<span class="marks__reason">${reason}</span>`)}</th>
        <td class="number"><strong>${line.mark}</strong> of 4 <span class="marks__points">${line.points} of ${line.possible}</span></td></tr>`,
      )}</tbody>
      <tfoot><tr><th scope="row">All questions</th><td class="number">${points} of ${possible}</td></tr></tfoot>
    </table>
  `;
}
