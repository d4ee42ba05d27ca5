import { html, nothing, type TemplateResult } from 'lit';
import type { Block, Figure, Paper, Words } from '../../src/kernel/paper-contract.ts';
import { printedOtherwise } from '../../src/kernel/paper-signs-words.ts';

/** The page of a paper, from the tree of which its file is made. It shows every sign, and says which ones the file shows otherwise. */
export function paperView(paper: Paper): TemplateResult {
  const { look, from, title, blocks } = paper;
  return html`<article class="wrap narrow printout printout--${look}">
    <header class="printout__head"><p class="printout__from">${from}</p><h1>${title}</h1></header>
    ${blocks.map(blockPart)}
    ${inPrintPart(paper)}
  </article>`;
}

function blockPart(block: Block): TemplateResult {
  switch (block.kind) {
    case 'heading':
      return block.level === 2 ? html`<h2>${block.text}</h2>` : html`<h3>${block.text}</h3>`;
    case 'paragraph':
      return block.tone === 'quote'
        ? html`<blockquote class="lines">${wordsPart(block.text)}</blockquote>`
        : html`<p class=${`lines printout__${block.tone ?? 'text'}`}>${wordsPart(block.text)}</p>`;
    case 'list':
      return html`<ul>${block.items.map((item) => html`<li class="lines">${wordsPart(item)}</li>`)}</ul>`;
    case 'facts':
      return html`<dl class="facts">${block.rows.map(({ term, says }) => html`<div><dt>${term}</dt><dd class="lines">${wordsPart(says)}</dd></div>`)}</dl>`;
    case 'table':
      return tablePart(block);
    case 'number':
      return html`<p class="printout__number">${block.label} <strong>${block.number}</strong></p>`;
    case 'address':
      return html`<p class="printout__address">${block.says} <a href=${block.href}>${block.text}</a></p>`;
    case 'figure':
      return figurePart(block);
    case 'beside':
      return html`<div class="printout__beside"><div>${block.blocks.map(blockPart)}</div>${figurePart(block.figure)}</div>`;
  }
}

const wordsPart = (words: Words): string | TemplateResult =>
  typeof words === 'string' ? words : html`<a href=${words.href}>${words.text}</a>`;

function tablePart({ caption, head, rows, byHand }: Extract<Block, { kind: 'table' }>): TemplateResult {
  return html`<div class="table-scroll" tabindex="0" role="group" aria-label=${caption}><table class=${byHand ? 'by-hand' : nothing}>
    <caption>${caption}</caption>
    <thead><tr>${head.map((cell) => html`<th scope="col">${cell}</th>`)}</tr></thead>
    <tbody>${rows.map((row) => html`<tr>${row.map((cell) => html`<td class="lines">${cell}</td>`)}</tr>`)}</tbody>
  </table></div>`;
}

/** As a picture, a drawing can do nothing but be seen. */
const figurePart = ({ svg, alt }: Figure): TemplateResult =>
  html`<img class="printout__figure" src=${`data:image/svg+xml,${encodeURIComponent(svg)}`} alt=${alt} />`;

function inPrintPart(paper: Paper): TemplateResult | typeof nothing {
  const changed = printedOtherwise(paper);
  if (changed.length === 0) return nothing;
  const list = changed.map(({ written, print }) => `“${print}” for “${written}”`).join(', ');
  return html`<p class="printout__note">The printed paper’s typeface lacks some signs. There it says ${list}.</p>`;
}
