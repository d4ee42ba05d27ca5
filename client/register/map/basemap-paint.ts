import {
  AREA_ORDER,
  AREA_STYLES,
  casingWidth,
  railWidth,
  ROAD_ORDER,
  roadWidth,
  streamWidth,
} from './basemap-style-table.ts';
import type { AreaLayer } from './basemap-style-table.ts';
import { featuresIn } from './basemap-rules.ts';
import type { Basemap, Drawn } from './basemap-rules.ts';
import { TILE, tileBox } from './mercator-rules.ts';
import type { Tile } from './mercator-rules.ts';
import { fillAll, strokeAll, type Brush } from './stroke-paint.ts';
import type { Palette } from './palette-paint.ts';
import type { Textures } from './texture-paint.ts';

/** Widest stroke on the map: what lies this far outside a tile may still colour it. */
const MARGIN = 34;
/** Printers drew the sea as lines that follow the shore and fade: widths in pixels, from the open sea inwards. */
const SHORE_BANDS = [46, 30, 16] as const;

/** Paints one tile of the base map, without names. */
export function paintBasemap(
  ctx: CanvasRenderingContext2D,
  basemap: Basemap,
  tile: Tile,
  palette: Palette,
  textures: Textures,
): void {
  const brush: Brush = { ctx, palette, textures, tile };
  const features = featuresIn(basemap, tileBox(tile, MARGIN), tile.z);
  const of = (layer: Drawn['layer']) => features.filter((feature) => feature.layer === layer);
  ctx.lineJoin = 'round';
  ctx.lineCap = 'round';
  ctx.fillStyle = basemap.hasLand ? palette.sea : palette.land;
  ctx.fillRect(0, 0, TILE, TILE);
  if (!basemap.hasLand) fillAll(brush, of('sea'), palette.sea);
  paintShore(brush, of('land'));
  for (const layer of AREA_ORDER) paintAreas(brush, layer, of(layer));
  paintRoads(brush, of('road'));
  paintRails(brush, of('rail'));
  for (const station of of('station')) paintStation(brush, station);
}

function paintShore(brush: Brush, lands: Drawn[]): void {
  const { ctx, palette, tile } = brush;
  const reach = Math.min(1, Math.max(0.35, (tile.z - 9) / 5));
  ctx.strokeStyle = palette['sea-line'];
  for (const width of SHORE_BANDS) strokeAll(brush, lands, width * reach);
}

function paintAreas(brush: Brush, layer: AreaLayer, features: Drawn[]): void {
  if (features.length === 0) return;
  const { ctx, palette, textures, tile } = brush;
  const style = AREA_STYLES[layer];
  const areas = features.filter((feature) => feature.form === 'area');
  fillAll(brush, areas, palette[style.fill]);
  if (style.texture && tile.z >= (style.textureFrom ?? 0)) fillAll(brush, areas, textures(style.texture));
  ctx.strokeStyle = palette[style.line ?? style.fill];
  if (style.line && tile.z >= (style.lineFrom ?? 0)) strokeAll(brush, areas, layer === 'land' ? 1 : 0.8);
  const lines = features.filter((feature) => feature.form === 'line');
  ctx.strokeStyle = palette[style.fill];
  strokeAll(brush, lines, layer === 'pier' ? roadWidth('street', tile.z) : streamWidth(tile.z));
}

/** Casings of all classes come before all fills, so that junctions stay open. */
function paintRoads(brush: Brush, roads: Drawn[]): void {
  const { ctx, palette, tile } = brush;
  const of = (roadClass: Drawn['roadClass']) => roads.filter((road) => (road.roadClass ?? 'street') === roadClass);
  const casing = casingWidth(tile.z);
  for (const roadClass of ROAD_ORDER) {
    if (roadClass === 'path' || casing === 0) continue;
    ctx.strokeStyle = palette[`road-${roadClass}-case`];
    strokeAll(brush, of(roadClass), roadWidth(roadClass, tile.z) + casing * 2);
  }
  for (const roadClass of ROAD_ORDER) {
    const width = roadWidth(roadClass, tile.z);
    ctx.strokeStyle =
      roadClass === 'path'
        ? palette.path
        : casing === 0
          ? palette[`road-${roadClass}-case`]
          : palette[`road-${roadClass}`];
    if (roadClass === 'path') ctx.setLineDash([width * 3, width * 2.4]);
    strokeAll(brush, of(roadClass), width);
    ctx.setLineDash([]);
  }
}

function paintRails(brush: Brush, rails: Drawn[]): void {
  const { ctx, palette, tile } = brush;
  const width = railWidth(tile.z);
  ctx.lineCap = 'butt';
  ctx.strokeStyle = palette.rail;
  strokeAll(brush, rails, width);
  if (tile.z >= 12) {
    ctx.strokeStyle = palette['rail-gap'];
    ctx.setLineDash([width * 3, width * 3]);
    strokeAll(brush, rails, Math.max(0.6, width - 1.2));
    ctx.setLineDash([]);
  }
  ctx.lineCap = 'round';
}

function paintStation({ ctx, palette, tile }: Brush, station: Drawn): void {
  const scale = 2 ** tile.z;
  const [x = 0, y = 0] = station.parts[0] ?? [];
  ctx.beginPath();
  ctx.arc(x * scale - tile.x * TILE, y * scale - tile.y * TILE, tile.z < 13 ? 3 : 5, 0, 2 * Math.PI);
  ctx.fillStyle = palette.station;
  ctx.fill();
  ctx.lineWidth = 1.6;
  ctx.strokeStyle = palette.halo;
  ctx.stroke();
}
