import { DomUtil, Layer, point } from 'leaflet';
import type { LeafletEvent, Map as LeafletMap, ZoomAnimEvent } from 'leaflet';
import { pixelsFor } from './mercator-rules.ts';
import { paintPlaces, paintPosition } from './place-paint.ts';
import type { Palette } from './palette-paint.ts';
import { layOut, spotAt } from './spot-rules.ts';
import type { MapFeature, Spot } from './spot-rules.ts';

export type Ground = { lon: number; lat: number; accuracyM: number };

/** All clusters and places on one canvas over the map: a thousand of them cost no DOM node. */
export class PlacesLayer extends Layer {
  private readonly canvas = DomUtil.create('canvas', 'leaflet-zoom-animated');
  private features: readonly MapFeature[] = [];
  private spots: Spot[] = [];
  private highlighted: string | null = null;
  private position: Ground | null = null;
  private palette: Palette;
  private waiting = 0;

  constructor(palette: Palette, pane: string) {
    super({ pane });
    this.palette = palette;
  }

  show(features: readonly MapFeature[]): void {
    this.features = features;
    this.paintSoon();
  }

  highlight(key: string | null): void {
    if (key === this.highlighted) return;
    this.highlighted = key;
    this.paintSoon();
  }

  showPosition(position: Ground): void {
    this.position = position;
    this.paintSoon();
  }

  repaint(palette: Palette): void {
    this.palette = palette;
    this.paintSoon();
  }

  spotAt(x: number, y: number, slack: number): Spot | null {
    return spotAt(this.spots, x, y, slack);
  }

  override onAdd(): this {
    this.getPane()?.append(this.canvas);
    this.paint();
    return this;
  }

  override onRemove(): this {
    cancelAnimationFrame(this.waiting);
    this.canvas.remove();
    return this;
  }

  override getEvents(): Record<string, (event: LeafletEvent) => void> {
    const paint = () => this.paint();
    return {
      move: paint,
      resize: paint,
      viewreset: paint,
      zoomanim: (event) => this.followZoom(event as ZoomAnimEvent),
    };
  }

  private paintSoon(): void {
    cancelAnimationFrame(this.waiting);
    this.waiting = requestAnimationFrame(() => this.paint());
  }

  private paint(): void {
    const map: LeafletMap | null = this._map;
    const ctx = this.canvas.getContext('2d');
    if (!map || !ctx) return;
    const { x: width, y: height } = map.getSize();
    this.canvas.width = width * devicePixelRatio;
    this.canvas.height = height * devicePixelRatio;
    Object.assign(this.canvas.style, { width: `${width}px`, height: `${height}px` });
    DomUtil.setPosition(this.canvas, map.containerPointToLayerPoint([0, 0]));
    ctx.scale(devicePixelRatio, devicePixelRatio);
    const toScreen = (lon: number, lat: number) => map.latLngToContainerPoint([lat, lon]);
    this.spots = layOut(this.features, toScreen, map.getZoom());
    paintPlaces(ctx, this.spots, this.palette, this.highlighted);
    if (!this.position) return;
    const { lon, lat, accuracyM } = this.position;
    paintPosition(ctx, { ...toScreen(lon, lat), radius: pixelsFor(accuracyM, lat, map.getZoom()) }, this.palette);
  }

  /** While the map zooms, the finished picture is stretched along with the tiles. */
  private followZoom({ center, zoom }: ZoomAnimEvent): void {
    const map = this._map;
    const pane = map.getPane('mapPane');
    const shift = pane ? DomUtil.getPosition(pane) : point(0, 0);
    const origin = map.project(center, zoom).subtract(map.getSize().divideBy(2)).add(shift).round();
    const corner = map.project(map.containerPointToLatLng([0, 0]), zoom).subtract(origin);
    DomUtil.setTransform(this.canvas, corner, map.getZoomScale(zoom));
  }
}
