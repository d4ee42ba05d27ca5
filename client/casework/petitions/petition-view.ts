import { html, nothing, type TemplateResult } from 'lit';
import type { PublicPetition } from '../../../src/casework/petitions/petition-page-contract.ts';
import { BASIS_WORDS, SAME_RIGHT, stillToDo } from '../../../src/casework/petitions/petition-words.ts';
import { standingPanel } from '../../ground/cases/standing-view.ts';
import { longDay } from '../../kernel/format.ts';
import { mistakesView } from '../../kernel/mistakes-view.ts';
import { timeline } from '../../kernel/timeline.ts';
import { workedOutTable } from '../clocks/worked-out-view.ts';
import { petitionActs } from './petition-acts-part.ts';
import type { PetitionData } from './petition-data.ts';
import { tallyPart } from './tally-part.ts';

/** A petition for everybody: what it asks for, how many have signed, and where it stands. */
export function petitionView(data: PetitionData): TemplateResult {
  const { petition, party, form, flash } = data;
  const { number, place, asset, area, group, wording, standing, howDue, openedOn, wards } = petition;
  return html`<article class="wrap narrow request proposal petition">
    <nav class="crumbs" aria-label="Where you are">${asset ? html`<a href="/assets/${asset.id}">${place}</a>` : html`<a href="/assets?area=${area.slug}">Places in ${area.name}</a>`}</nav>
    <header><h1>Petition: ${place}</h1><p class="hint">Number ${number} · by ${group.name}</p></header>
    ${flash ? html`<p class="done" role="status">${flash}</p>` : nothing} ${mistakesView(form.mistakes)}
    <blockquote class="lines petition-wording">${wording}</blockquote>
    ${signPart(petition)}
    ${standingPanel(standing, party, {
      below: html`${cameOf(petition)}
      ${howDue ? html`<details class="more"><summary>How this date was worked out</summary>${workedOutTable(howDue)}</details>` : nothing}`,
    })}
    ${petitionActs(data)}
    ${openedOn ? tallyPart(petition) : nothing}
    ${openedOn && wards.length > 0 ? html`<section aria-labelledby="who-heading"><h2 id="who-heading">Who may sign</h2><p>Anybody of any age who lives, works or studies in ${wards.join(', ')}.</p></section>` : nothing}
    ${sponsorPart(petition)} ${proposalPart(petition)}
    ${petition.history.length > 0 ? html`<section aria-labelledby="happened-heading"><h2 id="happened-heading">What has happened</h2>${timeline(petition.history)}</section>` : nothing}
    ${openedOn ? html`<p><a href="/api/petitions/${petition.id}">Its data</a></p>` : nothing}
  </article>`;
}

function signPart({ id, open, closesOn }: PublicPetition): TemplateResult | typeof nothing {
  if (!open) return nothing;
  return html`<p><a class="button" href="/petitions/${id}/sign">Sign the petition</a></p>
    <p class="hint">Until the end of ${longDay(closesOn ?? '')}. You would rather sign on paper? <a href="/petitions/${id}/sheet">The sheet to print</a></p>`;
}

/** What the count came to, and what can still be done. */
function cameOf(petition: PublicPetition): TemplateResult | typeof nothing {
  const { valid, basis, verifiedOn, unlooked, sponsorNeeds, proposal, endedOn, outcome } = petition;
  if (endedOn) return outcome === '' ? nothing : html`<p>${outcome}</p>`;
  if (verifiedOn === null) return nothing;
  const late = unlooked
    ? html`<p class="note">Nobody verified the signatures in time, so the count stands as it was.</p>`
    : nothing;
  if (basis) return html`<p>${BASIS_WORDS[basis]} ${SAME_RIGHT}</p>${late}`;
  const over = proposal !== null && !proposal.beforeOwnersTime;
  return html`<p>${over ? 'The owner’s time to answer has begun, so this can no longer change: silence grants nothing, and a decision officer says yes or no.' : stillToDo({ valid: valid ?? 0, sponsorNeeds })}</p>${late}`;
}

function sponsorPart({ sponsoredOn, sponsorWords }: PublicPetition): TemplateResult | typeof nothing {
  if (!sponsoredOn) return nothing;
  return html`<section aria-labelledby="sponsor-heading"><h2 id="sponsor-heading">Sponsored by a councillor</h2>
    <blockquote class="lines">${sponsorWords}</blockquote><p class="hint">On ${longDay(sponsoredOn)}.</p></section>`;
}

function proposalPart({ proposal }: PublicPetition): TemplateResult | typeof nothing {
  if (!proposal) return nothing;
  return html`<section aria-labelledby="proposal-heading"><h2 id="proposal-heading">The proposal</h2>
    <p><a href="/proposals/${proposal.id}">What the group would do with the building (${proposal.number})</a></p></section>`;
}
