import { html, LitElement, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { AssetKind, AssetState, Precision } from '../../../src/register/assets/asset-contract.ts';
import { findPosition } from '../map/position-feed.ts';
import { printBoundingBox } from '../map/mercator-rules.ts';
import { createPlacesFeed } from '../map/places-feed.ts';
import type { PlacesFeed } from '../map/places-feed.ts';
import { keyOf } from '../map/spot-rules.ts';
import type { MapFeature } from '../map/spot-rules.ts';
import type { TownMap, View } from '../map/town-map.ts';
import { whenNear } from '../map/when-near-script.ts';
import { drawBackdrop } from './asset-map-backdrop-feed.ts';
import type { NearName } from './asset-map-backdrop-feed.ts';
import { mapCard } from './asset-map-card-part.ts';
import type { AssetMapChoose, AssetMapView } from './asset-map-event-data.ts';
import { mapList } from './asset-map-list-part.ts';
import { loadNames } from './asset-map-name-feed.ts';
import { firstBox, onePlace, widestBox } from './asset-map-start-rules.ts';
import { mapFrame, mapSide } from './asset-map-view.ts';
import { MAP_WORDS, POSITION_PROBLEMS } from './asset-map-words.ts';
import type { MapReply } from '../../../src/register/assets/map-contract.ts';

const NEAR_PIXELS = 300;
const MAX_ZOOM = 18;

/**
 * The public register on a map, with the same places as a list beside it. What stands inside the element is shown until
 * the map is ready, and for good where there is no JavaScript. Renders into the page itself; `map.css` reserves its size.
 */
export class AssetMap extends LitElement {
  static override properties = {
    src: {},
    bbox: {},
    basemap: {},
    outline: {},
    tiles: {},
    attribution: {},
    label: {},
    assetSrc: { attribute: 'asset-src' },
    focusId: { attribute: 'focus' },
    point: {},
    precision: {},
    kind: {},
    state: {},
    highlighted: {},
    live: { type: Boolean, reflect: true },
    reply: { state: true },
    view: { state: true },
    chosen: { state: true },
    names: { state: true },
    failed: { state: true },
    note: { state: true },
    lit: { state: true },
  };

  /** Endpoint of the places, with the page's filters; the element adds `view` and `zoom`. Without it the map shows one place. */
  declare src: string | null;
  /** What to show first: west, south, east, north. */
  declare bbox: string | null;
  /** Address of the drawn base map (GeoJSON of `BasemapProperties`). */
  declare basemap: string | null;
  /** Address of boundary and wards (GeoJSON; `kind` is `boundary` or `ward`, with `name`). */
  declare outline: string | null;
  /** URL template of map tiles, used when there is no drawn base map. */
  declare tiles: string | null;
  /** Whose map it is, in plain text. */
  declare attribution: string | null;
  /** What the map shows, for people who cannot see it. */
  declare label: string | null;
  /** Address of one asset as JSON, with `{id}`: names places that lie on one point. */
  declare assetSrc: string;
  /** Id of the one asset this page is about. */
  declare focusId: string | null;
  /** Where that asset is: longitude, latitude. */
  declare point: string | null;
  /** How closely that point fits. */
  declare precision: Precision | null;
  /** What that asset is. */
  declare kind: AssetKind | null;
  /** How that asset stands. */
  declare state: AssetState | null;
  /** Id of a place to ring on the map, for instance the card the pointer is on. */
  declare highlighted: string | null;
  /** Set once the map has taken the place of the fallback. */
  declare live: boolean;

  declare private reply: MapReply | null;
  declare private view: View | null;
  declare private chosen: MapFeature | null;
  declare private names: ReadonlyMap<string, string>;
  declare private failed: boolean;
  declare private note: string | null;
  /** What the pointer or the keyboard is on, in the map or in the list. */
  declare private lit: string | null;
  private map: TownMap | null = null;
  private feed: PlacesFeed | null = null;
  private nearName: NearName = () => null;
  private opener: HTMLElement | null = null;

  constructor() {
    super();
    this.assetSrc = '/api/assets/{id}';
    this.names = new Map();
    this.live = false;
    this.addEventListener('keydown', ({ key }) => {
      if (key === 'Escape' && this.chosen) this.close();
    });
  }

  /** Into the page itself, so that the page's own type, links and focus rings hold here too. */
  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void this.open();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.feed?.stop();
    this.map?.remove();
    this.map = null;
    this.live = false;
  }

  private async open(): Promise<void> {
    await whenNear(this, NEAR_PIXELS);
    const { createTownMap } = await import('../map/town-map.ts');
    if (!this.isConnected || this.live) return;
    this.live = true;
    await this.updateComplete;
    const container = this.querySelector<HTMLElement>('.map-canvas');
    if (!container) return;
    this.feed = this.src ? this.openFeed(this.src) : null;
    this.map = createTownMap(container, {
      bbox: firstBox(this.place, this.bbox),
      within: widestBox(this.place, this.bbox),
      maxZoom: MAX_ZOOM,
      onView: (view) => this.moved(view),
      onPick: (feature) => this.choose(feature),
      onHover: (key) => (this.lit = key),
    });
    this.nearName = await drawBackdrop(this.map, this);
    this.requestUpdate();
  }

  private openFeed(src: string): PlacesFeed {
    return createPlacesFeed({
      src,
      base: document.baseURI,
      fetch: (...question) => fetch(...question),
      onReply: (reply) => {
        this.reply = reply;
        this.failed = false;
      },
      onFailure: () => (this.failed = true),
    });
  }

  private moved(view: View): void {
    this.view = view;
    this.feed?.ask(view);
    this.tell<AssetMapView>('asset-map-view', { bbox: view.bbox, zoom: view.zoom });
  }

  /** A cluster that can be parted is zoomed into; everything else is told in the card. */
  private choose(feature: MapFeature | null): void {
    if (feature?.type === 'cluster' && feature.ids.length === 0) return this.map?.showBox(feature.bbox);
    this.chosen = feature;
    const ids = !feature ? [] : feature.type === 'place' ? [feature.id] : feature.ids;
    if (feature?.type === 'cluster') void loadNames(this.assetSrc, ids).then((names) => (this.names = names));
    this.tell<AssetMapChoose>('asset-map-choose', { ids });
  }

  private async chooseFromList(feature: MapFeature): Promise<void> {
    this.opener = document.activeElement instanceof HTMLElement ? document.activeElement : null;
    this.choose(feature);
    await this.updateComplete;
    // The pressed button is about to leave the list: its heading keeps the keyboard's place.
    this.querySelector<HTMLElement>(this.chosen ? '.map-card' : '.map-heading')?.focus();
  }

  private close(): void {
    this.choose(null);
    (this.opener?.isConnected ? this.opener : this.querySelector<HTMLElement>('.map-canvas'))?.focus();
    this.opener = null;
  }

  private async findMe(): Promise<void> {
    this.note = MAP_WORDS.seeking;
    const position = await findPosition();
    if (typeof position === 'string') this.note = POSITION_PROBLEMS[position];
    else this.note = this.map?.showPosition(position) ? MAP_WORDS.found : MAP_WORDS.outside;
  }

  protected override updated(): void {
    this.map?.show(this.features);
    this.map?.highlight(this.lit ?? this.highlighted ?? (this.chosen && keyOf(this.chosen)) ?? this.focusId);
  }

  protected override render(): TemplateResult | typeof nothing {
    if (!this.live) return nothing;
    return html`${mapFrame({
      label: this.label ?? MAP_WORDS.label,
      howTo: this.hasList ? MAP_WORDS.howTo : MAP_WORDS.howToAlone,
      attribution: this.attribution,
      note: this.note,
      card: this.card(),
      onZoom: (steps) => this.map?.zoomBy(steps),
      onPosition: () => void this.findMe(),
    })}${this.hasList ? mapSide({ reply: this.reply, failed: this.failed, list: this.list(), onlyTheseHref: this.listHref(this.view?.bbox) }) : nothing}`;
  }

  private card(): TemplateResult | typeof nothing {
    if (!this.chosen) return nothing;
    return mapCard({
      chosen: this.chosen,
      names: this.names,
      listHref: (bbox) => this.listHref(bbox),
      onClose: () => this.close(),
    });
  }

  private list(): TemplateResult {
    if (!this.reply || !this.view) return html`<div class="map-list"></div>`;
    return mapList({
      features: this.reply.features,
      centre: this.view,
      lit: this.lit,
      nearName: this.nearName,
      onLight: (key) => (this.lit = key),
      onCluster: (cluster) => void this.chooseFromList(cluster),
    });
  }

  /** This very page, narrowed to a box; the list starts again at its first page. */
  private listHref(bbox: View['bbox'] | undefined): string {
    const url = new URL(location.href);
    if (bbox) url.searchParams.set('bbox', printBoundingBox(bbox));
    url.searchParams.delete('cursor');
    return `${url.pathname}${url.search}`;
  }

  /** A page about one place lists its neighbours itself. */
  private get hasList(): boolean {
    return Boolean(this.src) && !this.focusId;
  }

  private get place() {
    return onePlace(this);
  }

  /** The one place stays in sight even where the answer counts it into a cluster. */
  private get features(): readonly MapFeature[] {
    const found = this.reply?.features ?? [];
    const { place } = this;
    return place && !found.some((feature) => keyOf(feature) === place.id) ? [...found, place] : found;
  }

  private tell<Detail>(type: string, detail: Detail): void {
    this.dispatchEvent(new CustomEvent(type, { detail, bubbles: true }));
  }
}

customElements.define('asset-map', AssetMap);

declare global {
  interface HTMLElementTagNameMap {
    'asset-map': AssetMap;
  }
}
