import type { MultiPolygon, Polygon } from 'geojson';

/** Longitude and latitude, degrees. */
export type Corner = readonly [lon: number, lat: number];
/** Rings without the corner that closes them. */
export type Polygons = readonly (readonly (readonly Corner[])[])[];
/** Which ring is being edited: of which polygon, and which of its lines (0 is the outer one). */
export type Active = { polygon: number; ring: number };

export const EMPTY: Polygons = [[[]]];

/** Reads an outline; null when the text is none. */
export function parseOutline(text: string): Polygons | null {
  if (text.trim() === '') return EMPTY;
  try {
    const given = JSON.parse(text) as { geometry?: Polygon | MultiPolygon } & (Polygon | MultiPolygon);
    const shape = given.geometry ?? given;
    const polygons =
      shape.type === 'Polygon' ? [shape.coordinates] : shape.type === 'MultiPolygon' ? shape.coordinates : [];
    const rings = polygons.map((parts) =>
      parts.map((ring) => opened(ring.map(([lon = NaN, lat = NaN]): Corner => [lon, lat]))),
    );
    return rings.length > 0 && rings.flat(2).every(([lon, lat]) => Number.isFinite(lon) && Number.isFinite(lat))
      ? rings
      : null;
  } catch {
    return null;
  }
}

/** The outline as GeoJSON (RFC 7946); empty when it has no corner. */
export function printOutline(polygons: Polygons): string {
  const closed = polygons
    .map((rings) => rings.filter((ring) => ring.length > 0).map((ring) => [...ring, ...ring.slice(0, 1)]))
    .filter((rings) => rings.length > 0);
  const [only] = closed;
  if (!only) return '';
  return JSON.stringify(
    closed.length === 1 ? { type: 'Polygon', coordinates: only } : { type: 'MultiPolygon', coordinates: closed },
  );
}

export function activeRing(polygons: Polygons, { polygon, ring }: Active): readonly Corner[] {
  return polygons[polygon]?.[ring] ?? [];
}

/** The outline with another ring in the place of the one being edited. */
export function withRing(polygons: Polygons, active: Active, corners: readonly Corner[]): Polygons {
  return polygons.map((rings, polygon) =>
    polygon === active.polygon ? rings.map((ring, at) => (at === active.ring ? corners : ring)) : rings,
  );
}

/** Adds a corner where it bends the nearest side; to a line of fewer than three, at its end. */
export function withCorner(ring: readonly Corner[], corner: Corner): { ring: Corner[]; at: number } {
  const at = ring.length < 3 ? ring.length : nearestSide(ring, corner) + 1;
  return { ring: ring.toSpliced(at, 0, rounded(corner)), at };
}

export const rounded = ([lon, lat]: Corner): Corner => [Math.round(lon * 1e6) / 1e6, Math.round(lat * 1e6) / 1e6];

function opened(ring: Corner[]): Corner[] {
  const [first, last] = [ring[0], ring.at(-1)];
  return ring.length > 1 && first?.[0] === last?.[0] && first?.[1] === last?.[1] ? ring.slice(0, -1) : ring;
}

function nearestSide(ring: readonly Corner[], [lon, lat]: Corner): number {
  const shrink = Math.cos((lat * Math.PI) / 180);
  const distance = (at: number): number => {
    const [[ax, ay], [bx, by]] = [ring[at] ?? [0, 0], ring[(at + 1) % ring.length] ?? [0, 0]];
    const [dx, dy, px, py] = [(bx - ax) * shrink, by - ay, (lon - ax) * shrink, lat - ay];
    const along = Math.max(0, Math.min(1, (px * dx + py * dy) / (dx * dx + dy * dy || 1)));
    return Math.hypot(px - along * dx, py - along * dy);
  };
  return ring.reduce((best, _, at) => (distance(at) < distance(best) ? at : best), 0);
}
