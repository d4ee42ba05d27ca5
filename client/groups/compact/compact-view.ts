import { html, type nothing, type TemplateResult } from 'lit';
import type { AdoptedTerms, Adoption } from '../../../src/groups/compact/compact-contract.ts';
import { ROOM_TERM_WORDS } from '../../../src/groups/compact/compact-words.ts';
import { shortDay } from '../../kernel/format.ts';
import { TERM_NAMES } from './room-terms-view.ts';

/** An owner’s adoption, and whether it is over. */
export type Named = Adoption & { owner: string; over: boolean };
/** Who has joined in one area. */
export type InArea = {
  area: { slug: string; name: string };
  adoptions: readonly Named[];
  terms: AdoptedTerms;
  today: string;
  /** What other features have to say of it. */
  more: readonly (TemplateResult | typeof nothing)[];
};

/** For everybody: what the compact is, who has joined, and what goes for rooms. */
export function compactView(areas: readonly InArea[]): TemplateResult {
  return html`
    <div class="wrap prose">
      <h1>The compact</h1>
      <p class="lead">If a community group can show that its use of an empty or hardly used public place does good, it is for the owner to say why not. Owners who join the compact promise that.</p>
      <p>For a room this means: a group that has passed the <a href="/how-decisions-are-made">community benefit test</a> asks for a slot that the owner has published as open. If the owner has joined and does not answer in time, the room is offered. The test decides what silence means, never an owner’s yes: an owner may say yes to a group that nobody has scored, at the community price too.</p>
      ${areas.map(
        ({ area, adoptions, terms, more }) => html`
        <section aria-labelledby="compact-${area.slug}">
          <h2 id="compact-${area.slug}">${area.name}</h2>
          ${joinedList(adoptions.filter(({ over }) => !over))}
          <h3>What goes for rooms</h3>
          <p>${terms.minuteRef === null ? 'The area has adopted no terms of its own. These go until it does.' : `Adopted: ${terms.minuteRef}, from ${shortDay(terms.from ?? '')}.`}</p>
          <ul>${TERM_NAMES.map((name) => html`<li>${ROOM_TERM_WORDS[name].sentence(terms.terms[name])}</li>`)}</ul>
          ${more}
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
