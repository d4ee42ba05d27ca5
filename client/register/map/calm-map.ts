import { Map as LeafletMap } from 'leaflet';
import type { PanOptions, PointExpression } from 'leaflet';

export const wantsCalm = (): boolean => matchMedia('(prefers-reduced-motion: reduce)').matches;

/** A Leaflet map that keeps still where it can: its own arrow keys always glide, whatever the options say. */
export class CalmMap extends LeafletMap {
  override panBy(offset: PointExpression, options?: PanOptions): this {
    return super.panBy(offset, wantsCalm() ? { ...options, animate: false } : options);
  }
}
