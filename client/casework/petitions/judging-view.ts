import { html, nothing, type TemplateResult } from 'lit';
import type { PublicPetition } from '../../../src/casework/petitions/petition-page-contract.ts';
import { CHANNEL_LABELS, PATTERN_WORDS, signatures } from '../../../src/casework/petitions/petition-words.ts';
import type { Signature } from '../../../src/casework/petitions/signature-contract.ts';
import type { FormState } from '../../kernel/form-fields.ts';
import { mistakesView } from '../../kernel/mistakes-view.ts';

type PatternShown = { key: string; kind: string; count: number; from: number; until: number };
export type JudgingData = {
  petition: PublicPetition;
  patterns: readonly PatternShown[];
  strikes: readonly { id: string; kind: string; count: number; standing: boolean }[];
  doubles: readonly { one: Signature; other: Signature | null }[];
  form: FormState;
  flash: string | null;
};

/** For those who count: what looks made by a script, with how many it is before anything is struck, and who may have signed twice. */
export function judgingView({ petition, patterns, strikes, doubles, form, flash }: JudgingData): TemplateResult {
  const { id, place, tally, state, area } = petition;
  const counting = state === 'open' || state === 'verifying';
  return html`<div class="wrap narrow">
    <nav class="crumbs" aria-label="Where you are"><a href="/petitions/${id}">Petition: ${place}</a></nav>
    <h1>Look at the signatures</h1>
    ${flash ? html`<p class="done" role="status">${flash}</p>` : nothing} ${mistakesView(form.mistakes)}
    <p class="lead">${signatures(tally.valid)} ${tally.valid === 1 ? 'is' : 'are'} valid now. Nothing is struck by itself: a pattern is a reason to look, and a strike can be taken back until the count is out.</p>
    <section aria-labelledby="patterns-heading"><h2 id="patterns-heading">Patterns</h2>
      ${patterns.length === 0 ? html`<p>Nothing looks made by a script.</p>` : html`<ul class="plain-list desk-lines">${patterns.map((pattern) => patternPart(id, pattern, area.timeZone, counting))}</ul>`}</section>
    ${strikes.length > 0 ? html`<section aria-labelledby="struck-heading"><h2 id="struck-heading">Struck</h2><ul class="plain-list desk-lines">${strikes.map((strike) => strikePart(id, strike, counting))}</ul></section>` : nothing}
    <section aria-labelledby="doubles-heading"><h2 id="doubles-heading">Possibly the same person</h2>
      ${doubles.length === 0 ? html`<p>Nobody of the same name and postcode has signed twice.</p>` : html`<p>Father and son may have one name and one postcode. Say what you find.</p><ul class="plain-list desk-lines">${doubles.map((pair) => doublePart(id, pair, counting))}</ul>`}</section>
  </div>`;
}

function patternPart(id: string, { key, kind, count, from, until }: PatternShown, zone: string, counting: boolean) {
  const at = (ms: number): string =>
    new Intl.DateTimeFormat('en-GB', {
      timeZone: zone,
      day: 'numeric',
      month: 'short',
      hour: '2-digit',
      minute: '2-digit',
    }).format(ms);
  return html`<li><strong>${signatures(count)}</strong>: ${PATTERN_WORDS[kind] ?? kind}. Between ${at(from)} and ${at(until)}.
    ${counting ? html`<form method="post" action="/petitions/${id}/strikes"><input type="hidden" name="pattern" value=${key} /><input type="hidden" name="count" value=${count} /><button class="button button--quiet" type="submit">Strike these ${count.toLocaleString('en-GB')}</button></form>` : nothing}</li>`;
}

const strikePart = (id: string, strike: JudgingData['strikes'][number], counting: boolean): TemplateResult =>
  html`<li>${signatures(strike.count)} ${strike.standing ? 'struck' : 'struck and taken back'}: ${PATTERN_WORDS[strike.kind] ?? strike.kind}.
    ${counting ? html`<form method="post" action="/petitions/${id}/strikes/${strike.id}/${strike.standing ? 'undo' : 'redo'}"><button class="button button--quiet" type="submit">${strike.standing ? 'Take the strike back' : 'Strike them again'}</button></form>` : nothing}</li>`;

const doublePart = (id: string, { one, other }: JudgingData['doubles'][number], counting: boolean): TemplateResult =>
  html`<li>${other ? html`${other.name}, ${other.postcode} (${CHANNEL_LABELS[other.channel].toLowerCase()}) and ` : nothing}${one.name}, ${one.postcode} (${CHANNEL_LABELS[one.channel].toLowerCase()})
    ${counting ? html`<form class="inline-acts" method="post" action="/petitions/${id}/doubles/${one.id}"><button class="button button--quiet" name="verdict" value="same" type="submit">The same person: count once</button> <button class="button button--quiet" name="verdict" value="different" type="submit">Two people: count both</button></form>` : nothing}</li>`;
