import { boxAround, boxesMeet, TILE } from './mercator-rules.ts';
import type { Tile } from './mercator-rules.ts';
import type { Palette } from './palette-paint.ts';
import type { PlacedLabel } from './label-placing-rules.ts';

const HALO = 3.4;

/** Paints the names that meet a tile. A name across a border is painted by both tiles, each its own half. */
export function paintLabels(
  ctx: CanvasRenderingContext2D,
  labels: readonly PlacedLabel[],
  tile: Tile,
  palette: Palette,
): void {
  const box = boxAround((tile.x + 0.5) * TILE, (tile.y + 0.5) * TILE, TILE / 2 + HALO, TILE / 2 + HALO);
  ctx.textAlign = 'center';
  ctx.textBaseline = 'middle';
  ctx.lineJoin = 'round';
  ctx.strokeStyle = palette.halo;
  for (const label of labels) {
    if (!boxesMeet(label.box, box)) continue;
    ctx.font = label.setting.font;
    ctx.fillStyle = palette[label.setting.colour];
    ctx.lineWidth = HALO;
    // All halos first: a letter's halo must not eat into its neighbour.
    for (const fill of [false, true]) paintRuns(ctx, label, tile, fill);
  }
}

function paintRuns(ctx: CanvasRenderingContext2D, label: PlacedLabel, tile: Tile, fill: boolean): void {
  for (const run of label.runs) {
    ctx.save();
    ctx.translate(run.x - tile.x * TILE, run.y - tile.y * TILE);
    ctx.rotate(run.angle);
    if (fill) ctx.fillText(run.text, 0, 0);
    else ctx.strokeText(run.text, 0, 0);
    ctx.restore();
  }
}
