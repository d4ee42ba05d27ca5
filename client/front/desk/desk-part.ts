import { html, nothing, type TemplateResult } from 'lit';
import type { DeskAsset } from '../../../src/register/assets/asset-edit-contract.ts';
import { KIND_WORDS } from '../../../src/register/assets/asset-words.ts';
import { stateBadge } from '../../register/assets/state-badge-part.ts';
import { shortDay } from '../../kernel/format.ts';

/** One place as officers know it: its true name leads to its true record. */
export function deskAssetLine(asset: DeskAsset, further: TemplateResult | typeof nothing = nothing): TemplateResult {
  return html`<li>
    <a href="/desk/assets/${asset.id}">${asset.name}</a> <span class="hint">${[asset.place, asset.code].filter((part) => part !== '').join(' · ')}</span><br />
    ${stateBadge(asset.state)} ${KIND_WORDS[asset.kind]}, ${asset.checkedOn ? `checked on ${shortDay(asset.checkedOn)}` : 'never checked'}${further}
  </li>`;
}

/** Searching among true names, addresses and references. */
export function deskSearch(action: string, area: string | null, words: string, label: string): TemplateResult {
  const what = area
    ? 'By name, address, reference or case number, hidden buildings too'
    : 'By name, address or reference, hidden buildings too';
  return html`<form class="desk-search" method="get" action=${action} role="search">
    ${area ? html`<input type="hidden" name="area" value=${area} />` : nothing}
    <label for="desk-q">${label}</label>
    <p class="hint" id="desk-q-hint">${what}</p>
    <div class="desk-search__line"><input id="desk-q" name="q" type="search" value=${words} aria-describedby="desk-q-hint" /><button class="button" type="submit">Search</button></div>
  </form>`;
}
