import { html, nothing, type TemplateResult } from 'lit';
import { GATE_ANSWERS } from '../../../src/groups/benefit-test/benefit-contract.ts';
import { textIn } from '../../../src/groups/benefit-test/criteria-contract.ts';
import type { GateStanding } from '../../../src/groups/benefit-test/gate-contract.ts';
import { CHECKER_WORDS, gateWords } from '../../../src/groups/benefit-test/passport-words.ts';
import { afterResult, GATE_ANSWER_WORDS } from '../../../src/groups/benefit-test/result-words.ts';
import type { TestPage } from '../../../src/groups/benefit-test/test-page-contract.ts';
import { STAGE_WORDS } from '../../../src/groups/benefit-test/test-words.ts';
import { field, radioField, type FormState } from '../../kernel/form-fields.ts';
import { resultView } from './result-view.ts';

/** The gates of a case: for officers a form, for others how they stand. */
export function gatesSection(page: TestPage, form: FormState): TemplateResult {
  const { test, gates, rights, hasScored } = page;
  const answers = rights.check && !hasScored;
  return html`
    <section aria-labelledby="gates-heading">
      <h2 id="gates-heading">Gates</h2>
      ${rights.check && hasScored ? html`<p class="note">You scored this test, so another officer answers the gates and publishes the result.</p>` : nothing}
      ${
        answers
          ? html`<form class="gates" method="post" action="/desk/tests/${test.id}/gates" novalidate>
            ${gates.map((standing) => gatePart(page, standing, form))}
            <button class="button" type="submit">Save the answers</button>
          </form>`
          : html`<ul class="rows">${gates.map((standing) => html`<li class="row"><div><strong>${textIn(standing.gate.text)}</strong> <span class="row__more">${gateWords(standing)}</span></div></li>`)}</ul>`
      }
    </section>
  `;
}

function gatePart({ test, group }: TestPage, standing: GateStanding, form: FormState): TemplateResult {
  const { gate, answer, note, read } = standing;
  const said = test.answers.gates[gate.id];
  const values = { [`gate_${gate.id}`]: answer ?? '', [`note_${gate.id}`]: note ?? '', ...form.values };
  const state: FormState = { values, mistakes: form.mistakes };
  return html`
    <div class="panel">
      <h3>${gate.id}: ${textIn(gate.text)}</h3>
      <p class="hint">${textIn(gate.note)} Checked ${STAGE_WORDS[gate.stage]}, for ${CHECKER_WORDS[gate.checker]}.</p>
      ${said ? html`<p>The group says:</p><blockquote class="lines">${said}</blockquote>` : nothing}
      ${
        read
          ? html`<p><strong>${gateWords(standing)}</strong> <a href="/groups/${group.id}">The group’s page</a></p>`
          : html`${radioField(
              state,
              `gate_${gate.id}`,
              'Answer',
              GATE_ANSWERS.map((value) => ({ value, label: GATE_ANSWER_WORDS[value] })),
            )}
            ${field(state, `note_${gate.id}`, 'If not “yes”: why, and what can the group do?')}`
      }
    </div>
  `;
}

/** What would be published, for whoever publishes it. */
export function publishSection({
  test,
  area,
  preview,
  open,
  rights,
  hasScored,
  firstDo,
}: TestPage): TemplateResult | typeof nothing {
  if (test.state !== 'deciding') return nothing;
  return html`
    <section aria-labelledby="publish-heading">
      <h2 id="publish-heading">The result</h2>
      ${
        preview
          ? html`<p>This is what the group will read.</p>${resultView(preview)} ${afterResult(preview, area.reach).map((paragraph) => html`<p>${paragraph}</p>`)}
            ${firstDo.map((sentence) => html`<p class="note note--old">${sentence}</p>`)}
            ${rights.check && !hasScored && firstDo.length === 0 ? html`<form method="post" action="/desk/tests/${test.id}/publish"><input type="hidden" name="inputs" value=${preview.inputs} /><button class="button" type="submit">Publish the result and tell the group</button></form>` : nothing}`
          : html`<p>The marks stand. Before the result ${open.length === 1 ? 'this gate needs' : 'these gates need'} an answer that is not “not yet”: ${open.map(({ gate }) => gate.id).join(', ')}.</p>`
      }
    </section>
  `;
}
