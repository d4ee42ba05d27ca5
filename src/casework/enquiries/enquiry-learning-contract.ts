import type { Point } from '../../kernel/geo-contract.ts';
import type { AssetKind, AssetState, Ownership } from '../../register/assets/asset-contract.ts';

/** A place that comes onto the register because somebody asked whose it is. */
export type FoundLand = { name: string; kind: AssetKind; point: Point | null; state: AssetState; seen: boolean };

/** What the register learns from a question. */
export type Learned = {
  areaId: string;
  number: string;
  /** Null where the place is on nobody’s list: then `found` is what is known of it. */
  assetId: string | null;
  found: FoundLand | null;
  /** Null where it stays with whoever it is listed for. */
  ownerId: string | null;
  ownership: Ownership;
  /** How we know, for everybody to read. */
  source: string;
  actor: string;
};
