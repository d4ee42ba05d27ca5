import { html, nothing, type TemplateResult } from 'lit';
import { anchorsIn, textIn } from '../../../src/groups/benefit-test/criteria-contract.ts';
import type { TestPage } from '../../../src/groups/benefit-test/test-page-contract.ts';
import { longField, radioField, type FormState } from '../../kernel/form-fields.ts';

type Difference = TestPage['differences'][number];

const SETTLED_WORDS = {
  confirmed: 'confirmed by the second scorer',
  agreed: 'agreed by both',
  decided: 'decided by a third scorer',
  proposed: 'proposed',
} as const;

/** Once both sheets are in: what is to be done where they differ, and both side by side. */
export function settleSection(page: TestPage, form: FormState): TemplateResult | typeof nothing {
  const { both, differences, path } = page;
  if (!both) return nothing;
  return html`
    <section aria-labelledby="both-heading">
      <h2 id="both-heading">Both sheets</h2>
      ${differences.length === 0 ? html`<p>The marks are the same. Nothing is to be settled.</p>` : differences.map((difference) => differencePart(page, difference, form))}
      <table class="marks">
        <caption>What each scorer handed in</caption>
        <thead><tr><th scope="col">Question</th>${both.map(({ name }) => html`<th scope="col" class="number">${name}</th>`)}</tr></thead>
        <tbody>${path.criteria.map(
          ({
            id,
            text,
          }) => html`<tr><th scope="row">${textIn(text)}${both.map(({ name, scores }) => html`<span class="marks__reason">${name}: ${scores.find((score) => score.id === id)?.reason ?? ''}</span>`)}</th>
          ${both.map(({ scores }) => html`<td class="number">${scores.find((score) => score.id === id)?.value ?? ''}</td>`)}</tr>`,
        )}</tbody>
      </table>
    </section>
  `;
}

function differencePart(page: TestPage, difference: Difference, form: FormState): TemplateResult {
  const { id, from, large, settled, proposal, byName } = difference;
  const criterion = page.path.criteria.find((one) => one.id === id);
  return html`
    <section class="panel" aria-labelledby="settle-${id}">
      <h3 id="settle-${id}">${textIn(criterion?.text)}</h3>
      <p>The marks are ${from[0]} and ${from[1]}.${settled ? '' : large ? ' They lie far apart, so it is written down how they come to one.' : ' They lie close, so the second scorer confirms one of them.'}</p>
      ${settled ? html`<p><strong>It is ${settled.mark}</strong>, ${SETTLED_WORDS[settled.kind]}. ${settled.reason}</p>` : nothing}
      ${proposal ? html`<p><strong>${byName} proposes ${proposal.mark}.</strong> ${proposal.reason}</p>` : nothing}
      ${settled ? nothing : turnPart(page, difference, form)}
    </section>
  `;
}

function turnPart(
  { test, path, part }: TestPage,
  { id, from, step, proposal, large }: Difference,
  form: FormState,
): TemplateResult {
  const criterion = path.criteria.find((one) => one.id === id);
  const anchors = criterion ? anchorsIn(criterion) : [];
  if (!step)
    return html`<p class="note">${large || part === 'third' ? 'It is the scorers’ turn.' : 'It is the second scorer’s turn.'}</p>`;
  const [low, high] = [Math.min(...from), Math.max(...from)];
  const marks = step === 'confirmed' ? [low, high] : Array.from({ length: high - low + 1 }, (_, index) => low + index);
  const state = form.values['criterion'] === id ? form : { values: {}, mistakes: form.mistakes };
  return html`
    ${
      step === 'agreed' && proposal
        ? html`<form method="post" action="/desk/tests/${test.id}/settle"><input type="hidden" name="criterion" value=${id} /><input type="hidden" name="agrees" value=${proposal.id} />
      <p><button class="button" type="submit">Agree with ${proposal.mark}<span class="visually-hidden"> for: ${textIn(criterion?.text)}</span></button></p></form>`
        : nothing
    }
    <form class="settle" method="post" action="/desk/tests/${test.id}/settle" novalidate>
      <input type="hidden" name="criterion" value=${id} />
      ${radioField(
        state,
        `mark_${id}`,
        QUESTION[step],
        marks.map((mark) => ({ value: String(mark), label: `${mark} – ${anchors[mark] ?? ''}` })),
      )}
      ${longField(state, `reason_${id}`, 'How you came to it', { rows: 3, hint: 'The group reads it.' })}
      <button class=${step === 'agreed' ? 'button button--quiet' : 'button'} type="submit">${BUTTON[step]}<span class="visually-hidden"> for: ${textIn(criterion?.text)}</span></button>
    </form>
  `;
}

const QUESTION = {
  confirmed: 'Which of the two is it?',
  agreed: 'Or propose another mark',
  proposed: 'Which mark is it?',
  decided: 'Which mark is it?',
} as const;
const BUTTON = {
  confirmed: 'Confirm the mark',
  agreed: 'Propose the mark',
  proposed: 'Propose the mark',
  decided: 'Settle it',
} as const;
