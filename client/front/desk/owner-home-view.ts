import { html, nothing, type TemplateResult } from 'lit';
import type { OwnerOverview } from '../../../src/front/desk/desk-contract.ts';
import type { AssetState } from '../../../src/register/assets/asset-contract.ts';
import type { DeskAsset } from '../../../src/register/assets/asset-edit-contract.ts';
import { counted } from '../../kernel/format.ts';
import { stateBadge } from '../../register/assets/state-badge-part.ts';
import { found } from './desk-list-view.ts';
import { deskAssetLine, deskSearch } from './desk-part.ts';
import { importsPart } from './desk-view.ts';

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
