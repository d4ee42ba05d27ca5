import { html, nothing, type TemplateResult } from 'lit';
import type { PublicProposal } from '../../../src/casework/proposals/proposal-page-contract.ts';
import { pauseWords, standsWords } from '../../../src/casework/pauses/pause-words.ts';

type Paused = Pick<PublicProposal, 'pauses'>;

/** Why the clock stands still now, since when and how long at most. */
export function standsPart({ pauses }: Paused): TemplateResult | typeof nothing {
  const standing = pauses.find(({ begins, endedOn }) => begins !== null && endedOn === null);
  return standing ? html`<p class="note">${standsWords(standing)}</p>` : nothing;
}

/** Every time in which the clock stood still, and every correction that was asked for. */
export const pausesPart = ({ pauses }: Paused): TemplateResult | typeof nothing =>
  pauses.length === 0
    ? nothing
    : html`<section aria-labelledby="pauses-heading"><h2 id="pauses-heading">Corrections, and times in which the clock stood still</h2>
      <ul>${pauses.map((pause) => html`<li>${pauseWords(pause)}</li>`)}</ul></section>`;
