import { html, nothing, type TemplateResult } from 'lit';
import type { PublicProposal } from '../../../src/casework/proposals/proposal-page-contract.ts';
import { GRANT_WORDS } from '../../../src/casework/proposals/proposal-words.ts';
import { standingPanel } from '../../ground/cases/standing-view.ts';
import { resultView } from '../../groups/benefit-test/result-view.ts';
import { longDay, shortDay } from '../../kernel/format.ts';
import { mistakesView } from '../../kernel/mistakes-view.ts';
import { timeline } from '../../kernel/timeline.ts';
import { workedOutTable } from '../clocks/worked-out-view.ts';
import { checkingPart } from './checking-part.ts';
import { countdownWords } from './countdown-words.ts';
import { pausesPart, standsPart } from './pauses-part.ts';
import { ownPart } from './own-part.ts';
import type { ProposalViewData } from './proposal-view-data.ts';

/** A proposal for everybody: where it stands, whose turn it is, what silence will do, what they ask for, and all that has happened. */
export function proposalView(data: ProposalViewData): TemplateResult {
  const { shown, hidden, acts, told, flash } = data;
  const { proposal, party, again, today } = shown;
  const { number, place, ward, area, asset, group, standing, howDue } = proposal;
  return html`
    <article class="wrap narrow request proposal">
      <nav class="crumbs" aria-label="Where you are">
        ${asset ? html`<a href="/assets/${asset.id}">${place}</a>` : html`<a href="/assets?area=${area.slug}">Places in ${area.name}</a>`}
        ${shown.may('proposal.list') ? html` › <a href="/desk/proposals?area=${area.slug}">Proposals</a>` : nothing}
      </nav>
      <header>
        <h1>${place}: asked for by ${group.name}</h1>
        <p class="hint">Number ${number}${ward ? html` · ${ward}` : nothing}${proposal.receivedOn ? html` · sent on ${shortDay(proposal.receivedOn)}` : nothing}</p>
      </header>
      ${flash ? html`<p class="done" role="status">${flash}</p>` : nothing} ${mistakesView(again?.form.mistakes ?? [])}
      ${standingPanel(standing, party, {
        below: html`${standsPart(proposal)} ${countdownWords(proposal, today).map((words) => html`<p>${words}</p>`)} ${adviceNote(proposal)}
        ${howDue ? html`<details class="more"><summary>How this date was worked out</summary>${workedOutTable(howDue)}</details>` : nothing}`,
      })}
      ${hidden ? html`${ownPart(shown, hidden)} ${checkingPart(shown, hidden)}` : nothing} ${acts}
      ${decisionPart(proposal)} ${wishPart(proposal)} ${signPart(proposal)} ${pausesPart(proposal)} ${told} ${resultPart(proposal)}
      <section aria-labelledby="happened-heading"><h2 id="happened-heading">What has happened</h2>${timeline(proposal.history)}
        ${proposal.handOffs > 0 ? html`<p class="hint">The proposal has changed hands ${proposal.handOffs === 1 ? 'once' : `${proposal.handOffs} times`}.</p>` : nothing}
        <p><a href="/api/proposals/${proposal.id}">Its data</a></p></section>
    </article>
  `;
}

/** What came of it, once something has. */
function decisionPart({
  grantKind,
  grantedFrom,
  grantedUntil,
  decidedOn,
  reasons,
  extensionReason,
  extensionDays,
}: PublicProposal): TemplateResult | typeof nothing {
  if (!grantKind && reasons === '' && extensionDays === 0) return nothing;
  return html`<section aria-labelledby="decision-heading"><h2 id="decision-heading">The decision</h2>
    ${grantKind ? html`<p class="lead">${GRANT_WORDS[grantKind]}</p>` : nothing}
    ${grantKind && grantedFrom && grantedUntil ? html`<p>For ${longDay(grantedFrom)} to ${longDay(grantedUntil)}.</p>` : nothing}
    ${reasons === '' ? nothing : html`<p>${reasons}</p>`}
    ${decidedOn ? html`<p class="hint">Decided on ${longDay(decidedOn)}.</p>` : nothing}
    ${extensionDays > 0 ? html`<p class="hint">The owner’s time was extended once, by ${extensionDays} working days: ${extensionReason}</p>` : nothing}
  </section>`;
}

function wishPart({
  use,
  starts,
  ends,
  group,
  owner,
  asset,
  enquiry,
  completeOn,
  deemedComplete,
}: PublicProposal): TemplateResult {
  return html`<section aria-labelledby="wish-heading"><h2 id="wish-heading">What ${group.name} would do</h2>
    <p class="lead">${use}</p>
    <dl class="facts">
      <div><dt>From</dt><dd>${starts ? longDay(starts) : 'not said'}</dd></div>
      <div><dt>Until</dt><dd>${ends ? longDay(ends) : 'not said'}</dd></div>
      <div><dt>The place</dt><dd>${asset ? html`<a href="/assets/${asset.id}">${asset.name}</a>` : 'It has left the register.'}</dd></div>
      <div><dt>Who answers</dt><dd>${owner ? `${owner.name}${owner.joined ? ', which has joined the compact' : ', which has not joined the compact'}` : html`Nobody knows yet.${enquiry ? html` <a href="/enquiries/${enquiry.id}">Whose is this?</a>` : nothing}`}</dd></div>
      ${completeOn ? html`<div><dt>Complete</dt><dd>${longDay(completeOn)}${deemedComplete ? ': nobody had looked by then, so it counts as complete' : ''}. All its days are counted from here.</dd></div>` : nothing}
    </dl>
  </section>`;
}

/** Where the owner has not joined, everything is the same, and none of it binds. */
function adviceNote({ owner, endedOn }: PublicProposal): TemplateResult | typeof nothing {
  if (!owner || owner.joined || endedOn) return nothing;
  return html`<p class="note">${owner.name} has not joined the compact. The proposal goes the same way, but its result is advice: nothing is granted by silence here.</p>`;
}

function signPart({ id, signPhotos }: PublicProposal): TemplateResult | typeof nothing {
  if (signPhotos.length === 0) return nothing;
  return html`<section aria-labelledby="sign-heading"><h2 id="sign-heading">The sign at the place</h2>
    <ul class="photos">${signPhotos.map(({ id: photo, alt, width, height, takenOn }) => html`<li><img src="/proposals/${id}/photos/${photo}/480.webp" alt=${alt} width=${width} height=${height} loading="lazy" /><p class="hint">${shortDay(takenOn)}</p></li>`)}</ul>
  </section>`;
}

function resultPart({ result, provisional, path, resultOn }: PublicProposal): TemplateResult | typeof nothing {
  if (!result) return nothing;
  return html`<section aria-labelledby="result-heading"><h2 id="result-heading">The result, explained</h2>
    ${provisional ? html`<p class="note">These marks are provisional: the time was over before both scorers had finished.</p>` : nothing}
    ${resultOn === null && result.outcome ? html`<p class="note">These marks do not count yet: what is heard in public may change them, with reasons.</p>` : nothing}
    ${heardPart(result)} ${resultView(result)}
    <p><a href="/how-decisions-are-made?path=${path}">How decisions are made</a></p></section>`;
}

/** What the hearing changed. */
function heardPart({ heard, lines }: NonNullable<PublicProposal['result']>): TemplateResult | typeof nothing {
  if (!heard) return nothing;
  const before = `${((100 * heard.before.points) / heard.before.possible).toFixed(1)} out of 100`;
  if (heard.changes.length === 0) return html`<p>The hearing left every mark as it was (${before}).</p>`;
  return html`<p>The hearing changed ${heard.changes.length === 1 ? 'one mark' : `${heard.changes.length} marks`}. Before it, it had ${before}.</p>
    <ul>${heard.changes.map(({ id, from, to, reason }) => html`<li><strong>${lines.find((line) => line.id === id)?.question ?? id}</strong> from ${from} to ${to}: ${reason}</li>`)}</ul>`;
}
