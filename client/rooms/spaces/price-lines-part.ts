import { html, nothing, type TemplateResult } from 'lit';
import type { Quote } from '../../../src/rooms/spaces/space-contract.ts';
import { partsWords, reckonedWords } from '../../../src/rooms/spaces/space-words.ts';
import { pounds } from '../../kernel/format.ts';

/** What a price is made of, each line with how it is reckoned. */
export const priceRows = (lines: Quote['lines']): TemplateResult =>
  html`<tbody>${lines.map((line) => html`<tr><th scope="row">${line.label} <span class="hint">${reckonedWords(line)}</span></th><td class="number">${pounds(line.pence)}</td></tr>`)}</tbody>`;

/** That part of an hour counts as a whole one, where something is paid by the hour. */
export function partsNote(lines: Quote['lines']): TemplateResult | typeof nothing {
  const words = partsWords(lines);
  return words === '' ? nothing : html`<p class="hint">${words}</p>`;
}
