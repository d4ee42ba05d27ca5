import { assetCosts } from './asset-costs-part.ts';
import { html, nothing, type TemplateResult } from 'lit';
import type { AccessRoute, LeavingEmpty } from '../../../src/register/assets/asset-contract.ts';
import { PRECISION_WORDS, ROUTE_WORDS, STATE_MEANINGS } from '../../../src/register/assets/asset-words.ts';
import { shortDay } from '../../kernel/format.ts';
import { assetCard, whereIs, type ListedAsset } from './asset-card-part.ts';
import { assetFacts, constraintList, lastCheck } from './asset-facts-part.ts';
import { ROUTE_GUIDES } from './asset-guide-words.ts';
import { assetPicture } from './asset-picture-part.ts';
import { mapView, type MapData } from './map-view.ts';
import { stateBadge } from './state-badge-part.ts';
import type { PublicAsset } from '../../../src/register/assets/public-asset-contract.ts';

export type AssetViewData = {
  asset: PublicAsset;
  /** Null where that is no question, or nobody may know. */
  leavingEmpty: LeavingEmpty | null;
  history: readonly { on: string; text: string }[];
  /** What others have to show of it: the rooms inside. */
  inside: readonly (TemplateResult | typeof nothing)[];
  nearby: readonly ListedAsset[];
  map: MapData | null;
  /** Checks before this day are old. */
  oldBefore: string;
};

/** Everything the public may know about one place, and what can be done about it. */
export function assetView({
  asset,
  leavingEmpty,
  history,
  inside,
  nearby,
  map,
  oldBefore,
}: AssetViewData): TemplateResult {
  return html`
    <article class="wrap asset">
      <nav class="crumbs" aria-label="Where you are">
        <a href="/assets?area=${asset.area.slug}">Places in ${asset.area.name}</a>${asset.ward ? html` › <a href="/assets?area=${asset.area.slug}&amp;ward=${asset.ward.code}">${asset.ward.name}</a>` : nothing}
      </nav>
      <header class="asset__head">
        <h1>${asset.name}</h1>
        <p class="asset__state">${stateBadge(asset.state)} <span>${whereIs(asset)}</span></p>
      </header>
      <div class="asset__picture">
        ${assetPicture(asset, '(min-width: 60rem) 44rem, 92vw', 'eager')}
        ${asset.photos[0]?.credit ? html`<p class="credit">${asset.photos[0].credit}</p>` : nothing}
      </div>
      <div class="asset__main">
        ${asset.redacted ? whyHidden(asset) : nothing}
        ${asset.description ? html`<p class="lead">${asset.description}</p>` : nothing}
        ${stateWords(asset)} ${lastCheck(asset, oldBefore)}
        <section class="panel" aria-labelledby="what-heading">
          <h2 id="what-heading">What may be done here</h2>
          ${asset.routes.length > 0 ? asset.routes.map((route) => routeView(route, asset)) : html`<p>The owner has not said yet. Contact ${asset.owner.name} and give the reference ${asset.code}.</p>`}
        </section>
        ${inside} ${whyListed(asset)} ${constraintList(asset)} ${assetCosts(asset.costs, leavingEmpty)}
        <section><h2>The record</h2>${assetFacts(asset)}</section>
        ${historyList(history)}
      </div>
      <aside class="asset__side">
        ${map ? html`<section><h2 class="h-small">On the map</h2>${mapView(map, html`<p>${whereIs(asset)}</p>`)}</section>` : nothing}
        <p class="note">${PRECISION_WORDS[asset.precision]}</p>
        ${nearby.length > 0 ? html`<section><h2 class="h-small">Close by</h2><ul class="cards cards--small">${nearby.map((item) => html`<li>${assetCard(item)}</li>`)}</ul></section>` : nothing}
        <p><a href="/assets/${asset.id}/feed.atom">Follow this place</a> with a feed reader. <a href="/api/assets/${asset.id}">Its data</a></p>
      </aside>
      ${asset.photos.length > 1 ? html`<section class="asset__photos"><h2>More pictures</h2><ul class="photos">${asset.photos.slice(1).map((photo) => html`<li>${assetPicture({ kind: asset.kind, photos: [photo] }, '(min-width: 40rem) 20rem, 92vw')}</li>`)}</ul></section>` : nothing}
    </article>
  `;
}

function whyHidden({ address, area: where }: PublicAsset): TemplateResult {
  return html`<p class="note note--hidden">
    <strong>Why so little?</strong> Empty buildings attract break-ins. So we show only that there is one in ${address.postcode ?? where.name}, as the government’s transparency code for councils says.
    Its owner knows the place and can show it to a group that has a good use for it.
  </p>`;
}

function stateWords({ state, stateSince, stateNote, plannedUse }: PublicAsset): TemplateResult {
  return html`
    <p>${STATE_MEANINGS[state]}${stateSince ? ` This has been so since ${shortDay(stateSince)}.` : ''}${stateNote ? ` ${stateNote}` : ''}</p>
    ${plannedUse ? html`<p>Planned: ${plannedUse.text}${plannedUse.from ? `, from ${shortDay(plannedUse.from)}` : ''}.</p>` : nothing}
  `;
}

function routeView({ route, reason }: AccessRoute, asset: PublicAsset): TemplateResult {
  const { owner, code } = asset;
  const words = ROUTE_WORDS[route];
  return html`
    <div class="route">
      <h3>${words.label}</h3>
      <p>${reason || words.meaning}</p>
      <details>
        <summary>How to go about it</summary>
        <ol>${ROUTE_GUIDES[route].map((step) => html`<li>${step.replace('{owner}', owner.name).replace('{code}', code)}</li>`)}</ol>
        ${route === 'book_space' ? html`<p><a class="button button--quiet" href=${finderHref(asset)}>Look for a room here and near here</a></p>` : nothing}
      </details>
    </div>
  `;
}

/** The finder, from here. */
const finderHref = ({ area, address }: PublicAsset): string =>
  `/spaces?area=${area.slug}${address.postcode ? `&near=${encodeURIComponent(address.postcode)}&km=3` : ''}`;

function whyListed({ evidence, redacted, owner }: PublicAsset): TemplateResult {
  const lines = evidence.map(
    ({ text, source, on }) => html`<li>${text} <cite>${source}${on ? `, ${shortDay(on)}` : ''}</cite></li>`,
  );
  return html`
    <section>
      <h2>Why it is on the register</h2>
      ${lines.length > 0 ? html`<ul class="evidence">${lines}</ul>` : html`<p>${redacted ? `${owner.name} says that it stands empty.` : `It is in the list of land and buildings that ${owner.name} publishes.`}</p>`}
    </section>
  `;
}

function historyList(history: AssetViewData['history']): TemplateResult {
  return html`
    <section>
      <h2>What has happened</h2>
      ${
        history.length > 0
          ? html`<ol class="timeline">${history.map(({ on, text }) => html`<li><time datetime=${on}>${shortDay(on)}</time> ${text}</li>`)}</ol>`
          : html`<p>Nothing is recorded yet.</p>`
      }
    </section>
  `;
}
