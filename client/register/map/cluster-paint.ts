import { disc, type Brush } from './disc-paint.ts';
import { shortCount } from './short-count-words.ts';
import type { Spot } from './spot-rules.ts';
import type { MapCluster } from '../../../src/register/assets/map-contract.ts';

/** Several places near each other, with their number. */
export function paintCluster(brush: Brush, { x, y, radius }: Spot, { count }: MapCluster): void {
  const { ctx, palette } = brush;
  disc(ctx, x, y, radius + 4);
  ctx.globalAlpha = 0.28;
  ctx.fillStyle = palette.cluster;
  ctx.fill();
  ctx.globalAlpha = 1;
  paintCount(brush, { x, y, radius }, shortCount(count), count < 1000 ? 15 : 13.5);
}

/** The number of a place in a list beside the map. */
export function paintNumber(brush: Brush, { x, y, radius }: Spot, label: string): void {
  paintCount(brush, { x, y, radius: radius + (label.length > 2 ? 4 : 0) }, label, label.length > 2 ? 12 : 15);
}

function paintCount(
  { ctx, palette }: Brush,
  { x, y, radius }: { x: number; y: number; radius: number },
  text: string,
  size: number,
): void {
  disc(ctx, x, y, radius);
  ctx.fillStyle = palette.cluster;
  ctx.fill();
  ctx.lineWidth = 1.5;
  ctx.strokeStyle = palette.plate;
  ctx.stroke();
  ctx.fillStyle = palette['cluster-text'];
  ctx.font = `700 ${size}px ${palette.font}`;
  ctx.textAlign = 'center';
  ctx.textBaseline = 'middle';
  ctx.fillText(text, x, y + 0.5);
}
