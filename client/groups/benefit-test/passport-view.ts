import { html, nothing, type TemplateResult } from 'lit';
import { textIn } from '../../../src/groups/benefit-test/criteria-contract.ts';
import type { PassportPage } from '../../../src/groups/benefit-test/passport-contract.ts';
import { CHECKER_WORDS } from '../../../src/groups/benefit-test/passport-words.ts';
import { afterResult } from '../../../src/groups/benefit-test/result-words.ts';
import { shortDay } from '../../kernel/format.ts';
import { answersList } from './answers-part.ts';
import { standingPanel, type PassportViewer } from './passport-standing-part.ts';
import { resultView } from './result-view.ts';
import type { Gate } from '../../../src/groups/benefit-test/criterion-contract.ts';

type Data = { page: PassportPage; viewer: PassportViewer; flash: string | null };

/** A group's page about its room passport: what it is, how it stands, whose turn it is. */
export function passportView({ page, viewer, flash }: Data): TemplateResult {
  const { group, area, open, last } = page;
  return html`
    <div class="wrap group passport">
      <nav class="crumbs" aria-label="Where you are"><a href="/groups/${group.id}">${group.name}</a></nav>
      ${flash ? html`<p class="done" role="status">${flash}</p>` : nothing}
      <header>
        <h1>Room passport</h1>
        <p class="lead">Five questions, once a year, good for every room in ${area.name}. You need no constitution, no bank account and no papers.</p>
      </header>
      ${standingPanel(page, viewer)}
      ${
        last?.result && open === null
          ? html`<section aria-labelledby="result-heading">
        <h2 id="result-heading">The result of ${shortDay(last.resultOn ?? '')}</h2>
        ${resultView(last.result)} ${afterResult(last.result, area.reach).map((paragraph) => html`<p>${paragraph}</p>`)}
      </section>`
          : nothing
      }
      ${open && open.state !== 'draft' ? html`<section aria-labelledby="told-heading"><h2 id="told-heading">What you told us</h2>${answersList(page, viewer.read ? `/groups/${group.id}/passport/evidence` : null)}</section>` : nothing}
      ${open || last ? html`<details class="asked"><summary>What is asked, and what is checked</summary>${asked(page)}</details>` : asked(page)}
    </div>
  `;
}

/** What is asked and checked, before anybody begins. */
function asked({ path, stored, area }: PassportPage): TemplateResult {
  const of = (kind: Gate['of']): Gate[] => path.gates.filter((gate) => gate.of === kind);
  return html`
    <section aria-labelledby="asked-heading">
      <h2 id="asked-heading">What is asked</h2>
      <ol>${path.criteria.map(({ text, why, weight }) => html`<li><strong>${textIn(text)}</strong> ${textIn(why)} <span class="hint">Counts ${weight} of 100.</span></li>`)}</ol>
      <p>Two people who do not know each other’s marks give 0 to 4 for each answer. ${path.pass_mark.toFixed(1)}% of the points are a pass. Money, a constitution or a petition are not asked for. <a href="/how-decisions-are-made?area=${area.slug}&amp;path=room">How decisions are made</a> has every mark in words, and you can <a href="/how-decisions-are-made/try?area=${area.slug}&amp;path=room">try it</a>.</p>
      <h3>What must hold besides</h3>
      <ul>${of('case').map(({ text, note }) => html`<li>${textIn(text)} ${textIn(note)}</li>`)}</ul>
      <h3>What is looked at with each room</h3>
      <ul>${of('booking').map(({ text, note, checker }) => html`<li>${textIn(text)} ${textIn(note)} <span class="hint">For ${CHECKER_WORDS[checker]}.</span></li>`)}</ul>
      <p class="note">By version ${stored.set.version} of the test.</p>
    </section>
  `;
}
