import { html, nothing, type TemplateResult } from 'lit';
import {
  anchorsIn,
  PATHS,
  textIn,
  type PathName,
  type PathRules,
} from '../../../src/groups/benefit-test/criteria-contract.ts';
import { CHECKER_WORDS } from '../../../src/groups/benefit-test/passport-words.ts';
import { PATH_WORDS, SCALE, STAGE_WORDS } from '../../../src/groups/benefit-test/test-words.ts';
import { IS_WORDS, type Dated, type Named } from './criteria-data.ts';
import { versionsPart } from './criteria-versions-part.ts';
import type { Criterion } from '../../../src/groups/benefit-test/criterion-contract.ts';

type Data = { area: Named; areas: readonly Named[]; path: PathName; shown: Dated; history: readonly Dated[] };

/** The test as it is adopted: every question, mark and gate, for everybody to read. */
export function criteriaView({ area, areas, path, shown, history }: Data): TemplateResult {
  const { set } = shown.stored;
  const rules = set.paths[path];
  const here = (more: string): string => `/how-decisions-are-made?area=${area.slug}${more}`;
  return html`
    <div class="wrap criteria">
      <h1>How decisions are made</h1>
      <p class="lead">When a group asks for a place, people decide by questions that are the same for everybody and known beforehand. This is the community benefit test of ${area.name}.</p>
      ${areas.length > 1 ? html`<p>Other areas: ${areas.filter(({ slug }) => slug !== area.slug).map(({ slug, name }) => html`<a href="/how-decisions-are-made?area=${slug}&amp;path=${path}">${name}</a> `)}</p>` : nothing}
      <nav aria-label="What for"><ul class="tabs">${PATHS.map((one) => html`<li><a href=${here(`&path=${one}&version=${set.version}`)} aria-current=${one === path ? 'page' : nothing}>${PATH_WORDS[one].name}</a></li>`)}</ul></nav>
      ${shown.is === 'in_force' ? nothing : html`<p class="note note--old">This version is ${IS_WORDS[shown.is]}. <a href=${here(`&path=${path}`)}>See the one in force</a>.</p>`}
      ${howItWorks(rules)}
      <p class="criteria__try"><a class="button" href="/how-decisions-are-made/try?area=${area.slug}&amp;path=${path}&amp;version=${set.version}">Try it with marks of your own</a></p>
      <section aria-labelledby="questions-heading"><h2 id="questions-heading">The questions</h2>${rules.criteria.map(questionPart)}</section>
      ${path === 'room' ? html`<section aria-labelledby="rivals-heading"><h2 id="rivals-heading">When several groups want the same dates</h2><p>A pass goes first, then the questions about benefit, then whoever has had fewer hours in the owner’s rooms, then a draw that anybody can check. <a href="/how-decisions-are-made/rivals">How it is decided who goes first</a></p></section>` : nothing}
      <section aria-labelledby="dates-heading"><h2 id="dates-heading">How dates are worked out</h2><p>Every last day is counted in the same way: working days, weekends, bank holidays, pauses. <a href="/how-decisions-are-made/dates">Work out a date day by day</a></p></section>
      ${gatesPart(rules)} ${versionsPart(area, shown, history)}
    </div>
  `;
}

function howItWorks(rules: PathRules): TemplateResult {
  return html`
    <section class="panel how" aria-labelledby="how-heading">
      <h2 id="how-heading">How it works</h2>
      <div>
      <p>Two people score each answer from 0 to 4, apart from each other. Neither belongs to the owner or to the group. Where they differ, they come to one mark and write down why: marks are never averaged. Money does not come into it.</p>
      <p>Each mark times the weight of its question makes points. <strong>${rules.pass_mark.toFixed(1)}%</strong> of all points are a pass, if no question that needs a least mark is below it, and nothing that must hold besides is answered with “no”.</p>
      <p>Up to ${rules.near_band.toFixed(1)} below is “nearly”: the group can improve its answers once, within ${rules.improve_working_days} working days, with an officer’s help. Below that it is “not yet”, and the result says what would have changed it. Anybody can ask for a review within ${rules.review_working_days} working days.</p>
      ${rules.validity_months ? html`<p>A pass is good for ${rules.validity_months} months, everywhere in the area.</p>` : nothing}
      </div>
      <div><h3>What the marks mean</h3><ol class="anchors" start="0">${SCALE.map((words) => html`<li>${words}</li>`)}</ol></div>
    </section>
  `;
}

function questionPart(criterion: Criterion): TemplateResult {
  const { id, text, why, evidence, help, weight, min, compared } = criterion;
  return html`
    <article class="criterion" id=${id}>
      <h3>${textIn(text)}</h3>
      <p>${textIn(why)} ${help ? textIn(help) : nothing}</p>
      <p class="criterion__facts"><span class="role">Counts ${weight} of 100</span> ${min > 0 ? html`<span class="role">At least ${min} is needed</span>` : nothing} ${compared ? html`<span class="role">Compared between rivals</span>` : nothing}</p>
      <ol class="anchors" start="0">${anchorsIn(criterion).map((anchor) => html`<li>${anchor}</li>`)}</ol>
      <p class="hint">What may show it: ${textIn(evidence)}</p>
    </article>
  `;
}

function gatesPart({ gates }: PathRules): TemplateResult {
  return html`
    <section aria-labelledby="gates-heading">
      <h2 id="gates-heading">What must hold besides</h2>
      <p>These are not marked. They are answered with yes, not yet, no, or not needed.</p>
      <ul class="rows">${gates.map(
        ({ id, text, note, stage, checker, of, before_start: beforeStart }) => html`<li class="row"><div>
        <strong>${id}: ${textIn(text)}</strong> <span class="row__more">${textIn(note)}</span>
        <span class="hint row__more">Checked ${STAGE_WORDS[stage]}${of === 'booking' ? ', with each room' : ''}, for ${CHECKER_WORDS[checker]}.${beforeStart ? ` Before the start: ${textIn(beforeStart)}` : ''}</span></div></li>`,
      )}</ul>
    </section>
  `;
}
