import { html, nothing, type TemplateResult } from 'lit';
import type { ExplainedResult } from '../../src/benefit-test/benefit-contract.ts';
import { GATE_ANSWER_WORDS, OUTCOME_WORDS, percentWords, resultText } from '../../src/benefit-test/result-words.ts';

/** A result in words and in a table: neither says more than the other. */
export function resultView(result: ExplainedResult): TemplateResult {
  const { outcome, points, possible, passMark, gates } = result;
  return html`
    <div class="result result--${outcome}">
      <p class="result__outcome"><strong>${OUTCOME_WORDS[outcome]}</strong> <span>${points} of ${possible} points, ${percentWords(result)}% (pass mark ${passMark.toFixed(1)}%)</span></p>
      ${resultText(result).map((paragraph) => html`<p>${paragraph}</p>`)}
      ${marksTable(result)}
      ${gates.length > 0 ? html`<h3>What must hold besides</h3>
        <ul class="rows">${gates.map(({ question, answer, note, beforeStart }) => html`<li class="row"><div><strong>${question}</strong> ${GATE_ANSWER_WORDS[answer]}.
          ${note ? html`<span class="row__more">${note}</span>` : nothing}
          ${beforeStart ? html`<span class="hint row__more">Before the start: ${beforeStart}</span>` : nothing}</div></li>`)}</ul>` : nothing}
    </div>
  `;
}

function marksTable({ lines, points, possible }: ExplainedResult): TemplateResult {
  return html`
    <table class="marks">
      <caption>Question by question</caption>
      <thead><tr><th scope="col">Question</th><th scope="col" class="number">Mark</th><th scope="col" class="number">Points</th></tr></thead>
      <tbody>${lines.map((line) => html`<tr>
        <th scope="row">${line.question}
          <span class="marks__more">${line.anchor}${line.min > 0 ? html` <span class="hint">(at least ${line.min} is needed)</span>` : nothing}</span>
          ${line.reasons.map((reason) => html`<span class="marks__reason">${reason}</span>`)}</th>
        <td class="number">${line.mark} of 4</td><td class="number">${line.points} of ${line.possible}</td></tr>`)}</tbody>
      <tfoot><tr><th scope="row">All questions</th><td></td><td class="number">${points} of ${possible}</td></tr></tfoot>
    </table>
  `;
}
