import type { LonLat } from '../../kernel/geo.ts';
import { isFullPostcode } from '../../kernel/postcode.ts';
import type { Asset, Point } from './asset-contract.ts';

/** What an area knows about places: the ward at a point, the point and ward of a postcode. */
export type Gazetteer = {
  wardAt(point: LonLat): { id: string } | undefined;
  postcode(postcode: string): { point: Point; wardId: string | null } | undefined;
};

/**
 * Works out where an asset is from what is known of it: its point, else its postcode.
 * The ward follows from the place by polygon, never from what a list says.
 */
export function placed(asset: Asset, gazetteer: Gazetteer): Asset {
  if (asset.point && asset.precision !== 'postcode') {
    return { ...asset, precision: 'exact', wardId: gazetteer.wardAt(asset.point)?.id ?? null };
  }
  const { postcode } = asset.address;
  const found = postcode && isFullPostcode(postcode) ? gazetteer.postcode(postcode) : undefined;
  if (found)
    return {
      ...asset,
      point: found.point,
      precision: 'postcode',
      wardId: gazetteer.wardAt(found.point)?.id ?? found.wardId,
    };
  return { ...asset, point: null, precision: 'none', wardId: null };
}
