import { html, nothing, type TemplateResult } from 'lit';
import { assetCard, type ListedAsset } from '../../register/assets/asset-card-part.ts';
import { mapView, type MapData } from '../../register/assets/map-view.ts';
import { stateBadge } from '../../register/assets/state-badge-part.ts';
import type { AssetState } from '../../../src/register/assets/asset-contract.ts';
import { counted } from '../../kernel/format.ts';
import { homePicture } from './home-picture-part.ts';

export type HomeViewData = {
  /** Name of the one area, or nothing when there are several. */
  areaName: string | null;
  areas: readonly { name: string; href: string; count: number }[];
  states: readonly { state: AssetState; count: number; href: string }[];
  paths: { rooms: number; buildings: number; land: number };
  newest: readonly ListedAsset[];
  map: MapData;
  demo: boolean;
};

/** The start page: what do you need, and where? */
export function homeView({ areaName, areas, states, paths, newest, map, demo }: HomeViewData): TemplateResult {
  return html`
    <div class="hero">
      <div class="wrap hero__row">
        <div class="hero__words">
          <h1>Empty places, open to your community</h1>
          <p class="lead">Land, buildings and rooms of public bodies${areaName ? ` in ${areaName}` : ''} that stand empty or are hardly used. See whose they are, and what your group may do with them in the meantime.</p>
          ${searchForm()}
        </div>
        <div class="hero__picture" aria-hidden="true">${homePicture}</div>
      </div>
    </div>
    ${demo ? html`<p class="wrap demo-note">Marlbeck is an invented borough for trying this out. Nothing in it is a real place.</p>` : nothing}
    <section class="wrap" aria-labelledby="need-heading">
      <h2 id="need-heading">What do you need?</h2>
      <ul class="paths">
        ${path('room', 'A room', 'for a meeting, a class or a weekly group', counted(paths.rooms, 'room'))}
        ${path('building', 'A building', 'that stands empty or is hardly used, for a project of your own', counted(paths.buildings, 'place'))}
        ${path('land', 'Land', 'to grow, to play or to clean up', counted(paths.land, 'place'))}
      </ul>
      <p>Not sure? <a href="/start">Three questions show which path fits you</a>.</p>
      <p>You see a neglected verge or an empty house, and do not know whose it is? <a href="/enquiries/new">Ask, and we find out</a>.</p>
    </section>
    <section class="wrap" aria-labelledby="map-heading">
      <h2 id="map-heading">Everything on the map</h2>
      ${mapView(map, html`<p>The map needs JavaScript. <a href="/assets">The list of all places</a> has the same.</p>`)}
      <ul class="tally">
        ${states.map(({ state, count, href }) => html`<li><a href=${href}>${stateBadge(state)} <strong>${count.toLocaleString('en-GB')}</strong></a></li>`)}
      </ul>
    </section>
    ${
      newest.length > 0
        ? html`<section class="wrap" aria-labelledby="new-heading">
          <h2 id="new-heading">New on the register</h2>
          <ul class="cards">${newest.map((item) => html`<li>${assetCard(item)}</li>`)}</ul>
          <p><a class="button" href="/assets">See all places</a></p>
        </section>`
        : nothing
    }
    ${
      areas.length > 1
        ? html`<section class="wrap" aria-labelledby="areas-heading">
          <h2 id="areas-heading">Areas</h2>
          <ul class="area-list">${areas.map(({ name, href, count }) => html`<li><a href=${href}>${name}</a> <span>${count.toLocaleString('en-GB')} places</span></li>`)}</ul>
        </section>`
        : nothing
    }
  `;
}

function searchForm(): TemplateResult {
  return html`
    <form class="hero__form" id="near-form" method="get" action="/assets" role="search" aria-label="Places near you">
      <label for="home-near">Your postcode or ward</label>
      <div class="hero__input">
        <input id="home-near" name="near" autocomplete="postal-code" />
        <button class="button" type="submit">Show what is near</button>
      </div>
    </form>
  `;
}

/** A way in. It sends the form above, so that the postcode which was typed there goes along. */
function path(way: string, title: string, words: string, count: string): TemplateResult {
  return html`<li>
    <button class="path" type="submit" form="near-form" formaction="/start/${way}"><span class="path__title">${title}</span> <span class="path__words">${words}</span> <span class="path__count">${count}</span></button>
  </li>`;
}
