import { html, nothing, type TemplateResult } from 'lit';
import type { PetitionLine, PublicPetition } from '../../../src/casework/petitions/petition-page-contract.ts';
import { BASIS_WORDS, signatures, stillToDo } from '../../../src/casework/petitions/petition-words.ts';
import type { PublicProposal } from '../../../src/casework/proposals/proposal-page-contract.ts';
import { openWords } from '../../../src/ground/cases/standing-words.ts';
import type { PublicAsset } from '../../../src/register/assets/public-asset-contract.ts';
import { longDay, shortDay } from '../../kernel/format.ts';
import { progressPart } from './tally-part.ts';

const OVER: readonly PublicAsset['state'][] = ['meanwhile_use', 'in_use', 'withdrawn'];

/** On the page of a building: petitions for it, and the way to begin one. */
export function petitionOnAsset(
  { id, kind, state, retiredOn }: Pick<PublicAsset, 'id' | 'kind' | 'state' | 'retiredOn'>,
  lines: readonly PetitionLine[],
): TemplateResult | typeof nothing {
  if (kind !== 'building') return nothing;
  const may = retiredOn === null && !OVER.includes(state);
  if (lines.length === 0 && !may) return nothing;
  return html`<section class="panel" id="petitions"><h2>Signatures for this building</h2>
    ${lines.map((line) => html`<p><a href="/petitions/${line.id}">Petition of ${line.group}</a>: ${line.standing.stage}. ${signatures(line.valid)}${line.threshold === null ? '' : ` of ${line.threshold}`}${line.state === 'open' && line.closesOn ? `, until ${shortDay(line.closesOn)}` : ''}.</p>`)}
    ${may ? html`<p>If enough neighbours sign for a group, the owner’s silence on its proposal is a yes. <a href="/petitions/new?asset=${id}">Gather signatures for your group</a></p>` : nothing}
  </section>`;
}

/** On the page of a proposal for a building: how many have signed for it, what that means, and what can still be done. */
export function petitionOnProposal({
  proposal,
  petition,
  group,
}: {
  proposal: PublicProposal;
  petition: PublicPetition | null;
  group: boolean;
}): TemplateResult | typeof nothing {
  const { asset, silenceGrants, endedOn } = proposal;
  if (!petition) {
    if (endedOn !== null || !asset) return nothing;
    return html`<section aria-labelledby="petition-heading" id="petition"><h2 id="petition-heading">Signatures</h2>
      <p>Nobody has signed for this proposal yet, so the owner’s silence does not grant it. ${group ? html`<a href="/petitions/new?asset=${asset.id}">Gather signatures</a>` : nothing}</p></section>`;
  }
  const { id, basis, verifiedOn, valid, sponsorNeeds, closesOn, open } = petition;
  const before = petition.proposal?.beforeOwnersTime ?? true;
  return html`<section aria-labelledby="petition-heading" id="petition"><h2 id="petition-heading">Signatures</h2>
    ${progressPart(petition)}
    ${basis && silenceGrants ? html`<p>${BASIS_WORDS[basis]} After a pass the owner’s silence is a yes.</p>` : nothing}
    ${basis && !silenceGrants ? html`<p>${BASIS_WORDS[basis]} The owner’s time had begun by then, so its silence grants nothing.</p>` : nothing}
    ${verifiedOn && !basis ? html`<p>${before ? stillToDo({ valid: valid ?? 0, sponsorNeeds }) : 'Too few have signed, so the owner’s silence grants nothing: a decision officer says yes or no.'}</p>` : nothing}
    ${open ? html`<p>You can sign until the end of ${longDay(closesOn ?? '')}. <a class="button" href="/petitions/${id}/sign">Sign</a></p>` : nothing}
    <p><a href="/petitions/${id}">The petition</a></p></section>`;
}

/** What of petitions waits, at the desk. */
export function petitionsCard(lines: readonly PetitionLine[]): TemplateResult {
  return html`<section class="desk-card"><h2>Petitions</h2>
    ${lines.length === 0 ? html`<p>No petition is open.</p>` : html`<ul class="plain-list desk-lines">${lines.map(({ id, place, group, number, standing, dueOn }) => html`<li><a href="/petitions/${id}">${place}</a> <span class="hint">${group} · ${number}${dueOn ? ` · by ${shortDay(dueOn)}` : ''}</span><br />${openWords(standing.steps[0], null)}</li>`)}</ul>`}
  </section>`;
}
