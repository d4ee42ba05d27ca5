import { Map as LeafletMap } from 'leaflet';
import type { MapOptions, PanOptions, PointExpression } from 'leaflet';

export const wantsCalm = (): boolean => matchMedia('(prefers-reduced-motion: reduce)').matches;

/** One finger scrolls the page past a map; two move the map and make it larger. Whoever has a mouse drags. */
const isTouched = (): boolean => matchMedia('(pointer: coarse)').matches;

/** A Leaflet map that keeps still where it can: its own arrow keys always glide, whatever the options say. */
export class CalmMap extends LeafletMap {
  constructor(container: HTMLElement, options: MapOptions) {
    super(container, { dragging: !isTouched(), ...options });
  }

  override panBy(offset: PointExpression, options?: PanOptions): this {
    return super.panBy(offset, wantsCalm() ? { ...options, animate: false } : options);
  }
}
