import type { FeatureCollection } from 'geojson';
import { latLngBounds, TileLayer } from 'leaflet';
import type { LatLngBounds, LeafletMouseEvent } from 'leaflet';
import 'leaflet/dist/leaflet.css';
import type { BoundingBox } from '../../../src/ground/areas/area-contract.ts';
import { prepareBasemap } from './basemap-rules.ts';
import { CalmMap, wantsCalm } from './calm-map.ts';
import { DrawnLayer } from './drawn-layer.ts';
import { outlineLayer } from './outline-layer.ts';
import { onSchemeChange, readPalette } from './palette-paint.ts';
import type { Palette } from './palette-paint.ts';
import { PlacesLayer } from './places-layer.ts';
import type { Ground } from './places-layer.ts';
import type { MapFeature, Spot } from './spot-rules.ts';

export type View = { bbox: BoundingBox; zoom: number; lon: number; lat: number };
export type TownMapOptions = {
  /** What is shown first. */
  bbox: BoundingBox;
  /** How far one may stray. */
  within: BoundingBox;
  maxZoom: number;
  onView(view: View): void;
  onPick(feature: MapFeature | null): void;
  onHover(key: string | null): void;
};
export type TownMap = ReturnType<typeof createTownMap>;

const PLACES_PANE = 'places';
/** A finger needs more room than a mouse. */
const slack = (): number => (matchMedia('(pointer: coarse)').matches ? 10 : 3);

/** The map itself: base map, outlines and places, spoken to in our own words. Everything Leaflet stays behind this. */
export function createTownMap(container: HTMLElement, options: TownMapOptions) {
  const bounds = boundsOf(options.within).pad(1);
  const map = openMap(container, options, bounds);
  const places = new PlacesLayer(readPalette(container), PLACES_PANE).addTo(map);
  const repaints = [(palette: Palette) => places.repaint(palette)];
  const stopWatching = onSchemeChange(() => repaints.forEach((repaint) => repaint(readPalette(container))));
  listen(map, places, options);
  options.onView(viewOf(map));

  return {
    drawBasemap(collection: FeatureCollection): void {
      const layer = new DrawnLayer(prepareBasemap(collection), readPalette(container), { maxZoom: options.maxZoom });
      map.addLayer(layer);
      repaints.push((palette) => layer.repaint(palette));
      void fontsArrive().then(() => layer.repaint(readPalette(container)));
    },
    drawTiles(template: string): void {
      map.addLayer(new TileLayer(template, { maxZoom: options.maxZoom, className: 'map-tile' }));
    },
    drawOutline(collection: FeatureCollection): void {
      const outline = outlineLayer(collection, readPalette(container));
      map.addLayer(outline.layer);
      repaints.push((palette) => outline.restyle(palette));
    },
    show: (features: readonly MapFeature[]) => places.show(features),
    highlight: (key: string | null) => places.highlight(key),
    zoomBy: (steps: number) => void map.setZoom(map.getZoom() + steps),
    showBox: (bbox: BoundingBox) => void map.fitBounds(boundsOf(bbox), { padding: [48, 48] }),
    showPosition(position: Ground): boolean {
      const inside = bounds.contains([position.lat, position.lon]);
      places.showPosition(position);
      if (inside) map.setView([position.lat, position.lon], Math.max(15, map.getZoom()));
      return inside;
    },
    remove(): void {
      stopWatching();
      map.remove();
    },
  };
}

function openMap(container: HTMLElement, { bbox, maxZoom }: TownMapOptions, bounds: LatLngBounds): CalmMap {
  const map = new CalmMap(container, {
    attributionControl: false,
    zoomControl: false,
    scrollWheelZoom: false,
    maxZoom,
    maxBoundsViscosity: 0.8,
    ...(wantsCalm() && { zoomAnimation: false, fadeAnimation: false, inertia: false }),
  });
  Object.assign(map.createPane(PLACES_PANE).style, { zIndex: '450', pointerEvents: 'none' });
  map.fitBounds(boundsOf(bbox), { animate: false });
  return map.setMinZoom(map.getBoundsZoom(bounds)).setMaxBounds(bounds);
}

function listen(map: CalmMap, places: PlacesLayer, { onView, onPick, onHover }: TownMapOptions): void {
  const container = map.getContainer();
  const spotUnder = ({ containerPoint: { x, y } }: LeafletMouseEvent): Spot | null => places.spotAt(x, y, slack());
  map.on('moveend', () => onView(viewOf(map)));
  map.on('click', (event) => onPick(spotUnder(event)?.feature ?? null));
  map.on('mousemove', (event) => {
    const spot = spotUnder(event);
    container.classList.toggle('is-over', spot !== null);
    onHover(spot?.key ?? null);
  });
  // A wheel over a map nobody has touched scrolls the page.
  map.on('focus', () => map.scrollWheelZoom.enable()).on('blur', () => map.scrollWheelZoom.disable());
  // Leaflet focuses the map from script, which browsers take for keyboard use: the words about keys are for those who use them.
  container.addEventListener('pointerdown', () => container.classList.add('by-pointer'), { capture: true });
  for (const type of ['keydown', 'blur'])
    container.addEventListener(type, () => container.classList.remove('by-pointer'));
}

function viewOf(map: CalmMap): View {
  const seen = map.getBounds();
  const { lng, lat } = map.getCenter();
  return {
    bbox: [seen.getWest(), seen.getSouth(), seen.getEast(), seen.getNorth()],
    zoom: map.getZoom(),
    lon: lng,
    lat,
  };
}

function boundsOf([w, s, e, n]: BoundingBox): LatLngBounds {
  return latLngBounds([s, w], [n, e]);
}

/** Resolves only if a font was still on its way: names set in a stand-in must be placed again. */
async function fontsArrive(): Promise<void> {
  if (document.fonts.status === 'loaded') return new Promise(() => undefined);
  await document.fonts.ready;
}
