import { html, nothing, type TemplateResult } from 'lit';
import { field, selectField, type FormState } from '../../kernel/form-fields.ts';
import { shortDay } from '../../kernel/format.ts';
import { mistakesView } from '../../kernel/mistakes-view.ts';
import type { InArea, Named } from './compact-view.ts';

/** An area’s compact as its officers see it. */
export type CompactDeskData = InArea & {
  owners: readonly { id: string; name: string }[];
  form: FormState;
  mayRecord: boolean;
  done: string | null;
};

const DONE: Record<string, string> = {
  joined: 'Recorded. From the first day on, silence counts as an offer where the rules say so.',
  left: 'Ended. What was asked for before stays under the compact.',
  terms: 'Adopted. Requests keep the terms of the day on which they were made.',
};

/** For officers: recording who has joined, and adopting terms. */
export function compactDeskView({
  area,
  adoptions,
  owners,
  form,
  mayRecord,
  done,
  more,
}: CompactDeskData): TemplateResult {
  return html`
    <div class="wrap desk-page">
      <nav class="crumbs" aria-label="Where you are"><a href="/desk?area=${area.slug}">Desk of ${area.name}</a></nav>
      <h1>The compact</h1>
      ${done && DONE[done] ? html`<p class="done" role="status">${DONE[done]}</p>` : nothing} ${mistakesView(form.mistakes)}
      <p class="lead">Which owners have decided to join, and the days and amounts that ${area.name} has adopted for rooms. <a href="/compact">As everybody sees it</a></p>
      <section>
        <h2>Owners who have joined</h2>
        ${adoptions.length === 0 ? html`<p>None yet.</p>` : html`<ul class="plain-list desk-lines">${adoptions.map((adoption) => adoptionLine(area.slug, adoption, mayRecord))}</ul>`}
      </section>
      ${mayRecord ? html`${joinForm(area.slug, owners, form)}<p class="actions"><a href="/desk/compact/terms?area=${area.slug}">Adopt other days and amounts for rooms</a></p>` : nothing} ${more}
    </div>
  `;
}

function adoptionLine(
  slug: string,
  { id, owner, minuteRef, officer, from, until, over }: Named,
  mayRecord: boolean,
): TemplateResult {
  return html`<li>
    <strong>${owner}</strong> <span class="hint">${minuteRef}; ${officer} signs</span><br />
    From ${shortDay(from)}${until ? ` until ${shortDay(until)}` : ''}${over ? html` – <em>over</em>` : nothing}
    ${
      mayRecord && !over
        ? html`<details class="more"><summary>End it</summary>
      <form method="post" action="/desk/compact/${id}/end?area=${slug}">
        <div class="field"><label for="reason-${id}">Why does ${owner} leave?</label><input id="reason-${id}" name="reason" required /></div>
        <button class="button button--quiet button--small" type="submit">End it after today</button>
      </form></details>`
        : nothing
    }
  </li>`;
}

function joinForm(slug: string, owners: CompactDeskData['owners'], form: FormState): TemplateResult {
  return html`<section class="panel"><h2>Record that an owner joins</h2>
    <form method="post" action="/desk/compact?area=${slug}" novalidate>
      ${selectField(form, 'owner', 'Owner', [{ value: '', label: 'Choose' }, ...owners.map(({ id, name }) => ({ value: id, label: name }))])}
      ${field(form, 'minute_ref', 'Where the decision is recorded', { hint: 'For instance “Cabinet, 3 March 2026, minute 41”' })}
      ${field(form, 'officer', 'Officer who signs what is granted by default')}
      ${field(form, 'from', 'First day', { type: 'date' })} ${field(form, 'until', 'Last day', { type: 'date', optional: true })}
      <button class="button" type="submit">Record it</button>
    </form>
  </section>`;
}
