import { html, nothing, type TemplateResult } from 'lit';
import { textIn } from '../../../src/groups/benefit-test/criteria-contract.ts';
import type { PassportPage } from '../../../src/groups/benefit-test/passport-contract.ts';
import { standingWords, trialDatesWords } from '../../../src/groups/benefit-test/passport-standing-words.ts';
import { stepWords } from '../../../src/ground/cases/standing-words.ts';
import { gateWords, STEPS } from '../../../src/groups/benefit-test/passport-words.ts';
import { shortDay } from '../../kernel/format.ts';

/** What whoever looks may do. */
export type PassportViewer = { answer: boolean; assist: boolean; read: boolean };

const BEGIN = {
  begin: 'Answer the five questions',
  improve: 'Improve the answers',
  renew: 'Renew the passport',
};

/** Where the passport stands, whose turn it is, and what can be done now. */
export function standingPanel(page: PassportPage, viewer: PassportViewer): TemplateResult {
  const { title, more } = standingWords(page, page.steps[0].kind);
  const [first, ...others] = page.steps.map((step) => stepWords(step, viewer.answer ? 'group' : null));
  const trials = trialDatesWords(page);
  const state = page.open?.state ?? (page.last ? 'published' : 'draft');
  return html`
    <section class="panel" aria-labelledby="standing-heading">
      <h2 id="standing-heading">${title}</h2>
      <ol class="steps">${STEPS.map((step) => html`<li aria-current=${step.states.includes(state) ? 'step' : nothing}>${step.title}</li>`)}</ol>
      <p><strong>${first}</strong> ${more}</p>
      ${others.map((words) => html`<p>${words}</p>`)}
      ${trials === null ? nothing : html`<p>${trials}</p>`}
      ${page.standing.state === 'passed' && (page.open || page.next === 'improve') ? html`<p>The passport you have is good until ${shortDay(page.standing.validUntil ?? '')} in any case.</p>` : nothing}
      ${
        page.open && page.open.state !== 'draft'
          ? html`<ul class="rows">${page.gates.map(
              (
                standing,
              ) => html`<li class="row"><div><strong>${textIn(standing.gate.text)}</strong> <span class="row__more">${gateWords(standing)}</span></div>
        ${standing.read && standing.answer !== 'yes' && viewer.answer ? html`<a href="/groups/${page.group.id}/invite?role=group_deputy">Invite a deputy</a>` : nothing}</li>`,
            )}</ul>`
          : nothing
      }
      ${ways(page, viewer)}
    </section>
  `;
}

function ways({ group, area, open, next, standing }: PassportPage, { answer, assist }: PassportViewer): TemplateResult {
  const mayWrite = open?.state === 'draft' || (open === null && next !== null);
  const label = open?.state === 'draft' ? 'Go on with the answers' : next ? BEGIN[next] : '';
  return html`
    ${mayWrite && !answer && !assist ? html`<p class="note">Your lead or deputy does this.</p>` : nothing}
    <p class="actions">
      ${mayWrite && answer ? html`<a class="button" href="/groups/${group.id}/passport/answers">${label}</a>` : nothing}
      ${mayWrite && assist ? html`<a class="button" href="/desk/groups/${group.id}/passport">Type the answers for somebody</a>` : nothing}
      ${standing.state === 'passed' ? html`<a class=${mayWrite ? 'button button--quiet' : 'button'} href="/spaces?area=${area.slug}">Find a room</a>` : nothing}
      ${assist && open && open.state !== 'draft' ? html`<a class="button button--quiet" href="/desk/tests/${open.id}">Gates and result</a>` : nothing}
    </p>
    ${
      open && open.state !== 'draft' && answer
        ? html`<details class="confirm"><summary>Take the answers back</summary>
      <form method="post" action="/groups/${group.id}/passport/withdraw"><p>Nobody goes on scoring them. You can answer again at any time. Trial dates that your group has stay booked; it can have no more of them until new answers are being scored.</p><button class="button button--small" type="submit">Take them back</button></form></details>`
        : nothing
    }
  `;
}
