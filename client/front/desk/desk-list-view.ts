import { html, nothing, type TemplateResult } from 'lit';
import type { DeskArea, DeskPage } from '../../../src/front/desk/desk-contract.ts';
import type { FoundCase } from '../../../src/ground/cases/case-contract.ts';
import type { DeskAsset } from '../../../src/register/assets/asset-edit-contract.ts';
import { counted } from '../../kernel/format.ts';
import { deskAssetLine, deskSearch } from './desk-part.ts';

/** What was found for some words. */
export function deskSearchView({
  area,
  words,
  cases,
  page,
}: {
  area: DeskArea;
  words: string;
  /** Those whose number was typed. */
  cases: readonly FoundCase[];
  page: DeskPage;
}): TemplateResult {
  return html`<div class="wrap desk-page">
    ${crumbs(area)}
    <h1>Search</h1>
    ${deskSearch('/desk/search', area.slug, words, `Find a place or a case in ${area.name}`)}
    ${cases.map(({ number, title, href }) => html`<p class="panel"><a href=${href}><strong>Case ${number}</strong>: ${title}</a></p>`)}
    ${words === '' ? html`<p>Type a name, an address, a reference or a case number.</p>` : cases.length > 0 && page.items.length === 0 ? nothing : found(page, `/desk/search?area=${area.slug}&q=${encodeURIComponent(words)}`, `Nothing in ${area.name} has “${words}” in its name, address or reference. Try fewer words.`)}
  </div>`;
}

export function uncheckedView({
  area,
  page,
  count,
}: {
  area: DeskArea;
  page: DeskPage;
  count: number;
}): TemplateResult {
  return html`<div class="wrap desk-page">
    ${crumbs(area)}
    <h1>Not checked for six months</h1>
    <p class="lead">${counted(count, 'place')}, the longest ago first. On a place’s page you can say that you have checked it.</p>
    ${found(page, `/desk/unchecked?area=${area.slug}`, 'Every place has been checked within six months.')}
  </div>`;
}

export function found(
  { items, next }: DeskPage,
  base: string,
  nothingWords: string,
  line = (asset: DeskAsset): TemplateResult => deskAssetLine(asset),
): TemplateResult {
  if (items.length === 0) return html`<p class="empty">${nothingWords}</p>`;
  return html`<ul class="plain-list desk-lines desk-lines--long">${items.map((asset) => line(asset))}</ul>
    ${next ? html`<p><a class="button button--quiet" href="${base}&amp;cursor=${encodeURIComponent(next)}">Next page</a></p>` : nothing}`;
}

function crumbs({ slug, name }: DeskArea): TemplateResult {
  return html`<nav class="crumbs" aria-label="Where you are"><a href="/desk?area=${slug}">Desk of ${name}</a></nav>`;
}
