import { html, nothing, type TemplateResult } from 'lit';
import type { AssetState } from '../../../src/register/assets/asset-contract.ts';
import type { DeskAsset } from '../../../src/register/assets/asset-edit-contract.ts';
import type { DeskArea, DeskPage, OwnerOverview } from '../../../src/front/desk/desk-contract.ts';
import { stateBadge } from '../../register/assets/state-badge.ts';
import { counted } from '../../kernel/format.ts';
import { deskAssetLine, deskSearch } from './desk-parts.ts';
import { importsPart } from './desk-view.ts';

/** What was found for some words. */
export function deskSearchView({
  area,
  words,
  page,
}: {
  area: DeskArea;
  words: string;
  page: DeskPage;
}): TemplateResult {
  return html`<div class="wrap desk-page">
    ${crumbs(area)}
    <h1>Search</h1>
    ${deskSearch('/desk/search', area.slug, words, `Find any place in ${area.name}`)}
    ${words === '' ? html`<p>Type a name, an address or a reference.</p>` : found(page, `/desk/search?area=${area.slug}&q=${encodeURIComponent(words)}`, `Nothing in ${area.name} has “${words}” in its name, address or reference. Try fewer words.`)}
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

export type OwnerHomeData = OwnerOverview & {
  owner: { id: string; name: string };
  words: string;
  may: { import: boolean; spaces: boolean };
  /** What features have to show: what waits for the owner, and what is good to know. */
  above: readonly (TemplateResult | typeof nothing)[];
  below: readonly (TemplateResult | typeof nothing)[];
};

/** An owner's home: all it has on the register, and what it can do there. */
export function ownerHomeView({
  owner,
  words,
  states,
  assets,
  next,
  imports,
  openImports,
  may,
  above,
  below,
}: OwnerHomeData): TemplateResult {
  const total = states.reduce((sum, { count }) => sum + count, 0);
  return html`<div class="wrap desk-page">
    <h1>${owner.name}</h1>
    <p class="lead">${total === 0 ? 'Nothing of yours is on the register yet.' : `${counted(total, 'place')} on the register.`}</p>
    <ul class="tally">${states.map(({ state, count }: { state: AssetState; count: number }) => html`<li><span class="tally__part">${stateBadge(state)} <strong>${count.toLocaleString('en-GB')}</strong></span></li>`)}</ul>
    ${may.import ? html`<p><a class="button" href="/desk/import?owner=${owner.id}">Import a list</a></p>` : nothing}
    ${total > 0 ? deskSearch(`/owners/${owner.id}`, null, words, 'Find one of your places') : nothing}
    ${above}
    <h2>${words === '' ? 'Your places' : `Places with “${words}”`}</h2>
    ${found({ items: assets, next }, `/owners/${owner.id}?q=${encodeURIComponent(words)}`, words === '' ? 'Import a list to begin.' : 'None of your places has these words in its name, address or reference.', may.spaces ? withSpaces : deskAssetLine)}
    ${below}
    ${importsPart(imports, openImports)}
  </div>`;
}

const withSpaces = (asset: DeskAsset): TemplateResult =>
  deskAssetLine(
    asset,
    html` · <a class="plain-link" href="/desk/assets/${asset.id}/spaces">Rooms and spaces<span class="visually-hidden"> of ${asset.name}</span></a>`,
  );

function found(
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
