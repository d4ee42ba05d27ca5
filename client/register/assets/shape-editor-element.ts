import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { loadGeoJson } from '../map/geojson-feed.ts';
import { parseBoundingBox } from '../map/mercator-rules.ts';
import { whenNear } from '../map/when-near-script.ts';
import { cornerList } from './shape-list-part.ts';
import type { ShapeMap } from './shape-map.ts';
import { crossesItself, squareMetres } from './shape-measure-rules.ts';
import {
  activeRing,
  EMPTY,
  parseOutline,
  printOutline,
  rounded,
  withCorner,
  withRing,
  type Active,
  type Corner,
  type Polygons,
} from './shape-rules.ts';
import { shapeParts, shapeTools } from './shape-tools-part.ts';
import { pointStatus, SHAPE_WORDS, shapeStatus } from './shape-words.ts';

const NEAR_PIXELS = 400;
const WORLD = [-180, -85, 180, 85] as const;

type Drawing = { polygons: Polygons; point: Corner | null };

/**
 * Draws an outline and a point on the map, for the fields inside it: a text area `shape` (GeoJSON), inputs `lon` and `lat`.
 * The fields are the truth: they work without this element, and what is typed there shows on the map.
 */
export class ShapeEditor extends LitElement {
  static override properties = {
    bbox: {},
    within: {},
    basemap: {},
    outline: {},
    tiles: {},
    attribution: {},
    readonly: { type: Boolean },
    pointOnly: { type: Boolean, attribute: 'point-only' },
    live: { type: Boolean, reflect: true },
    drawing: { state: true },
    active: { state: true },
    selected: { state: true },
    mode: { state: true },
    from: { state: true },
    note: { state: true },
    undone: { state: true },
  };

  /** What to show first: west, south, east, north. */
  declare bbox: string | null;
  /** How far one may stray. */
  declare within: string | null;
  /** Address of the drawn base map. */
  declare basemap: string | null;
  /** Address of boundary and wards. */
  declare outline: string | null;
  /** URL template of map tiles, used when there is no drawn base map. */
  declare tiles: string | null;
  /** Whose map it is, in plain text. */
  declare attribution: string | null;
  /** Shows, and lets nobody draw. */
  declare readonly: boolean;
  /** Only a point is wanted: there is no outline to draw. */
  declare pointOnly: boolean;
  /** Set once the map is there. */
  declare live: boolean;

  declare private drawing: Drawing;
  declare private active: Active;
  declare private selected: number;
  declare private mode: 'draw' | 'place';
  declare private from: number;
  declare private note: string | null;
  declare private undone: readonly Drawing[];
  private map: ShapeMap | null = null;

  constructor() {
    super();
    Object.assign(this, {
      drawing: { polygons: EMPTY, point: null },
      active: { polygon: 0, ring: 0 },
      selected: -1,
      mode: 'draw',
      from: 0,
      note: null,
      undone: [],
      live: false,
      readonly: false,
      pointOnly: false,
    });
  }

  /** Into the page itself, before the fields, so that the page's own type and focus rings hold here too. */
  protected override createRenderRoot(): HTMLElement {
    this.renderOptions.renderBefore = this.firstElementChild;
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.addEventListener('change', this.typed);
    void this.open();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.removeEventListener('change', this.typed);
    this.map?.remove();
    this.map = null;
    this.live = false;
  }

  private async open(): Promise<void> {
    await whenNear(this, NEAR_PIXELS);
    const { createShapeMap } = await import('./shape-map.ts');
    if (!this.isConnected || this.live) return;
    this.live = true;
    this.readFields();
    await this.updateComplete;
    const container = this.querySelector<HTMLElement>('.map-canvas');
    if (!container) return;
    const change = (work: (corner: Corner) => void) => (corner: Corner) => void (this.readonly || work(corner));
    this.map = createShapeMap(container, {
      bbox: parseBoundingBox(this.bbox ?? '') ?? WORLD,
      within: parseBoundingBox(this.within ?? '') ?? WORLD,
      readonly: this.readonly,
      onClick: change((corner) => (this.draws ? this.addCorner(corner) : this.setPoint(corner))),
      onMoveCorner: (at, corner) => this.moveCorner(at, corner),
      onSelectCorner: (at) => (this.selected = at),
      onRemoveCorner: (at) => this.removeCorner(at),
      onMovePoint: (corner) => this.setPoint(corner),
    });
    this.map.show(this.state);
    const [ground, borders] = await Promise.all([loadGeoJson(this.basemap), loadGeoJson(this.outline)]);
    if (ground) this.map?.drawBasemap(ground);
    else if (this.tiles) this.map?.drawTiles(this.tiles);
    if (borders) this.map?.drawOutline(borders);
  }

  private get draws(): boolean {
    return this.mode === 'draw' && !this.pointOnly;
  }

  private get ring(): readonly Corner[] {
    return activeRing(this.drawing.polygons, this.active);
  }

  private get state() {
    return { ...this.drawing, active: this.active, selected: this.selected };
  }

  private addCorner(corner: Corner): void {
    const { ring, at } = withCorner(this.ring, corner);
    this.setRing(ring, at);
  }

  private addAfter(at: number): void {
    const [here, next] = [this.ring[at], this.ring[(at + 1) % this.ring.length]];
    if (here && next)
      this.setRing(this.ring.toSpliced(at + 1, 0, rounded([(here[0] + next[0]) / 2, (here[1] + next[1]) / 2])), at + 1);
  }

  private moveCorner(at: number, corner: Corner): void {
    this.setRing(this.ring.with(at, rounded(corner)), at);
  }

  private removeCorner(at: number): void {
    this.setRing(this.ring.toSpliced(at, 1), Math.min(at, this.ring.length - 2));
  }

  private setRing(ring: readonly Corner[], selected: number): void {
    this.selected = selected;
    this.change({ ...this.drawing, polygons: withRing(this.drawing.polygons, this.active, ring) });
  }

  private setPoint(corner: Corner): void {
    this.change({ ...this.drawing, point: rounded(corner) });
  }

  private change(drawing: Drawing): void {
    this.undone = [...this.undone, this.drawing].slice(-100);
    this.drawing = drawing;
    this.writeFields();
  }

  private undo(): void {
    const before = this.undone.at(-1);
    if (!before) return;
    this.undone = this.undone.slice(0, -1);
    this.drawing = before;
    this.selected = -1;
    this.writeFields();
  }

  private clear(): void {
    this.active = { polygon: 0, ring: 0 };
    this.selected = -1;
    this.change({ ...this.drawing, polygons: EMPTY });
  }

  private field(name: string): HTMLInputElement | HTMLTextAreaElement | null {
    return this.querySelector(`[name="${name}"]`);
  }

  private readFields(): void {
    const polygons = parseOutline(this.field('shape')?.value ?? '');
    const [lon, lat] = ['lon', 'lat'].map((name) => this.field(name)?.value.trim() ?? '');
    const point: Corner | null =
      lon && lat && Number.isFinite(Number(lon)) && Number.isFinite(Number(lat)) ? [Number(lon), Number(lat)] : null;
    this.note = polygons ? null : SHAPE_WORDS.unreadable;
    this.drawing = { polygons: polygons ?? this.drawing.polygons, point };
    if (activeRing(this.drawing.polygons, this.active).length === 0) this.active = { polygon: 0, ring: 0 };
  }

  /** What was not drawn anew is left as it was written, so that nothing counts as changed by a look at the map. */
  private writeFields(): void {
    const [shape, lon, lat] = [this.field('shape'), this.field('lon'), this.field('lat')];
    const text = printOutline(this.drawing.polygons);
    if (shape && printOutline(parseOutline(shape.value) ?? EMPTY) !== text) shape.value = text;
    if (lon) lon.value = this.drawing.point ? String(this.drawing.point[0]) : '';
    if (lat) lat.value = this.drawing.point ? String(this.drawing.point[1]) : '';
  }

  private readonly typed = (event: Event): void => {
    if (
      !(event.target instanceof Element) ||
      !['shape', 'lon', 'lat'].includes(event.target.getAttribute('name') ?? '')
    )
      return;
    this.undone = [...this.undone, this.drawing];
    this.readFields();
  };

  protected override updated(): void {
    this.map?.show(this.state);
    const size = this.querySelector('.shape-size');
    if (size)
      size.textContent =
        this.ring.length > 2 ? `(${squareMetres(this.drawing.polygons).toLocaleString('en-GB')} m²)` : '';
  }

  protected override render(): TemplateResult | typeof nothing {
    if (!this.live) return nothing;
    const status = this.pointOnly
      ? pointStatus(this.drawing.point)
      : shapeStatus(
          this.drawing.polygons.flat(2).length,
          squareMetres(this.drawing.polygons),
          crossesItself(this.ring),
        );
    return html`<div class="map-part shape-part">
      ${shapeTools({
        readonly: this.readonly,
        pointOnly: this.pointOnly,
        mode: this.mode,
        canUndo: this.undone.length > 0,
        canClear: this.ring.length > 0,
        onMode: (mode) => (this.mode = mode),
        onZoom: (steps) => this.map?.zoomBy(steps),
        onFit: () => this.map?.fit(),
        onUndo: () => this.undo(),
        onClear: () => this.clear(),
        onMiddle: () =>
          this.draws ? this.addCorner(this.map?.centre() ?? [0, 0]) : this.setPoint(this.map?.centre() ?? [0, 0]),
      })}
      <div class="map-window">
        <div class="map-canvas" role="application" tabindex="0" aria-label=${this.pointOnly ? SHAPE_WORDS.pointMap : SHAPE_WORDS.map} aria-describedby="shape-how-to"></div>
        ${this.attribution ? html`<p class="map-attribution">${this.attribution}</p>` : nothing}
      </div>
      <p class="hint" id="shape-how-to">${this.readonly ? nothing : this.pointOnly ? SHAPE_WORDS.pointHowTo : SHAPE_WORDS.howTo}</p>
      <p role="status" class="shape-status">${this.note ?? status}</p>
      ${this.readonly || this.pointOnly ? nothing : shapeParts(this.drawing.polygons, this.active, (active) => Object.assign(this, { active, selected: -1 }))}
      ${
        this.readonly || this.pointOnly
          ? nothing
          : cornerList({
              corners: this.ring,
              from: this.from,
              onMove: (at, corner) => this.moveCorner(at, corner),
              onRemove: (at) => this.removeCorner(at),
              onAddAfter: (at) => this.addAfter(at),
              onPage: (from) => (this.from = from),
            })
      }
    </div>`;
  }
}

customElements.define('shape-editor', ShapeEditor);

declare global {
  interface HTMLElementTagNameMap {
    'shape-editor': ShapeEditor;
  }
}
