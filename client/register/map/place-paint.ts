import { FIELD, PLATES, SIGNS } from './glyph-table.ts';
import { paintCluster, paintNumber } from './cluster-paint.ts';
import { disc, type Brush } from './disc-paint.ts';
import type { Palette } from './palette-paint.ts';
import type { Spot } from './spot-rules.ts';
import type { MapPlace } from '../../../src/register/assets/map-contract.ts';

export type Position = { x: number; y: number; radius: number };

const paths = new Map<string, Path2D>();

/** Paints outlines first, then the halos of doubt, then the signs, so that no sign is covered by an area. */
export function paintPlaces(
  ctx: CanvasRenderingContext2D,
  spots: readonly Spot[],
  palette: Palette,
  highlighted: string | null,
): void {
  const brush: Brush = { ctx, palette };
  ctx.lineJoin = 'round';
  ctx.lineCap = 'round';
  for (const spot of spots) paintOutline(brush, spot);
  for (const spot of spots) paintHalo(brush, spot);
  for (const spot of [...spots].sort((a, b) => Number(a.key === highlighted) - Number(b.key === highlighted))) {
    if (spot.key === highlighted) paintHighlight(brush, spot);
    if (spot.feature.type === 'cluster') paintCluster(brush, spot, spot.feature);
    else if (spot.feature.label) paintNumber(brush, spot, spot.feature.label);
    else paintPlace(brush, spot, spot.feature);
  }
}

export function paintPosition(ctx: CanvasRenderingContext2D, { x, y, radius }: Position, palette: Palette): void {
  disc(ctx, x, y, Math.max(12, radius));
  ctx.globalAlpha = 0.15;
  ctx.fillStyle = palette.position;
  ctx.fill();
  ctx.globalAlpha = 1;
  disc(ctx, x, y, 7);
  ctx.fill();
  ctx.lineWidth = 3;
  ctx.strokeStyle = palette.plate;
  ctx.stroke();
}

function paintOutline({ ctx, palette }: Brush, { feature, rings }: Spot): void {
  if (rings.length === 0 || feature.type === 'cluster') return;
  ctx.beginPath();
  for (const ring of rings) {
    for (let i = 0; i + 1 < ring.length; i += 2) ctx[i === 0 ? 'moveTo' : 'lineTo'](ring[i] ?? 0, ring[i + 1] ?? 0);
    ctx.closePath();
  }
  ctx.fillStyle = ctx.strokeStyle = palette[`${feature.kind}-asset`];
  ctx.globalAlpha = 0.22;
  ctx.fill('evenodd');
  ctx.globalAlpha = 1;
  ctx.lineWidth = 2;
  ctx.stroke();
}

/** A soft dashed ring says "somewhere around here". */
function paintHalo({ ctx, palette }: Brush, { feature, x, y, halo }: Spot): void {
  if (halo === 0 || feature.type === 'cluster') return;
  disc(ctx, x, y, halo);
  ctx.fillStyle = ctx.strokeStyle = palette[`${feature.kind}-asset`];
  ctx.globalAlpha = 0.07;
  ctx.fill();
  ctx.globalAlpha = 0.75;
  ctx.lineWidth = 1.5;
  ctx.setLineDash([4, 5]);
  ctx.stroke();
  ctx.setLineDash([]);
  ctx.globalAlpha = 1;
}

/** Where the true place is not known, the ring goes around all the ground it may be on. */
function paintHighlight({ ctx, palette }: Brush, { x, y, radius, halo }: Spot): void {
  disc(ctx, x, y, halo || radius + 7);
  ctx.fillStyle = palette.plate;
  if (halo === 0) ctx.fill();
  ctx.lineWidth = halo === 0 ? 4 : 3;
  ctx.strokeStyle = palette.highlight;
  ctx.setLineDash(halo === 0 ? [] : [9, 6]);
  ctx.stroke();
  ctx.setLineDash([]);
}

function paintPlace({ ctx, palette }: Brush, { x, y, radius }: Spot, { kind, state }: MapPlace): void {
  const scale = (radius * 2) / FIELD;
  const plate = pathFor(PLATES[kind]);
  const sign = SIGNS[state];
  ctx.save();
  ctx.translate(x - radius, y - radius);
  ctx.scale(scale, scale);
  ctx.fillStyle = palette.plate;
  // The outermost pale line parts the sign from any ground: 3:1 holds on sea, wood and road alike.
  stroke(ctx, plate, palette.plate, 5);
  ctx.fill(plate);
  stroke(ctx, plate, palette[`${kind}-asset`], 2.4);
  ctx.fillStyle = palette.ink;
  if (sign.fill) ctx.fill(pathFor(sign.fill));
  if (sign.line) stroke(ctx, pathFor(sign.line), palette.ink, 2);
  if (sign.bare) stroke(ctx, pathFor(sign.bare), palette.plate, 2.2);
  ctx.restore();
}

function stroke(ctx: CanvasRenderingContext2D, path: Path2D, colour: string, width: number): void {
  ctx.strokeStyle = colour;
  ctx.lineWidth = width;
  ctx.stroke(path);
}

function pathFor(data: string): Path2D {
  const path = paths.get(data) ?? new Path2D(data);
  paths.set(data, path);
  return path;
}
