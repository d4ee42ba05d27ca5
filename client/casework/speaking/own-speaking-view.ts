import { html, nothing, type TemplateResult } from 'lit';
import type { Hearing } from '../../../src/casework/hearings/hearing-contract.ts';
import type { Speaker } from '../../../src/casework/speaking/speaking-contract.ts';
import { MANNER_WORDS, SIDE_WORDS } from '../../../src/casework/speaking/speaking-words.ts';
import type { MistakeData } from '../../kernel/mistakes-view.ts';
import { longDay } from '../../kernel/format.ts';
import { mistakesView } from '../../kernel/mistakes-view.ts';

export type OwnSpeakingData = {
  key: string;
  speaker: Speaker;
  place: string;
  hearing: Hearing | null;
  mistakes: readonly MistakeData[];
  flash: string | null;
};

/** What somebody registered to say, with the link from a mail. Looking at it changes nothing. */
export function ownSpeakingView({ key, speaker, place, hearing, mistakes, flash }: OwnSpeakingData): TemplateResult {
  const { proposalId, side, manner, statement, needs, name } = speaker;
  const called = hearing?.state === 'called' ? hearing : null;
  return html`<div class="wrap narrow comment-page">
    <nav class="crumbs" aria-label="Where you are"><a href="/proposals/${proposalId}#hearing">${place}: the public hearing</a></nav>
    <h1>Speaking at the hearing</h1>
    ${flash ? html`<p class="done" role="status">${flash}</p>` : nothing} ${mistakesView(mistakes)}
    ${statePart(key, speaker, hearing)}
    <dl class="facts">
      <div><dt>When</dt><dd>${called ? html`${longDay(called.day)}, ${called.begins}, ${called.venue}` : 'No hearing is called now. We write to you when one is.'}</dd></div>
      <div><dt>You speak</dt><dd>${SIDE_WORDS[side].name}</dd></div>
      <div><dt>How</dt><dd>${MANNER_WORDS[manner].name}</dd></div>
      ${statement ? html`<div><dt>What is read out</dt><dd class="lines">${statement}</dd></div>` : nothing}
      ${needs ? html`<div><dt>What you need</dt><dd class="lines">${needs}</dd></div>` : nothing}
      ${name ? html`<div><dt>Your name</dt><dd>${name}, for those who run the hearing only</dd></div>` : nothing}
    </dl>
    ${called ? html`<p><a href="/proposals/${proposalId}/hearing.ics">Put it into your calendar</a></p>` : nothing}
  </div>`;
}

function statePart(key: string, { state, seconds }: Speaker, hearing: Hearing | null): TemplateResult | typeof nothing {
  if (state === 'unconfirmed')
    return html`<form class="group-form" method="post" action="/speakers/${key}/confirm">
      <p class="lead">You are not registered yet. Read it through, and press the button.</p>
      <button class="button" type="submit">Yes, register me</button></form>`;
  if (state === 'withdrawn')
    return html`<form class="group-form" method="post" action="/speakers/${key}/confirm">
      <p class="lead">You have taken it back. Everybody may come all the same.</p>
      ${hearing?.state === 'called' ? html`<button class="button button--quiet" type="submit">Register me again</button>` : nothing}</form>`;
  if (hearing?.state === 'held')
    return html`<p class="lead">${seconds === null ? 'The hearing was held.' : 'You have been heard. Thank you.'}</p><p><a href="/speakers/${key}/minutes">The minutes: read them, and correct the draft</a></p>`;
  if (seconds !== null) return html`<p class="lead">You have been heard. Thank you.</p>`;
  return html`<form class="group-form" method="post" action="/speakers/${key}/withdraw">
    <p class="lead">You are registered.</p><button class="button button--quiet" type="submit">I do not want to speak after all</button></form>`;
}
