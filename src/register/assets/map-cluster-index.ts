import { mercatorX, mercatorY, type Box } from '../../kernel/geo.ts';
import type { RegisterColumns } from './register-columns.ts';
import type { MapCluster } from './map-contract.ts';

/** Side of a cluster's cell in screen pixels; smaller close in, where places are worth parting. */
const CELL_PX = { far: 64, close: 36 };
const CLOSE_ZOOM = 15;
/** From this zoom on, or where all share one point, going closer parts nothing: the cluster lists its places instead. */
const LAST_ZOOM = 18;
const LISTED_AT_MOST = 50;
/** More cells than any screen has; a larger box is answered with larger cells. */
const CELLS_AT_MOST = 4_096;

export type Clustered = { clusters: MapCluster[]; single: number[] };

type Cell = { count: number; lon: number; lat: number; box: Box; rows: number[] };

/**
 * Groups rows into the cells of a grid that is fixed to the world, so that clusters stay put while the map is moved.
 * @param rows rows that have a point inside `box`
 * @param zoom web-mercator zoom, 0 to 20
 */
export function clustered(columns: RegisterColumns, rows: Uint32Array, box: Box, zoom: number): Clustered {
  const { lon, lat, mercatorY: y } = columns.arrays();
  const grid = gridFor(box, zoom);
  const [left, right] = [Math.floor(mercatorX(box[0]) * grid), Math.floor(mercatorX(box[2]) * grid)];
  const [top, bottom] = [Math.floor(mercatorY(box[3]) * grid), Math.floor(mercatorY(box[1]) * grid)];
  const across = right - left + 1;
  // A long sliver of a box may have more cells than this; the array then turns into a sparse one by itself.
  const byPlace = new Array<Cell | undefined>(Math.max(0, Math.min(across * (bottom - top + 1), CELLS_AT_MOST * 4)));
  const cells: Cell[] = [];
  for (let next = 0; next < rows.length; next++) {
    const at = rows[next] ?? 0;
    const x = lon[at] ?? NaN;
    const place = (Math.floor((y[at] ?? NaN) * grid) - top) * across + Math.floor(mercatorX(x) * grid) - left;
    const cell = byPlace[place];
    if (cell) addTo(cell, at, x, lat[at] ?? NaN);
    else cells.push((byPlace[place] = cellOf(at, x, lat[at] ?? NaN)));
  }
  const found: Clustered = { clusters: [], single: [] };
  for (const cell of cells) {
    const [only] = cell.rows;
    if (cell.count === 1 && only !== undefined) found.single.push(only);
    else found.clusters.push(toCluster(columns, cell, zoom));
  }
  return found;
}

/** How many cells make the world's side at this zoom, fewer when the box would hold too many of them. */
function gridFor([west, south, east, north]: Box, zoom: number): number {
  const cell = zoom >= CLOSE_ZOOM ? CELL_PX.close : CELL_PX.far;
  const wanted = Math.max(1, Math.floor((256 * 2 ** zoom) / cell));
  const cellsAcross = (mercatorX(east) - mercatorX(west)) * wanted;
  const cellsDown = (mercatorY(south) - mercatorY(north)) * wanted;
  const tooMany = Math.max(1, Math.sqrt((cellsAcross * cellsDown) / CELLS_AT_MOST));
  return Math.max(1, Math.floor(wanted / tooMany));
}

function cellOf(at: number, lon: number, lat: number): Cell {
  return { count: 1, lon, lat, box: [lon, lat, lon, lat], rows: [at] };
}

function addTo(cell: Cell, at: number, lon: number, lat: number): void {
  cell.count++;
  cell.lon += (lon - cell.lon) / cell.count;
  cell.lat += (lat - cell.lat) / cell.count;
  const box = cell.box;
  if (lon < box[0]) box[0] = lon;
  if (lat < box[1]) box[1] = lat;
  if (lon > box[2]) box[2] = lon;
  if (lat > box[3]) box[3] = lat;
  if (cell.rows.length < LISTED_AT_MOST) cell.rows.push(at);
}

function toCluster(columns: RegisterColumns, { count, lon, lat, box, rows }: Cell, zoom: number): MapCluster {
  const onePoint = box[0] === box[2] && box[1] === box[3];
  const ids = zoom >= LAST_ZOOM || onePoint ? rows.map((at) => columns.id(at)) : [];
  return { type: 'cluster', lon, lat, count, ids, bbox: box };
}
