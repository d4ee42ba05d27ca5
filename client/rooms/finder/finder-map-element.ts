import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import type { BoundingBox } from '../../../src/ground/areas/area-contract.ts';
import { drawBackdrop } from '../../register/assets/asset-map-backdrop-feed.ts';
import { mapFrame } from '../../register/assets/asset-map-view.ts';
import { MAP_WORDS, POSITION_PROBLEMS } from '../../register/assets/asset-map-words.ts';
import { findPosition } from '../../register/map/position-feed.ts';
import { parseBoundingBox } from '../../register/map/mercator-rules.ts';
import type { TownMap } from '../../register/map/town-map.ts';
import { whenNear } from '../../register/map/when-near-script.ts';
import { FINDER_MAP_WORDS } from './finder-map-words.ts';
import type { MapPlace } from '../../../src/register/assets/map-contract.ts';

const NEAR_PIXELS = 300;
const MAX_ZOOM = 18;
const BRITISH_ISLES: BoundingBox = [-9, 49, 2.5, 61.5];

/** A place on this map: the numbers that its rooms have in the list, and the card to go to. */
export type NumberedPlace = { id: string; name: string; lon: number; lat: number; label: string };

/**
 * The rooms of a search on a map, by their numbers in the list, which says the same in words. What stands inside the element is
 * shown until the map is ready, and for good where there is no JavaScript.
 */
export class FinderMap extends LitElement {
  static override properties = {
    bbox: {},
    basemap: {},
    outline: {},
    tiles: {},
    attribution: {},
    label: {},
    places: { type: Array },
    live: { type: Boolean, reflect: true },
    note: { state: true },
    lit: { state: true },
  };

  /** What to show first: west, south, east, north. */
  declare bbox: string | null;
  /** Address of the drawn base map. */
  declare basemap: string | null;
  /** Address of boundary and wards. */
  declare outline: string | null;
  /** URL template of map tiles, used when there is no drawn base map. */
  declare tiles: string | null;
  /** Whose map it is, in plain text. */
  declare attribution: string | null;
  /** What the map shows, for people who cannot see it. */
  declare label: string | null;
  /** The places to number. */
  declare places: readonly NumberedPlace[];
  /** Set once the map has taken the place of the fallback. */
  declare live: boolean;

  declare private note: string | null;
  declare private lit: string | null;
  private map: TownMap | null = null;

  constructor() {
    super();
    this.places = [];
    this.live = false;
  }

  /** Into the page itself, so that the page's own type and focus rings hold here too. */
  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void this.open();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.map?.remove();
    this.map = null;
    this.live = false;
  }

  private async open(): Promise<void> {
    await whenNear(this, NEAR_PIXELS);
    const { createTownMap } = await import('../../register/map/town-map.ts');
    if (!this.isConnected || this.live) return;
    this.live = true;
    await this.updateComplete;
    const container = this.querySelector<HTMLElement>('.map-canvas');
    if (!container) return;
    const box = parseBoundingBox(this.bbox ?? '') ?? BRITISH_ISLES;
    this.map = createTownMap(container, {
      bbox: box,
      within: box,
      maxZoom: MAX_ZOOM,
      onView: () => undefined,
      onPick: (feature) => feature?.type === 'place' && this.goTo(feature.id),
      onHover: (key) => (this.lit = key),
    });
    await drawBackdrop(this.map, this);
    this.requestUpdate();
  }

  /** From a number on the map to its first room in the list. */
  private goTo(id: string): void {
    const link = document.querySelector<HTMLElement>(`#room-${CSS.escape(id)} a`);
    link?.focus();
    link?.scrollIntoView({ block: 'center' });
  }

  private async findMe(): Promise<void> {
    this.note = MAP_WORDS.seeking;
    const position = await findPosition();
    if (typeof position === 'string') this.note = POSITION_PROBLEMS[position];
    else this.note = this.map?.showPosition(position) ? MAP_WORDS.found : MAP_WORDS.outside;
  }

  protected override updated(changed: PropertyValues): void {
    this.map?.show(
      this.places.map((place): MapPlace => ({
        type: 'place',
        kind: 'building',
        state: 'in_use',
        precision: 'exact',
        shape: null,
        ...place,
      })),
    );
    this.map?.highlight(this.lit);
    if (changed.has('bbox') && this.map) this.map.showBox(parseBoundingBox(this.bbox ?? '') ?? BRITISH_ISLES);
  }

  protected override render(): TemplateResult | typeof nothing {
    if (!this.live) return nothing;
    return html`${mapFrame({
      label: this.label ?? FINDER_MAP_WORDS.label,
      howTo: FINDER_MAP_WORDS.howTo,
      attribution: this.attribution,
      note: this.note,
      card: nothing,
      onZoom: (steps) => this.map?.zoomBy(steps),
      onPosition: () => void this.findMe(),
    })}`;
  }
}

customElements.define('finder-map', FinderMap);

declare global {
  interface HTMLElementTagNameMap {
    'finder-map': FinderMap;
  }
}
