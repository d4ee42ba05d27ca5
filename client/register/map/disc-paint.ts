import type { Palette } from './palette-paint.ts';

/** What places are painted with. */
export type Brush = { ctx: CanvasRenderingContext2D; palette: Palette };

/** Begins a path around a point. */
export function disc(ctx: CanvasRenderingContext2D, x: number, y: number, radius: number): void {
  ctx.beginPath();
  ctx.arc(x, y, radius, 0, 2 * Math.PI);
}
