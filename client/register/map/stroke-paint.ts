import type { Drawn } from './basemap-rules.ts';
import { TILE, type Tile } from './mercator-rules.ts';
import type { Palette } from './palette-paint.ts';
import type { Textures } from './texture-paint.ts';

/** What the ground is painted with. */
export type Brush = { ctx: CanvasRenderingContext2D; palette: Palette; textures: Textures; tile: Tile };

/** Fills all these in one colour or pattern. */
export function fillAll(brush: Brush, features: Drawn[], fill: string | CanvasPattern): void {
  brush.ctx.fillStyle = fill;
  for (const feature of features) {
    trace(brush, feature);
    brush.ctx.fill('evenodd');
  }
}

/** Draws the lines of all these in one width. */
export function strokeAll(brush: Brush, features: Drawn[], width: number): void {
  brush.ctx.lineWidth = width;
  for (const feature of features) {
    trace(brush, feature);
    brush.ctx.stroke();
  }
}

function trace({ ctx, tile }: Brush, feature: Drawn): void {
  const scale = 2 ** tile.z;
  ctx.beginPath();
  for (const part of feature.parts) {
    for (let i = 0; i + 1 < part.length; i += 2) {
      const x = (part[i] ?? 0) * scale - tile.x * TILE;
      const y = (part[i + 1] ?? 0) * scale - tile.y * TILE;
      if (i === 0) ctx.moveTo(x, y);
      else ctx.lineTo(x, y);
    }
    if (feature.form === 'area') ctx.closePath();
  }
}
