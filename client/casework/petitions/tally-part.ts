import { html, nothing, type TemplateResult } from 'lit';
import type { PublicPetition, PublicTally } from '../../../src/casework/petitions/petition-page-contract.ts';
import { CHANNEL_LABELS, REFUSED_WORDS, signatures } from '../../../src/casework/petitions/petition-words.ts';
import { REFUSED, SIGN_CHANNELS } from '../../../src/casework/petitions/signature-contract.ts';
import { counted } from '../../kernel/format.ts';

/** How many have signed of how many are needed: in a sentence and as a bar. */
export function progressPart({ tally: { valid }, threshold, id }: PublicPetition): TemplateResult | typeof nothing {
  if (threshold === null) return nothing;
  return html`<p class="lead" id="count-${id}"><strong>${signatures(valid)}</strong> of ${threshold.toLocaleString('en-GB')} that are needed</p>
    <progress class="petition-bar" max=${threshold} value=${Math.min(valid, threshold)} aria-labelledby="count-${id}"></progress>`;
}

/** Counts by channel, by ward and by why one does not count: never who. */
export function tallyPart(petition: PublicPetition): TemplateResult {
  const { tally, threshold, residents, sponsorNeeds } = petition;
  return html`<section aria-labelledby="tally-heading"><h2 id="tally-heading">How many have signed</h2>
    ${progressPart(petition)}
    <dl class="facts">${SIGN_CHANNELS.map((channel) => html`<div><dt>${CHANNEL_LABELS[channel]}</dt><dd>${tally.byChannel[channel].toLocaleString('en-GB')}</dd></div>`)}</dl>
    ${tally.byWard.length > 0 ? html`<h3 class="h-small">By ward</h3><ul class="plain-list">${tally.byWard.map(({ name, n }) => html`<li>${name}: ${n.toLocaleString('en-GB')}</li>`)}</ul>` : nothing}
    ${refusedPart(tally)} ${typedTwicePart(tally)}
    <p class="hint">${threshold === null ? nothing : residents === null ? `How many people live in these wards is not known, so ${threshold} are needed.` : `About ${residents.toLocaleString('en-GB')} people live in these wards, so ${threshold} are needed.`} With a councillor who sponsors it in writing ${sponsorNeeds} are enough. Who has signed is never shown.</p>
  </section>`;
}

function refusedPart({ all, valid, refused }: PublicTally): TemplateResult | typeof nothing {
  const some = REFUSED.filter((why) => refused[why] > 0);
  if (some.length === 0) return nothing;
  return html`<p>Of ${counted(all, 'signature')} ${valid === 1 ? 'one is' : `${valid.toLocaleString('en-GB')} are`} valid. Not counted are ${some.map((why, index) => html`${index === 0 ? '' : ', '}${refused[why].toLocaleString('en-GB')} ${REFUSED_WORDS[why]}`)}.</p>`;
}

function typedTwicePart({ typedTwice: { checked, wrong } }: PublicTally): TemplateResult | typeof nothing {
  if (checked === 0) return nothing;
  const came =
    wrong === 0
      ? 'Both had typed the same.'
      : `In ${wrong === 1 ? 'one' : wrong} the first had typed something wrong, which is put right.`;
  return html`<p class="hint">${counted(checked, 'line')} on paper ${checked === 1 ? 'was' : 'were'} typed by two people, who did not see each other’s work. ${came}</p>`;
}
