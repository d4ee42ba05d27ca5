import type { Asset } from '../../register/assets/asset-contract.ts';
import { distanceM } from '../../kernel/geo.ts';
import { slugOf, searchableWords } from '../../kernel/text.ts';
import type { RoomBuilding } from './room-import-contract.ts';

/** Two places with one name within so many metres are one. */
const NEAR_M = 250;

/**
 * The building on the register that a row means: by name with its postcode, or by name with its place. The name alone is enough only
 * where neither knows where it is.
 */
export function sameBuilding({ name, postcode, point }: RoomBuilding, candidates: readonly Asset[]): Asset | undefined {
  const fitting = candidates.filter((asset) => {
    const samePostcode = postcode !== null && asset.address.postcode === postcode;
    const near =
      point !== null && asset.point !== null && asset.precision === 'exact' && distanceM(point, asset.point) <= NEAR_M;
    const placeless =
      (postcode === null && point === null) || (asset.address.postcode === null && asset.point === null);
    return samePostcode || near || (placeless && isNamed(asset, name));
  });
  return (
    fitting.find((asset) => isNamed(asset, name)) ??
    (fitting.length === 1 && searchableWords(name).length > 1 ? fitting[0] : undefined)
  );
}

/** A reference of our own for a building that only a list of rooms names: the same list makes the same one. */
export const codeOf = ({ name, postcode }: RoomBuilding): string =>
  `ROOMS-${slugOf(`${name} ${postcode ?? ''}`).toUpperCase()}`.slice(0, 100);

const isNamed = (asset: Asset, name: string): boolean =>
  searchableWords(asset.name).join(' ') === searchableWords(name).join(' ');
