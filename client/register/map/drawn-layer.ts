import { GridLayer } from 'leaflet';
import type { Coords, GridLayerOptions } from 'leaflet';
import type { Basemap } from './basemap-rules.ts';
import { labelCandidates } from './label-candidate-rules.ts';
import type { Measure } from './label-line-rules.ts';
import { settingOf } from './label-style-table.ts';
import { TILE } from './mercator-rules.ts';
import { paintBasemap } from './basemap-paint.ts';
import { paintLabels } from './label-paint.ts';
import type { Palette } from './palette-paint.ts';
import { placeLabels } from './label-placing-rules.ts';
import type { PlacedLabel } from './label-placing-rules.ts';
import { texturesFor } from './texture-paint.ts';
import type { Textures } from './texture-paint.ts';

/** A base map drawn in the browser from GeoJSON: no tile server, sharp at any scale, in the page's own colours. */
export class DrawnLayer extends GridLayer {
  private readonly basemap: Basemap;
  private readonly labels = new Map<number, PlacedLabel[]>();
  private measure = measuring();
  private palette: Palette;
  private textures: Textures;

  constructor(basemap: Basemap, palette: Palette, options: GridLayerOptions) {
    super({ ...options, tileSize: TILE });
    this.basemap = basemap;
    this.palette = palette;
    this.textures = texturesFor(palette, devicePixelRatio);
  }

  /** Repaints, for instance when the person turns dark mode on or a font arrives. */
  repaint(palette: Palette): void {
    this.palette = palette;
    this.textures = texturesFor(palette, devicePixelRatio);
    this.labels.clear();
    this.measure = measuring();
    this.redraw();
  }

  protected override createTile({ x, y, z }: Coords): HTMLElement {
    const tile = { x, y, z };
    const canvas = document.createElement('canvas');
    canvas.width = canvas.height = Math.round(TILE * devicePixelRatio);
    const ctx = canvas.getContext('2d');
    if (!ctx) return canvas;
    ctx.scale(canvas.width / TILE, canvas.height / TILE);
    paintBasemap(ctx, this.basemap, tile, this.palette, this.textures);
    paintLabels(ctx, this.labelsAt(z), tile, this.palette);
    return canvas;
  }

  private labelsAt(zoom: number): PlacedLabel[] {
    const known = this.labels.get(zoom);
    if (known) return known;
    const settingFor = ({ style, rank }: { style: Parameters<typeof settingOf>[0]; rank: number }) =>
      settingOf(style, rank, zoom, this.palette);
    const labels = placeLabels(labelCandidates(this.basemap, zoom), zoom, settingFor, this.measure);
    this.labels.set(zoom, labels);
    return labels;
  }
}

/** Setting a canvas font costs more than measuring with it, and a borough has few letters: each is measured once a font. */
function measuring(): Measure {
  const ctx = document.createElement('canvas').getContext('2d');
  const known = new Map<string, Map<string, number>>();
  return (text, font) => {
    const widths = known.get(font) ?? new Map<string, number>();
    known.set(font, widths);
    let width = widths.get(text);
    if (width === undefined) {
      if (ctx) ctx.font = font;
      width = ctx?.measureText(text).width ?? text.length * 8;
      widths.set(text, width);
    }
    return width;
  };
}
