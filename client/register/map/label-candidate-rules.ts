import type { Basemap, Drawn } from './basemap-rules.ts';
import type { LabelStyle } from './label-style-table.ts';
import { midlineOf } from './midline-rules.ts';
import { insideRings } from './point-in-rings-rules.ts';

/** A name that would like to be on the map: at a point (zoom-0 world pixels), or along a line. */
export type Candidate = {
  text: string;
  style: LabelStyle;
  rank: number;
  anchor: 'centre' | 'beside' | 'along';
  x: number;
  y: number;
  path: Float64Array | null;
  /** Widest the text may be, in zoom-0 pixels; a pond is not named with a text as wide as the park. */
  room: number;
};

/** Names of big things stop being useful when one looks closely. */
const RANK_MAX_ZOOM: Readonly<Record<number, number>> = { 1: 15, 2: 17 };
const ROAD_NAME_ZOOM = { main: 14, secondary: 14, street: 15, path: 16 } as const;
const ROAD_RANK = { main: 5, secondary: 6, street: 7, path: 8 } as const;
const AREA_STYLES: Partial<Record<Drawn['layer'], LabelStyle>> = {
  park: 'green',
  wood: 'green',
  field: 'green',
  beach: 'green',
  water: 'water',
  river: 'water',
  building: 'building',
  pier: 'place',
  built_up: 'place',
};
const GROUND = ['sea', 'land', 'beach', 'park', 'wood', 'field', 'water', 'river'];

/** All names for one zoom, most important first, in an order that never depends on the view. */
export function labelCandidates(basemap: Basemap, zoom: number): Candidate[] {
  const drawn = basemap.features.filter((feature) => feature.minZoom <= zoom && feature.name !== null);
  const namesOf = (wanted: (feature: Drawn) => boolean) => new Set(drawn.filter(wanted).map((feature) => feature.name));
  const rivers = namesOf((feature) => feature.layer === 'river');
  const labelled = namesOf((feature) => feature.layer === 'label' && !rivers.has(feature.name));
  return drawn
    .filter((feature) =>
      feature.layer === 'label' ? labelled.has(feature.name) : feature.form === 'line' || !labelled.has(feature.name),
    )
    .flatMap((feature) => candidatesOf(feature, zoom, basemap))
    .sort((a, b) => a.rank - b.rank || order(a.anchor) - order(b.anchor));
}

function candidatesOf(feature: Drawn, zoom: number, basemap: Basemap): Candidate[] {
  if (feature.form === 'line') return alongLine(feature, zoom);
  if (feature.form === 'area') return inArea(feature);
  return atPoint(feature, zoom, basemap);
}

function atPoint(feature: Drawn, zoom: number, basemap: Basemap): Candidate[] {
  const [x = 0, y = 0] = feature.parts[0] ?? [];
  if (feature.layer === 'station') return [candidate(feature, 'station', 4, 'beside', x, y)];
  if (zoom > (RANK_MAX_ZOOM[feature.rank] ?? Infinity)) return [];
  return [candidate(feature, styleOnGround(basemap, feature.rank, x, y), feature.rank, 'centre', x, y)];
}

function inArea(feature: Drawn): Candidate[] {
  const middle = feature.layer === 'river' && feature.parts[0] ? midlineOf(feature.parts[0]) : null;
  if (middle) return [{ ...candidate(feature, 'water', 4, 'along', 0, 0), path: middle }];
  const style = AREA_STYLES[feature.layer];
  if (!style) return [];
  const [w, n, e, s] = feature.box;
  const rank = Math.max(feature.rank, feature.layer === 'building' ? 8 : 5);
  return [
    {
      ...candidate(feature, style, rank, 'centre', (w + e) / 2, (n + s) / 2),
      room: (e - w) * (style === 'building' ? 3 : 1.4),
    },
  ];
}

function alongLine(feature: Drawn, zoom: number): Candidate[] {
  const roadClass = feature.roadClass ?? 'street';
  if (feature.layer === 'road' && zoom < ROAD_NAME_ZOOM[roadClass]) return [];
  if (!['road', 'river', 'pier', 'water'].includes(feature.layer)) return [];
  const style = feature.layer === 'road' ? 'road' : feature.layer === 'pier' ? 'place' : 'water';
  const rank = feature.layer === 'road' ? ROAD_RANK[roadClass] : 4;
  return feature.parts.map((path) => ({ ...candidate(feature, style, rank, 'along', 0, 0), path }));
}

function candidate(
  feature: Drawn,
  style: LabelStyle,
  rank: number,
  anchor: Candidate['anchor'],
  x: number,
  y: number,
): Candidate {
  return { text: feature.name ?? '', style, rank, anchor, x, y, path: null, room: Infinity };
}

/** A label feature says no more than its name: what lies under its point tells whether it names water, a green space or a place. */
function styleOnGround(basemap: Basemap, rank: number, x: number, y: number): LabelStyle {
  const under = basemap.features
    .filter((feature) => feature.form === 'area' && GROUND.includes(feature.layer) && insideRings(feature.parts, x, y))
    .map((feature) => GROUND.indexOf(feature.layer));
  const ground = GROUND[Math.max(basemap.hasLand ? 0 : 1, ...under)];
  if (ground === 'sea' || ground === 'water' || ground === 'river') return 'water';
  if (rank <= 1) return 'town';
  if (rank <= 3) return 'district';
  return rank >= 4 && (ground === 'park' || ground === 'wood') ? 'green' : 'place';
}

function order(anchor: Candidate['anchor']): number {
  return anchor === 'along' ? 1 : 0;
}
