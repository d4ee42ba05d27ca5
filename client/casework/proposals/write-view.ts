import { html, nothing, type TemplateResult } from 'lit';
import { PLAN_PARTS } from '../../../src/casework/budgets/budget-contract.ts';
import { PLAN_TASKS } from '../../../src/casework/budgets/budget-words.ts';
import type { DraftPage } from '../../../src/casework/proposals/proposal-page-contract.ts';
import type { PlanTaskName, TaskName } from '../../../src/casework/proposals/proposal-task-contract.ts';
import { field, longField, type FormState } from '../../kernel/form-fields.ts';
import { longDay } from '../../kernel/format.ts';
import { mistakesView } from '../../kernel/mistakes-view.ts';

type Written = { draft: DraftPage; form: FormState };

const TASK_WORDS: Record<TaskName, string> = {
  use: 'What you would do there',
  dates: 'From when until when',
  people: 'The people who answer for it',
  questions: 'The questions of the benefit test',
  together: 'Other groups that ask with you',
  ...PLAN_TASKS,
};

/** A proposal that is being written: what is done, what is to be done, one page each. */
export function writeView({ draft, flash }: Written & { flash: string | null }): TemplateResult {
  const { proposal, tasks, missing, assisted, rival } = draft;
  const { id, place, group, state, number, dueOn } = proposal;
  const ready = tasks.every(({ why }) => why === null);
  const hrefs: Record<TaskName, string> = {
    use: `/proposals/${id}/use`,
    dates: `/proposals/${id}/dates`,
    people: `/groups/${group.id}`,
    questions: draft.questions.root,
    together: `/proposals/${id}/partners`,
    ...planHrefs(id),
  };
  return html`<div class="wrap narrow">
    ${crumbs(draft)}
    <h1>${place}: your proposal</h1>
    <p class="hint">For ${group.name} · number ${number}${assisted ? ' · you type for the group' : ''}</p>
    ${flash ? html`<p class="done" role="status">${flash}</p>` : nothing}
    ${rival ? html`<p class="note">Another group has asked for this place for some of the same days (${rival}), and the time in which others could ask too is over. Choose other days, or write on: yours can be sent if theirs comes to nothing, and you are told.</p>` : nothing}
    ${missing && state !== 'improving' ? html`<section class="panel"><h2>What was missing</h2><p class="lines">${missing}</p></section>` : nothing}
    <p class="lead">Everything is saved as you go. Do it in any order, and stop whenever you like.</p>
    <ul class="rows">${tasks.map(
      ({ name, why }) => html`<li class="row"><div><a href=${hrefs[name]}><strong>${TASK_WORDS[name]}</strong></a>
      ${why ? html`<span class="row__more">${why}</span>` : nothing}</div>
      <span class="hint">${why !== null ? 'To do' : name === 'together' ? 'If you like' : 'Done'}</span></li>`,
    )}</ul>
    <p><a class="button" href="/proposals/${id}/check">${ready ? 'Check your answers and send' : 'See it as others will'}</a></p>
    ${dueOn && state === 'draft' ? html`<p class="hint">A draft that nobody touches is kept until ${longDay(dueOn)}.</p>` : nothing}
    ${
      state === 'draft'
        ? html`<details class="more"><summary>Drop this draft</summary><form method="post" action="/proposals/${id}/withdraw"><input type="hidden" name="seen" value=${state} />
          <p>It is gone then, with its answers.</p><button class="button button--quiet" type="submit">Drop it</button></form></details>`
        : nothing
    }
  </div>`;
}

const planHrefs = (id: string): Record<PlanTaskName, string> =>
  Object.fromEntries(PLAN_PARTS.map((part) => [part, `/proposals/${id}/plan/${part}`])) as Record<PlanTaskName, string>;

export function useView({ draft, form }: Written): TemplateResult {
  const { proposal } = draft;
  const values = { use: proposal.use, ...form.values };
  return html`<div class="wrap narrow">${crumbs(draft)}
    <h1>What would you do there?</h1>${mistakesView(form.mistakes)}
    <form class="group-form" method="post" action="/proposals/${proposal.id}/use" novalidate>${thenField(form)}
      <input type="hidden" name="was" value=${proposal.use} />
      ${longField({ ...form, values }, 'use', 'In a sentence or two', { rows: 3, hint: 'Everybody reads it, and it stands on the sign. For instance: “We plant wild flowers and herbs on the verge, and keep it clear of rubbish.” Up to 400 characters.' })}
      <button class="button" type="submit">Save</button>
    </form></div>`;
}

export function datesView({ draft, form }: Written): TemplateResult {
  const { proposal } = draft;
  const values = { starts: proposal.starts ?? '', ends: proposal.ends ?? '', ...form.values };
  const filled = { ...form, values };
  return html`<div class="wrap narrow">${crumbs(draft)}
    <h1>From when until when?</h1>${mistakesView(form.mistakes)}
    <p>Meanwhile use is for a time: four weeks at least, three years at most. Most groups ask for a year; you can ask again.</p>
    <form class="group-form" method="post" action="/proposals/${proposal.id}/dates" novalidate>${thenField(form)}
      ${field(filled, 'starts', 'First day', { type: 'date', hint: `If you send this today and nobody answers, you would know by ${longDay(draft.dates.silence)}.` })}
      ${field(filled, 'ends', 'Last day', { type: 'date' })}
      <button class="button" type="submit">Save</button>
    </form></div>`;
}

/** Keeps that somebody came from checking their answers. */
const thenField = ({ values }: FormState): TemplateResult | typeof nothing =>
  values['then'] === 'check' ? html`<input type="hidden" name="then" value="check" />` : nothing;

export const crumbs = ({ proposal: { id, place, asset, state } }: DraftPage): TemplateResult =>
  html`<nav class="crumbs" aria-label="Where you are">${asset ? html`<a href="/assets/${asset.id}">${place}</a>` : place} › <a href="/proposals/${id}${state === 'draft' ? '/write' : ''}">Proposal</a></nav>`;
