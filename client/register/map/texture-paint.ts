import type { Texture } from './basemap-style-table.ts';
import type { Palette } from './palette-paint.ts';

/** Gives the pattern of a texture; each is made once. */
export type Textures = (texture: Texture) => CanvasPattern | string;

/** Divides the tile size, so that patterns run on from tile to tile. */
const SIDE = 32;

type Sketch = (ctx: CanvasRenderingContext2D, palette: Palette) => void;

const SKETCHES: Record<Texture, Sketch> = {
  dots(ctx, palette) {
    ctx.fillStyle = palette['beach-dot'];
    for (const [x, y] of [
      [3, 4],
      [12, 9],
      [21, 3],
      [28, 12],
      [7, 17],
      [17, 20],
      [26, 24],
      [4, 28],
      [13, 30],
    ] as const)
      disc(ctx, x, y, 0.75);
  },
  trees(ctx, palette) {
    ctx.fillStyle = palette['wood-tree'];
    for (const [x, y] of [
      [7, 8],
      [23, 14],
      [13, 25],
    ] as const) {
      disc(ctx, x, y, 2.3);
      disc(ctx, x - 2, y + 1.8, 1.8);
      disc(ctx, x + 2, y + 1.8, 1.8);
      ctx.fillRect(x - 0.4, y + 2, 0.8, 3.6);
    }
  },
  furrows(ctx, palette) {
    ctx.strokeStyle = palette['field-line'];
    ctx.lineWidth = 0.5;
    ctx.globalAlpha = 0.55;
    for (let x = -SIDE; x < SIDE; x += 8) {
      ctx.beginPath();
      ctx.moveTo(x, SIDE);
      ctx.lineTo(x + SIDE, 0);
      ctx.stroke();
    }
  },
};

export function texturesFor(palette: Palette, pixelRatio: number): Textures {
  const made = new Map<Texture, CanvasPattern | string>();
  return (texture) => {
    const pattern = made.get(texture) ?? sketch(SKETCHES[texture], palette, pixelRatio);
    made.set(texture, pattern);
    return pattern;
  };
}

function sketch(draw: Sketch, palette: Palette, pixelRatio: number): CanvasPattern | string {
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = SIDE * Math.ceil(pixelRatio);
  const ctx = canvas.getContext('2d');
  if (!ctx) return 'transparent';
  ctx.scale(Math.ceil(pixelRatio), Math.ceil(pixelRatio));
  draw(ctx, palette);
  const pattern = ctx.createPattern(canvas, 'repeat');
  pattern?.setTransform(new DOMMatrix().scale(1 / Math.ceil(pixelRatio)));
  return pattern ?? 'transparent';
}

function disc(ctx: CanvasRenderingContext2D, x: number, y: number, radius: number): void {
  ctx.beginPath();
  ctx.arc(x, y, radius, 0, 2 * Math.PI);
  ctx.fill();
}
