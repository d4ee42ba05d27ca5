import { html, nothing, type TemplateResult } from 'lit';
import { textIn, type PathRules } from '../../../src/groups/benefit-test/criteria-contract.ts';
import { MOST_EVIDENCE_BYTES } from '../../../src/groups/benefit-test/passport-contract.ts';
import type { Evidence } from '../../../src/groups/benefit-test/evidence-contract.ts';
import { EVIDENCE_HINT } from '../../../src/groups/benefit-test/passport-words.ts';
import { field, longField, selectField, type FormState } from '../../kernel/form-fields.ts';
import { mistakesView } from '../../kernel/mistakes-view.ts';
import { fileWords } from './answers-part.ts';

/** Answers, what is there to show them, and whose they are. */
export type EvidenceShown = { path: Pick<PathRules, 'criteria'>; evidence: readonly Evidence[]; crumb: string };

/** Where the pages of a group's answers are, and what to say to whoever adds evidence there. */
export type EvidencePlace = { answers: string; evidence: string; files: string | null; says: string };

/** Adding what shows an answer, and taking it out again. */
export function evidenceView(
  { path, evidence, crumb }: EvidenceShown,
  form: FormState,
  place: EvidencePlace,
  flash: string | null,
): TemplateResult {
  return html`
    <div class="wrap narrow passport">
      <p class="crumbs"><a href=${place.answers}>${crumb}</a></p>
      <h1>Add what shows it</h1>
      ${flash ? html`<p class="done" role="status">${flash}</p>` : nothing}
      ${mistakesView(form.mistakes)} ${form.mistakes.length > 0 ? html`<p class="note">Please choose the file again too: for your safety browsers do not keep it.</p>` : nothing}
      <p class="lead">${place.says}</p>
      <form class="group-form" method="post" action=${place.evidence} enctype="multipart/form-data" novalidate>
        <input type="hidden" name="submission" value=${String(form.values['submission'] ?? '')} />
        ${selectField(form, 'criterion', 'For which question?', [{ value: '', label: 'Choose the question' }, ...path.criteria.map(({ id, text }) => ({ value: id, label: textIn(text) }))])}
        ${longField(form, 'words', 'A few lines', { rows: 4, optional: true, hint: 'What it shows, or what there is to know.' })}
        ${field(form, 'file', 'A photo or a paper', { type: 'file', mostBytes: MOST_EVIDENCE_BYTES, optional: true, accept: '.pdf,.jpg,.jpeg,.png,.webp,application/pdf,image/jpeg,image/png,image/webp', hint: 'PDF, JPEG, PNG or WebP, up to 15 MB. Where and when a photo was taken is removed from it.' })}
        <p class="actions"><button class="button" type="submit">Add it</button> <a href=${place.answers}>Back to the answers</a></p>
      </form>
      ${
        evidence.length > 0
          ? html`<section aria-labelledby="there-heading"><h2 id="there-heading">What is there already</h2>
        <ul class="rows">${evidence.map(
          ({ id, number, criterion, words, file }) => html`<li class="row">
          <div><strong>Evidence ${number}</strong> <span class="hint row__more">${questionOf(path.criteria, criterion)}</span>${words}
            ${file ? (place.files === null ? html`<span class="hint">(${fileWords(file)})</span>` : html`<a href="${place.files}/${id}/file" download>${fileWords(file)}<span class="visually-hidden"> of evidence ${number}</span></a>`) : nothing}</div>
          <form method="post" action="${place.evidence}/${id}/remove"><button class="button button--quiet button--small" type="submit">Take out<span class="visually-hidden"> evidence ${number}</span></button></form>
        </li>`,
        )}</ul></section>`
          : nothing
      }
    </div>
  `;
}

const questionOf = (criteria: PathRules['criteria'], id: string): string =>
  textIn(criteria.find((one) => one.id === id)?.text);

export const EVIDENCE_SAYS = {
  group: EVIDENCE_HINT,
  officer: 'What somebody tells you counts as much as paper: write it down here, and say who told you.',
} as const;
