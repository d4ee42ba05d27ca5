import { html, nothing, type TemplateResult } from 'lit';
import type { AdoptedTerms, Adoption, RoomTerms } from '../../../src/groups/compact/compact-contract.ts';
import { ROOM_TERM_WORDS } from '../../../src/groups/compact/compact-words.ts';
import { field, selectField, type FormState } from '../../kernel/form-fields.ts';
import { shortDay } from '../../kernel/format.ts';
import { mistakesView } from '../../kernel/mistakes-view.ts';

type Named = Adoption & { owner: string; over: boolean };
type InArea = { area: { slug: string; name: string }; adoptions: readonly Named[]; terms: AdoptedTerms; today: string };
export type CompactDeskData = InArea & {
  owners: readonly { id: string; name: string }[];
  form: FormState;
  mayRecord: boolean;
  done: string | null;
};

const TERM_NAMES = Object.keys(ROOM_TERM_WORDS) as (keyof RoomTerms)[];
const DONE: Record<string, string> = {
  joined: 'Recorded. From the first day on, silence counts as an offer where the rules say so.',
  left: 'Ended. What was asked for before stays under the compact.',
  terms: 'Adopted. Requests keep the terms of the day on which they were made.',
};

/** For everybody: what the compact is, who has joined, and what goes for rooms. */
export function compactView(areas: readonly InArea[]): TemplateResult {
  return html`
    <div class="wrap prose">
      <h1>The compact</h1>
      <p class="lead">If a community group can show that its use of an empty or hardly used public place does good, it is for the owner to say why not. Owners who join the compact promise that.</p>
      <p>For a room this means: a group that has passed the <a href="/how-decisions-are-made">community benefit test</a> asks for a slot that the owner has published as open. If the owner has joined and does not answer in time, the room is offered.</p>
      ${areas.map(
        ({ area, adoptions, terms }) => html`
        <section aria-labelledby="compact-${area.slug}">
          <h2 id="compact-${area.slug}">${area.name}</h2>
          ${joinedList(adoptions.filter(({ over }) => !over))}
          <h3>What goes for rooms</h3>
          <p>${terms.minuteRef === null ? 'The area has adopted no terms of its own. These go until it does.' : `Adopted: ${terms.minuteRef}, from ${shortDay(terms.from ?? '')}.`}</p>
          <ul>${TERM_NAMES.map((name) => html`<li>${ROOM_TERM_WORDS[name].sentence(terms.terms[name])}</li>`)}</ul>
        </section>`,
      )}
    </div>
  `;
}

function joinedList(adoptions: readonly Named[]): TemplateResult {
  if (adoptions.length === 0)
    return html`<p>No owner has joined here yet. Groups can still ask; an owner’s silence then counts for nothing, and a broker asks again.</p>`;
  return html`<ul>${adoptions.map(({ owner, from, until, minuteRef }) => html`<li><strong>${owner}</strong>, from ${shortDay(from)}${until ? ` until ${shortDay(until)}` : ''} <span class="hint">${minuteRef}</span></li>`)}</ul>`;
}

/** For officers: recording who has joined, and adopting terms. */
export function compactDeskView({ area, adoptions, owners, form, mayRecord, done }: CompactDeskData): TemplateResult {
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
      ${mayRecord ? html`${joinForm(area.slug, owners, form)}<p class="actions"><a href="/desk/compact/terms?area=${area.slug}">Adopt other days and amounts for rooms</a></p>` : nothing}
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

/** The days and amounts for rooms, to adopt from a day on. */
export function roomTermsView({
  area,
  form,
}: {
  area: { slug: string; name: string };
  form: FormState;
}): TemplateResult {
  return html`
    <div class="wrap narrow">
      <nav class="crumbs" aria-label="Where you are"><a href="/desk/compact?area=${area.slug}">The compact in ${area.name}</a></nav>
      <h1>Terms for rooms</h1>
      ${mistakesView(form.mistakes)}
      <p class="lead">These days and amounts go for every room in ${area.name}. What you adopt here goes for requests from its first day on; earlier ones keep theirs.</p>
      <form method="post" action="/desk/compact/terms?area=${area.slug}" novalidate>
        ${TERM_NAMES.map((name) => field(form, name, ROOM_TERM_WORDS[name].label, { type: 'number', inputmode: 'numeric' }))}
        ${field(form, 'minute_ref', 'Where the decision is recorded', { hint: 'For instance “Cabinet, 3 March 2026, minute 41”' })} ${field(form, 'from', 'First day', { type: 'date' })}
        <button class="button" type="submit">Adopt these terms</button>
      </form>
    </div>
  `;
}
