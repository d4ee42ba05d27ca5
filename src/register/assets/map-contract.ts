import type { Shape } from '../../kernel/geo-contract.ts';
import type { AssetKind, AssetState, Precision } from './asset-contract.ts';

/** What the map shows: a counted cluster, or one place. `ids` is filled where zooming in can part them no further. */
export type MapCluster = {
  type: 'cluster';
  lon: number;
  lat: number;
  count: number;
  ids: string[];
  bbox: [number, number, number, number];
};

/** A place that stands alone on the map. */
export type MapPlace = {
  type: 'place';
  lon: number;
  lat: number;
  id: string;
  name: string;
  kind: AssetKind;
  state: AssetState;
  precision: Precision;
  shape: Shape | null;
  /** Drawn instead of the sign of kind and state: its number in a list beside the map. */
  label?: string;
};

/** What the map shows of one view, with the counts beside it. */
export type MapReply = {
  /** All assets that match the filters: the same number as the list's and the exports'. */
  total: number;
  /** Of those, how many have a point inside the box that was asked for. */
  inView: number;
  /** Of those, how many have no point at all, so only the list shows them. */
  unplaced: number;
  features: (MapCluster | MapPlace)[];
};
