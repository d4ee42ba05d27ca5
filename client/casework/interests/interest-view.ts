import { html, nothing, type TemplateResult } from 'lit';
import { longDay, shortDay } from '../../kernel/format.ts';
import { mistakesView } from '../../kernel/mistakes-view.ts';
import { timeline } from '../../kernel/timeline.ts';
import { standingPanel } from '../../ground/cases/standing-view.ts';
import { workedOutTable } from '../clocks/worked-out-view.ts';
import { answeringPart, offeringPart } from './answering-part.ts';
import { endingPart, notePart, placePart } from './interest-own-part.ts';
import type { InterestViewData } from './interest-view-data.ts';

/** An interest in a place: where it stands, what the owner says, times to see it, and what was seen. */
export function interestView(data: InterestViewData): TemplateResult {
  const { interest, area, place, group, who, standing, howDue, isAsker, may, again, flash } = data;
  const reader = isAsker ? 'asker' : may.answer ? 'owner' : null;
  return html`<article class="wrap narrow request enquiry">
    <nav class="crumbs" aria-label="Where you are">${place ? html`<a href="/assets/${place.id}">${place.name}</a>` : html`<a href="/assets?area=${area.slug}">Places in ${area.name}</a>`}</nav>
    <header><h1>To see and use: ${place?.name ?? 'a place that has left the register'}</h1>
      <p class="hint">Number ${interest.number} · registered on ${shortDay(interest.receivedOn)}</p></header>
    ${flash ? html`<p class="done" role="status">${flash}</p>` : nothing} ${mistakesView(again?.form.mistakes ?? [])}
    ${standingPanel(standing, reader, { below: howDue && !hasTime(data) ? html`<details class="more"><summary>How this date was worked out</summary>${workedOutTable(howDue)}</details>` : nothing })}
    ${isAsker || may.own ? placePart(data) : nothing}
    ${may.answer ? answeringPart(data) : nothing} ${may.offer ? offeringPart(data) : nothing}
    ${saidPart(data)} ${isAsker || may.own ? notePart(data) : nothing}
    <section aria-labelledby="idea-heading"><h2 id="idea-heading">What ${isAsker ? 'you' : 'they'} would like to do</h2>
      <p class="lines">${interest.idea || 'That has been let go of.'}</p>
      ${group || who ? html`<p class="hint">${[who?.name, group].filter((part) => part).join(' · ')}</p>` : nothing}</section>
    ${isAsker || may.own ? endingPart(data) : nothing}
    <section aria-labelledby="happened-heading"><h2 id="happened-heading">What has happened</h2>${timeline(data.history)}</section>
  </article>`;
}

/** Its day is the day of that time: nothing is counted. */
const hasTime = ({ mine }: InterestViewData): boolean => mine?.state === 'offered' && !mine.over;

/** What the owner says, or the register for it; or why it is not possible. */
function saidPart({ interest }: InterestViewData): TemplateResult | typeof nothing {
  const { facts, costs, hazards, byRegister, outcome, endedOn } = interest;
  if (outcome !== '')
    return html`<section aria-labelledby="said-heading"><h2 id="said-heading">Why it is not possible</h2><p class="lines">${outcome}</p>${endedOn ? html`<p class="hint">Said on ${longDay(endedOn)}.</p>` : nothing}</section>`;
  if (facts === '') return nothing;
  return html`<section aria-labelledby="said-heading"><h2 id="said-heading">About the place</h2>
    ${byRegister ? html`<p class="note">Nobody answered in time: this is what the register shows.</p>` : nothing}
    <dl class="facts"><div><dt>What it is</dt><dd class="lines">${facts}</dd></div>
      <div><dt>What it costs to run</dt><dd class="lines">${costs}</dd></div>
      <div><dt>What is dangerous</dt><dd class="lines">${hazards}</dd></div></dl></section>`;
}
