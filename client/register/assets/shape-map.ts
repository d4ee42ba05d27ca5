import type { FeatureCollection } from 'geojson';
import { DivIcon, latLngBounds, LayerGroup, type LeafletMouseEvent, Marker, Polygon, TileLayer } from 'leaflet';
import 'leaflet/dist/leaflet.css';
import { prepareBasemap } from '../map/basemap-rules.ts';
import { CalmMap, wantsCalm } from '../map/calm-map.ts';
import { DrawnLayer } from '../map/drawn-layer.ts';
import { outlineLayer } from '../map/outline-layer.ts';
import { onSchemeChange, type Palette, readPalette } from '../map/palette-paint.ts';
import { type Active, activeRing, type Corner, type Polygons } from './shape-rules.ts';
import { SHAPE_WORDS } from './shape-words.ts';

type Box = readonly [number, number, number, number];
export type ShapeMapOptions = {
  bbox: Box;
  within: Box;
  /** Nothing can be moved. */
  readonly: boolean;
  onClick(corner: Corner): void;
  onMoveCorner(at: number, corner: Corner): void;
  onSelectCorner(at: number): void;
  onRemoveCorner(at: number): void;
  onMovePoint(corner: Corner): void;
};
export type ShapeState = { polygons: Polygons; active: Active; selected: number; point: Corner | null };
export type ShapeMap = ReturnType<typeof createShapeMap>;

const MAX_ZOOM = 20;
/** Handles are elements of the page: of a long outline, those in view and no more than this. */
const MOST_HANDLES = 200;
const STEP_PIXELS = 1;
const BIG_STEP_PIXELS = 10;
const STEPS: Record<string, readonly [number, number]> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** The map for drawing one outline and one point. Everything Leaflet stays behind this. */
export function createShapeMap(container: HTMLElement, options: ShapeMapOptions) {
  const map = new CalmMap(container, {
    attributionControl: false,
    zoomControl: false,
    scrollWheelZoom: false,
    doubleClickZoom: false,
    maxZoom: MAX_ZOOM,
    ...(wantsCalm() && { zoomAnimation: false, fadeAnimation: false, inertia: false }),
  });
  map.fitBounds(boundsOf(options.bbox), { animate: false, maxZoom: 18 });
  map.setMaxBounds(boundsOf(options.within).pad(1));
  const outline = new Polygon([], { interactive: false, weight: 3 }).addTo(map);
  const handles = new LayerGroup().addTo(map);
  const repaints: ((palette: Palette) => void)[] = [
    (palette) => outline.setStyle({ color: palette.highlight, fillColor: palette.highlight, fillOpacity: 0.18 }),
  ];
  const repaint = (): void => repaints.forEach((one) => one(readPalette(container)));
  const stopWatching = onSchemeChange(repaint);
  let state: ShapeState = { polygons: [], active: { polygon: 0, ring: 0 }, selected: -1, point: null };
  repaint();
  map.on('click', ({ latlng }: LeafletMouseEvent) => options.onClick([latlng.lng, latlng.lat]));
  map.on('moveend', () => drawHandles());
  map.on('focus', () => map.scrollWheelZoom.enable()).on('blur', () => map.scrollWheelZoom.disable());

  return {
    drawBasemap(collection: FeatureCollection): void {
      const layer = new DrawnLayer(prepareBasemap(collection), readPalette(container), { maxZoom: MAX_ZOOM });
      map.addLayer(layer);
      repaints.push((palette) => layer.repaint(palette));
    },
    drawTiles: (template: string): void =>
      void map.addLayer(new TileLayer(template, { maxZoom: MAX_ZOOM, className: 'map-tile' })),
    drawOutline(collection: FeatureCollection): void {
      const borders = outlineLayer(collection, readPalette(container));
      map.addLayer(borders.layer);
      repaints.push((palette) => borders.restyle(palette));
    },
    show(next: ShapeState): void {
      state = next;
      outline.setLatLngs(latLngsOf(state.polygons));
      drawHandles();
    },
    zoomBy: (steps: number): void => void map.setZoom(map.getZoom() + steps),
    centre: (): Corner => [map.getCenter().lng, map.getCenter().lat],
    /** Brings everything drawn into view. */
    fit(): void {
      const corners = [...state.polygons.flat(2), ...(state.point ? [state.point] : [])];
      if (corners.length > 0)
        map.fitBounds(latLngBounds(corners.map(([lon, lat]) => [lat, lon])).pad(0.3), { maxZoom: 18 });
    },
    remove(): void {
      stopWatching();
      map.remove();
    },
  };

  function drawHandles(): void {
    const focused =
      document.activeElement instanceof HTMLElement ? document.activeElement.dataset['handle'] : undefined;
    handles.clearLayers();
    const view = map.getBounds().pad(0.1);
    const shown = activeRing(state.polygons, state.active)
      .map((corner, at) => ({ corner, at }))
      .filter(({ corner: [lon, lat] }) => view.contains([lat, lon]));
    if (!options.readonly) for (const { corner, at } of shown.slice(0, MOST_HANDLES)) cornerHandle(corner, at);
    if (state.point) pointHandle(state.point);
    if (focused) container.querySelector<HTMLElement>(`[data-handle="${focused}"]`)?.focus({ preventScroll: true });
  }

  function cornerHandle(corner: Corner, at: number): void {
    const selected = at === state.selected;
    const marker = handle(
      corner,
      selected ? 'shape-corner shape-corner--selected' : 'shape-corner',
      `corner-${at}`,
      SHAPE_WORDS.corner(at + 1),
    );
    marker.on('dragstart click', () => options.onSelectCorner(at));
    marker.on('drag', ({ target }) =>
      outline.setLatLngs(latLngsOf(state.polygons, { active: state.active, at, corner: cornerOf(target as Marker) })),
    );
    marker.on('dragend', ({ target }) => options.onMoveCorner(at, cornerOf(target as Marker)));
    // One corner at a time is in the Tab order; PageUp and PageDown go to the others.
    const element = marker.getElement();
    if (element) element.tabIndex = selected || (state.selected < 0 && at === 0) ? 0 : -1;
    element?.addEventListener('keydown', (event) => {
      const count = activeRing(state.polygons, state.active).length;
      if (event.key === 'Delete' || event.key === 'Backspace') options.onRemoveCorner(at);
      else if (event.key === 'PageDown' || event.key === 'PageUp')
        goTo((at + (event.key === 'PageDown' ? 1 : count - 1)) % count);
      else return moved(event, corner, (next) => options.onMoveCorner(at, next));
      event.preventDefault();
      event.stopPropagation();
    });
  }

  function pointHandle(point: Corner): void {
    const marker = handle(point, 'shape-point', 'point', SHAPE_WORDS.point);
    marker.on('dragend', ({ target }) => options.onMovePoint(cornerOf(target as Marker)));
    marker
      .getElement()
      ?.addEventListener('keydown', (event) => moved(event, point, (next) => options.onMovePoint(next)));
  }

  function handle([lon, lat]: Corner, className: string, name: string, label: string): Marker {
    const marker = new Marker([lat, lon], {
      icon: new DivIcon({ className, iconSize: [28, 28] }),
      draggable: !options.readonly,
      keyboard: !options.readonly,
      autoPanOnFocus: false,
    });
    handles.addLayer(marker);
    const element = marker.getElement();
    element?.setAttribute('data-handle', name);
    element?.setAttribute('role', options.readonly ? 'img' : 'button');
    element?.setAttribute('aria-label', label);
    return marker;
  }

  function goTo(at: number): void {
    options.onSelectCorner(at);
    container.querySelector<HTMLElement>(`[data-handle="corner-${at}"]`)?.focus();
  }

  /** Arrow keys on a handle move it, not the map. */
  function moved(event: KeyboardEvent, [lon, lat]: Corner, done: (corner: Corner) => void): void {
    const step = STEPS[event.key];
    if (!step) return;
    event.preventDefault();
    event.stopPropagation();
    const pixels = event.shiftKey ? BIG_STEP_PIXELS : STEP_PIXELS;
    const to = map.unproject(map.project([lat, lon]).add([step[0] * pixels, step[1] * pixels]));
    done([to.lng, to.lat]);
  }
}

const boundsOf = ([west, south, east, north]: Box) => latLngBounds([south, west], [north, east]);
const cornerOf = (marker: Marker): Corner => [marker.getLatLng().lng, marker.getLatLng().lat];

type Dragged = { active: Active; at: number; corner: Corner };

function latLngsOf(polygons: Polygons, dragged?: Dragged): [number, number][][][] {
  return polygons.map((rings, polygon) =>
    rings.map((ring, line) =>
      ring.map((corner, at) => {
        const [lon, lat] =
          dragged && dragged.active.polygon === polygon && dragged.active.ring === line && dragged.at === at
            ? dragged.corner
            : corner;
        return [lat, lon];
      }),
    ),
  );
}
