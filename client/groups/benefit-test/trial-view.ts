import { html, nothing, type TemplateResult } from 'lit';
import { anchorsIn, PATHS, textIn } from '../../../src/groups/benefit-test/criteria-contract.ts';
import { PATH_WORDS } from '../../../src/groups/benefit-test/test-words.ts';
import type { Trial } from '../../../src/groups/benefit-test/trial-contract.ts';
import { radioField } from '../../kernel/form-fields.ts';
import { mistakesView } from '../../kernel/mistakes-view.ts';
import { resultView } from './result-view.ts';

/** Trying the test: marks of one's own, and what they come to. The address says it all, so that it can be passed on. */
export function trialView({
  area,
  path,
  stored,
  rules,
  marks,
  marked,
  asked,
  mistakes,
  result,
}: Trial): TemplateResult {
  const { version } = stored.set;
  const form = {
    values: Object.fromEntries(Object.entries(marks).map(([id, mark]) => [`mark_${id}`, String(mark)])),
    mistakes,
  };
  return html`
    <div class="wrap criteria">
      <p class="crumbs"><a href="/how-decisions-are-made?area=${area.slug}&amp;path=${path}&amp;version=${version}">How decisions are made</a></p>
      <h1>Try the benefit test</h1>
      ${mistakesView(mistakes)}
      <p class="lead">Give yourself marks, and see what they come to. Nothing is stored, and nobody sees it.</p>
      <nav aria-label="What for"><ul class="tabs">${PATHS.map((one) => html`<li><a href="/how-decisions-are-made/try?area=${area.slug}&amp;path=${one}&amp;version=${version}" aria-current=${one === path ? 'page' : nothing}>${PATH_WORDS[one].name}</a></li>`)}</ul></nav>
      <score-sheet src="/api/criteria/try?area=${area.slug}&amp;version=${version}&amp;path=${path}">
        <form class="sheet" method="get" action="/how-decisions-are-made/try#result">
          <input type="hidden" name="area" value=${area.slug} /><input type="hidden" name="path" value=${path} /><input type="hidden" name="version" value=${version} />
          ${rules.criteria.map(
            (criterion) => html`<div class="panel sheet__question">
            ${radioField(
              form,
              `mark_${criterion.id}`,
              textIn(criterion.text),
              anchorsIn(criterion).map((anchor, mark) => ({ value: String(mark), label: `${mark} – ${anchor}` })),
              `Counts ${criterion.weight} of 100.${criterion.min > 0 ? ` At least ${criterion.min} is needed.` : ''}`,
            )}
          </div>`,
          )}
          <p class="sheet__total" role="status" data-total></p>
          <p><button class="button" type="submit">Work it out</button></p>
        </form>
        <section id="result" tabindex="-1" aria-labelledby="result-heading">
          <h2 id="result-heading">What it comes to</h2>
          <div data-result>${result ? resultView(result) : html`<p>${marked === 0 ? 'Choose a mark for each question.' : `${marked} of ${asked} questions have a mark. There is a result once all have one.`}</p>`}</div>
          ${result ? html`<p class="hint">Copy the address of this page to show it to somebody.</p>` : nothing}
        </section>
      </score-sheet>
    </div>
  `;
}
