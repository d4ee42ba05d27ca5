import { html, nothing, type TemplateResult } from 'lit';
import { isTurnOf, type Party, type Standing, type Step } from '../../../src/ground/cases/standing-contract.ts';
import { stepWords, thenWords } from '../../../src/ground/cases/standing-words.ts';

/** Where something stands, at the top of its page: in a word, then whose turn it is, what is next and by when; then what else is open. */
export function standingPanel(
  { stage, steps: [first, ...more], meanwhile }: Standing,
  reader: Party | null,
  { title = stage, below = nothing }: { title?: string; below?: TemplateResult | typeof nothing } = {},
): TemplateResult {
  const open = more.filter(({ turn }) => turn !== 'nobody');
  const then = more.filter(({ turn }) => turn === 'nobody').flatMap(thenWords);
  return html`<section class="panel standing" aria-labelledby="standing-heading">
    <h2 id="standing-heading">${title}</h2>
    <p class=${reader && isTurnOf(first.turn, reader) ? 'standing__next standing__next--yours' : 'standing__next'}>${stepWords(first, reader)}</p>
    ${howPart(first)}
    ${open.length > 0 ? html`<h3 class="h-small">Open too</h3><ul class="to-do">${open.map((step) => html`<li>${stepWords(step, reader)}${step.how ? html`<br /><span class="hint">${step.how}</span>` : nothing}</li>`)}</ul>` : nothing}
    ${then.map((words) => html`<p>${words}</p>`)}
    ${meanwhile.length > 0 ? html`<h3 class="h-small">Meanwhile</h3><ul class="plain-list">${meanwhile.map((step) => html`<li>${stepWords(step, reader)}</li>`)}</ul>` : nothing}
    ${below}
  </section>`;
}

const howPart = ({ how }: Step): TemplateResult | typeof nothing => (how ? html`<p>${how}</p>` : nothing);
