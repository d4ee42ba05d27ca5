import { html, nothing, type TemplateResult } from 'lit';
import { anchorsIn, textIn } from '../../../src/groups/benefit-test/criteria-contract.ts';
import type { TestPage } from '../../../src/groups/benefit-test/test-page-contract.ts';
import { HAS_INTEREST, NO_INTEREST } from '../../../src/groups/benefit-test/test-words.ts';
import { longField, radioField, type FormState } from '../../kernel/form-fields.ts';
import { mistakeOf } from '../../kernel/mistakes-view.ts';
import { evidenceOf } from './answers-part.ts';
import type { Criterion } from '../../../src/groups/benefit-test/criterion-contract.ts';
import type { Evidence } from '../../../src/groups/benefit-test/evidence-contract.ts';

/** The score sheet: each question with the answer, the five anchors, a reason and the evidence. The element around it counts along. */
export function sheetView(page: TestPage, form: FormState): TemplateResult {
  const { test, path, stored, area, scoring, evidence } = page;
  return html`
    <section aria-labelledby="sheet-heading">
      <h2 id="sheet-heading">Your marks</h2>
      <p>Somebody else scores this too, apart from you. Neither of you sees the other’s marks before both are in. What you hand in stays as it is. Spoken evidence and an officer’s notes count as much as paper; polish counts for nothing.</p>
      <score-sheet src="/api/criteria/try?area=${area.slug}&amp;version=${stored.set.version}&amp;path=${test.path}">
        <form class="sheet" method="post" action="/desk/tests/${test.id}/scores" novalidate>
          <input type="hidden" name="submission" value=${String(form.values['submission'] ?? '')} />
          ${radioField(form, 'interest', 'Have you an interest in this group, or in what it asks for?', [
            { value: 'no', label: NO_INTEREST },
            { value: 'yes', label: HAS_INTEREST },
          ])}
          ${longField(form, 'interest_words', 'If yes: which?', { rows: 2, hint: 'Officers read it, the group does not. Leave the marks empty then.' })}
          ${path.criteria.map((criterion) => questionPart(criterion, page, form, evidence))}
          <p class="sheet__total" role="status" data-total></p>
          <p class="note">Each reason has ${scoring.reason_at_least} characters or more. The group reads your reasons, and not your name.</p>
          <p class="actions"><button class="button" type="submit" name="do" value="send">Hand in</button> <button class="button button--quiet" type="submit" name="do" value="save">Save and go on later</button></p>
        </form>
      </score-sheet>
    </section>
  `;
}

function questionPart(
  criterion: Criterion,
  { test }: TestPage,
  form: FormState,
  evidence: readonly Evidence[],
): TemplateResult {
  const { id, text, why, weight, min, help } = criterion;
  const anchors = anchorsIn(criterion);
  return html`
    <section class="panel sheet__question" aria-labelledby="question-${id}">
      <h3 id="question-${id}">${textIn(text)}</h3>
      <p class="hint">${textIn(why)} ${help ? textIn(help) : nothing} It counts ${weight} of 100.${min > 0 ? ` Less than ${min} is no pass.` : ''}</p>
      <blockquote class="lines">${test.answers.criteria[id] ?? 'No answer'}</blockquote>
      ${evidenceOf(evidence, id, `/desk/tests/${test.id}/evidence`)}
      ${radioField(
        form,
        `mark_${id}`,
        'Your mark',
        anchors.map((anchor, mark) => ({ value: String(mark), label: `${mark} – ${anchor}` })),
      )}
      ${longField(form, `reason_${id}`, 'Your reason', { rows: 3 })}
      ${evidenceField(form, id, evidence)}
    </section>
  `;
}

function evidenceField(form: FormState, id: string, evidence: readonly Evidence[]): TemplateResult {
  const name = `evidence_${id}`;
  const given = form.values[name];
  const ticked = (Array.isArray(given) ? given : [given]).map(String);
  const choice = (value: string, label: string): TemplateResult =>
    html`<label class="choice"><input type="checkbox" name=${name} value=${value} ?checked=${ticked.includes(value)} /> <span>${label}</span></label>`;
  return html`
    <fieldset class="field" id="field-${name}" tabindex="-1">
      <legend>What you went by</legend>
      ${mistakeOf(form.mistakes, name)}
      ${evidence.map((one) => choice(one.id, `Evidence ${one.number}${one.words ? `: ${one.words.slice(0, 60)}${one.words.length > 60 ? '…' : ''}` : ''}`))}
      ${choice('none', 'None: the answer alone')}
    </fieldset>
  `;
}
