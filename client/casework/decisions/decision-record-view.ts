import { html, nothing, type TemplateResult } from 'lit';
import type { DecisionsTold, PublicDecision } from '../../../src/casework/decisions/decision-page-contract.ts';
import { RULING_WORDS } from '../../../src/casework/decisions/decision-words.ts';
import type { PublicProposal } from '../../../src/casework/proposals/proposal-page-contract.ts';
import { GRANT_WORDS } from '../../../src/casework/proposals/proposal-words.ts';
import { ROLES } from '../../../src/ground/people/role-contract.ts';
import { longDay, shortDay } from '../../kernel/format.ts';
import { pausesPart } from '../proposals/pauses-part.ts';
import { groundPart } from './decisions-told-part.ts';

/** The decision record of a case: what was decided, by whom, for which reasons, on what it rests, and what was put right since. */
export function decisionRecordView(proposal: PublicProposal, told: DecisionsTold): TemplateResult {
  const { id, place, number, group, grantKind, decidedOn, reasons, standing } = proposal;
  return html`<article class="wrap narrow request">
    <nav class="crumbs" aria-label="Where you are"><a href="/proposals/${id}">${place}: asked for by ${group.name}</a></nav>
    <header><h1>The decision: ${place}</h1><p class="hint">Number ${number}. Today: ${standing.stage}.</p></header>
    ${grantKind ? html`<p class="lead">${GRANT_WORDS[grantKind]}</p>` : nothing}
    ${decidedOn ? html`<p>Decided on ${longDay(decidedOn)}. ${reasons}</p>` : nothing}
    ${told.decisions.map(decisionPart)}
    ${grantKind && !told.decisions.some(({ ruling }) => ruling === 'granted') ? html`<p class="note">No officer has signed it yet. The grant does not wait for that.</p>` : nothing}
    ${told.grounds.length > 0 ? html`<section><h2>Grounds that the owner showed</h2><ul class="plain-list">${told.grounds.map((ground) => html`<li>${groundPart(ground)}</li>`)}</ul></section>` : nothing}
    ${pausesPart(proposal)}
    <p><a href="/proposals/${id}">The case, with the result of the test and all that has happened</a> · <a href="/api/proposals/${id}/decision">Its data</a></p>
  </article>`;
}

function decisionPart(decision: PublicDecision): TemplateResult {
  const { ruling, reasons, alternatives, interests, background, equalityTouched, equalityConsidered, corrections } =
    decision;
  const role = ROLES[decision.signedAs as keyof typeof ROLES].words;
  const rows: readonly [string, string][] = [
    ['Reasons', reasons],
    ['What else was considered', alternatives],
    ['Interests declared', interests],
    ['Papers on which it rests', background],
    ['Who may be touched by it', equalityTouched],
    ['What was considered about them', equalityConsidered],
  ];
  return html`<section><h2>${RULING_WORDS[ruling]}</h2>
    <p class="hint">${role}, ${shortDay(decision.signedOn)}</p>
    <dl class="facts">${rows.filter(([, says]) => says !== '').map(([term, says]) => html`<div><dt>${term}</dt><dd class="lines">${says}</dd></div>`)}</dl>
    ${corrections.map(
      ({ words, correctedOn, substance }) =>
        html`<p class="note"><strong>Put right on ${shortDay(correctedOn)}:</strong> ${words}${substance ? ' This changes what was decided; the time to ask for a review began again on that day.' : ''}</p>`,
    )}
  </section>`;
}
