import { html, nothing, type TemplateResult } from 'lit';
import type { Hearing, OfferedWay } from '../../../src/casework/hearings/hearing-contract.ts';
import type { HearingShown } from '../../../src/casework/hearings/hearing-page-contract.ts';
import { WAY_WORDS } from '../../../src/casework/hearings/hearing-words.ts';
import { longDay } from '../../kernel/format.ts';

const HEADINGS: Record<Hearing['state'], string> = {
  called: 'The public hearing',
  held: 'The public hearing: held',
  cancelled: 'The hearing that was cancelled',
  not_held: 'The hearing that was not held',
};

/** The notice of a hearing, and what is known of it since: everybody reads it. */
export function hearingPart({ hearing, ways }: HearingShown): TemplateResult | typeof nothing {
  if (!hearing) return nothing;
  const { state, day, begins, venue, access, online, reason, adjournedFrom } = hearing;
  return html`<section aria-labelledby="hearing-heading" id="hearing"><h2 id="hearing-heading">${HEADINGS[state]}</h2>
    ${state === 'called' ? html`<p class="lead">${longDay(day)}, ${begins}. Everybody may come, and say what they think.</p>` : nothing}
    <dl class="facts">
      <div><dt>When</dt><dd>${longDay(day)}, ${begins}</dd></div>
      <div><dt>Where</dt><dd>${venue}</dd></div>
      <div><dt>Getting in</dt><dd>${access}</dd></div>
      <div><dt>From home</dt><dd>${online || 'It cannot be followed online.'}</dd></div>
      <div><dt>Notice</dt><dd>${noticeWords(hearing)}</dd></div>
      ${adjournedFrom ? html`<div><dt>Adjourned</dt><dd>from ${longDay(adjournedFrom)}, once</dd></div>` : nothing}
    </dl>
    ${reason ? html`<p>${reason}</p>` : nothing}
    ${state === 'held' ? heldPart(hearing) : nothing}
    ${ways.length > 0 ? html`<h3>Other ways to be heard</h3><dl class="facts">${ways.map(wayRow)}</dl>` : nothing}
  </section>`;
}

function noticeWords({ calledOn, policyLatest, statuteLatest, day, committee }: Hearing): string {
  const statute = statuteLatest
    ? `; by the law, because a committee holds it, ${longDay(statuteLatest)}`
    : committee
      ? ''
      : '. No committee of the council holds it, so the law asks for no days of its own';
  return `Given on ${longDay(calledOn)}. By the policy here the last day for a hearing on ${longDay(day)} was ${longDay(policyLatest)}${statute}.`;
}

const wayRow = ({ kind, words, came }: OfferedWay): TemplateResult =>
  html`<div><dt>${WAY_WORDS[kind].name}</dt><dd>${words}${came ? html`<br /><strong>What came of it:</strong> ${came}` : nothing}</dd></div>`;

/** Who was there: information, not a vote. */
function heldPart({ inRoom, onlineCount, spokeFor, spokeAgainst, interests }: Hearing): TemplateResult {
  const said: [label: string, count: number | null][] = [
    ['In the room', inRoom],
    ['Online', onlineCount],
    ['Spoke or wrote for it', spokeFor],
    ['Spoke or wrote against it', spokeAgainst],
  ];
  return html`<p>These numbers are information. They are no vote.</p>
    <dl class="facts">${said.map(([label, count]) => html`<div><dt>${label}</dt><dd>${count ?? 'not counted'}</dd></div>`)}
      <div><dt>Interests declared</dt><dd>${interests}</dd></div></dl>`;
}
