import { html, nothing, type TemplateResult } from 'lit';
import { KIND_WORDS, ROUTE_WORDS } from '../../../src/register/assets/asset-words.ts';
import { area, distance } from '../../kernel/format.ts';
import { assetPicture } from './asset-picture-part.ts';
import { stateBadge } from './state-badge-part.ts';
import type { PublicAsset } from '../../../src/register/assets/public-asset-contract.ts';

export type ListedAsset = { asset: PublicAsset; distanceM: number | null };

/** One place in a list. The name is the link; the whole card answers to a click. */
export function assetCard({ asset, distanceM }: ListedAsset, heading: 'h2' | 'h3' = 'h3'): TemplateResult {
  const name = html`<a href="/assets/${asset.id}">${asset.name}</a>`;
  const [route] = asset.routes;
  return html`
    <article class="card">
      ${assetPicture(asset, '(min-width: 60rem) 20rem, (min-width: 40rem) 45vw, 92vw')}
      <div class="card__body">
        ${heading === 'h2' ? html`<h2 class="card__name">${name}</h2>` : html`<h3 class="card__name">${name}</h3>`}
        <p class="card__state">${stateBadge(asset.state)} <span class="card__kind">${KIND_WORDS[asset.kind]}${sizeOf(asset)}</span></p>
        <p class="card__where">${whereIs(asset)}</p>
        ${distanceM === null ? nothing : html`<p class="card__distance">${asset.precision === 'exact' ? '' : 'Roughly '}${distance(distanceM)} away</p>`}
        <p class="card__owner">${asset.owner.name}</p>
        ${route && route.route !== 'not_available' ? html`<p class="card__route">${ROUTE_WORDS[route.route].label}</p>` : nothing}
      </div>
    </article>
  `;
}

/** Where it is, as closely as the public may know: "Market Street, Altrincham WA14 1PF". */
export function whereIs({ address, ward, redacted, area: where }: PublicAsset): string {
  const street = [address.number, address.street].filter((part) => part).join(' ');
  const town = [address.town, address.postcode].filter((part) => part).join(' ');
  const parts = redacted
    ? [`Somewhere in ${address.postcode ?? where.name}`]
    : [street, town].filter((part) => part !== '');
  return [...parts, ward ? `${ward.name} ward` : ''].filter((part) => part !== '').join(', ');
}

function sizeOf({ kind, landAreaM2, floorAreaM2, redacted }: PublicAsset): string {
  const size = kind === 'land' ? landAreaM2 : (floorAreaM2 ?? landAreaM2);
  return size === null ? '' : `, ${redacted ? 'about ' : ''}${area(size)}`;
}
