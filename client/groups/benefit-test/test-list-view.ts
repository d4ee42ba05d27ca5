import { html, nothing, type TemplateResult } from 'lit';
import { OUTCOME_WORDS } from '../../../src/groups/benefit-test/result-words.ts';
import { SHOWN, type TestListPage } from '../../../src/groups/benefit-test/test-page-contract.ts';
import { PATH_WORDS, SHOWN_WORDS } from '../../../src/groups/benefit-test/test-words.ts';
import { shortDay } from '../../kernel/format.ts';

/** What waits to be scored, settled, checked and published, by the day it was received. */
export function testListView({ area, areas, show, counts, tests, next, today }: TestListPage): TemplateResult {
  const others = areas.filter(({ slug }) => slug !== area.slug);
  return html`
    <div class="wrap">
      <nav class="crumbs" aria-label="Where you are"><a href="/desk?area=${area.slug}">Desk</a></nav>
      <h1>Benefit tests in ${area.name}</h1>
      ${others.length > 0 ? html`<p>Other areas: ${others.map(({ slug, name }) => html`<a href="/desk/tests?area=${slug}">${name}</a> `)}</p>` : nothing}
      <nav aria-label="What to show"><ul class="tabs">${SHOWN.map((one) => html`<li><a href="/desk/tests?area=${area.slug}&amp;show=${one}" aria-current=${one === show ? 'page' : nothing}>${SHOWN_WORDS[one].tab} (${counts[one]})</a></li>`)}</ul></nav>
      ${tests.length === 0 ? html`<p>${SHOWN_WORDS[show].empty}</p>` : html`<ul class="rows">${tests.map((test) => row(test, today))}</ul>`}
      ${next ? html`<p><a class="button button--quiet" href=${next}>More</a></p>` : nothing}
      <p><a href="/how-decisions-are-made?area=${area.slug}">How decisions are made</a></p>
    </div>
  `;
}

function row(
  { id, group, path, about, state, receivedOn, dueOn, scored, outcome, provisional }: TestListPage['tests'][number],
  today: string,
): TemplateResult {
  const late = state !== 'published' && dueOn !== null && dueOn < today;
  return html`<li class="row"><div>
    <a href="/desk/tests/${id}"><strong>${group}</strong></a> ${PATH_WORDS[path].test}
    ${about ? html`<span class="row__more">${about.title}</span>` : nothing}
    <span class="hint row__more">Received on ${shortDay(receivedOn)}${state === 'published' || !dueOn ? '' : `, result by ${shortDay(dueOn)}`}${state === 'scoring' && scored !== null ? `. ${scored} of 2 have scored` : ''}</span>
    ${late ? html`<span class="late">Late</span>` : nothing}${outcome ? html`<span class="role">${OUTCOME_WORDS[outcome]}${provisional ? ', provisional' : ''}</span>` : nothing}
  </div></li>`;
}
