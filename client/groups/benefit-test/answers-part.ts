import { html, nothing, type TemplateResult } from 'lit';
import { textIn, type PathRules } from '../../../src/groups/benefit-test/criteria-contract.ts';
import type { Answers } from '../../../src/groups/benefit-test/test-contract.ts';
import type { Evidence } from '../../../src/groups/benefit-test/evidence-contract.ts';

type Told = { path: Pick<PathRules, 'criteria' | 'gates'>; answers: Answers; evidence: readonly Evidence[] };

/** What a group told us, question by question. @param files where the files of evidence are; null for whoever may not open them */
export function answersList({ path, answers, evidence }: Told, files: string | null): TemplateResult {
  return html`
    <dl class="answers">
      ${path.criteria.map(({ id, text }) => html`<div><dt>${textIn(text)}</dt><dd><p class="lines">${answers.criteria[id] ?? ''}</p>${evidenceOf(evidence, id, files)}</dd></div>`)}
      ${path.gates.filter(({ id }) => answers.gates[id]).map(({ id, asks }) => html`<div><dt>${textIn(asks)}</dt><dd><p class="lines">${answers.gates[id]}</p></dd></div>`)}
      ${answers.news ? html`<div><dt>What is new since the last result?</dt><dd><p class="lines">${answers.news}</p></dd></div>` : nothing}
    </dl>
  `;
}

/** The evidence for one question, by number. */
export function evidenceOf(
  evidence: readonly Evidence[],
  criterion: string,
  files: string | null,
): TemplateResult | typeof nothing {
  const own = evidence.filter((one) => one.criterion === criterion);
  if (own.length === 0) return nothing;
  return html`<ul class="evidence">${own.map(
    ({ id, number, words, file }) => html`<li><strong>Evidence ${number}</strong> ${words}
    ${file ? (files === null ? html`<span class="hint">(${fileWords(file)})</span>` : html`<a href="${files}/${id}/file" download>${fileWords(file)}<span class="visually-hidden"> of evidence ${number}</span></a>`) : nothing}</li>`,
  )}</ul>`;
}

export function fileWords({ mediaType, bytes }: { mediaType: string; bytes: number }): string {
  const kind = mediaType === 'application/pdf' ? 'PDF' : 'picture';
  return `${kind}, ${bytes < 1_000_000 ? `${Math.max(1, Math.round(bytes / 1_000))} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`}`;
}
