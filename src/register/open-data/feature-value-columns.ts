import type { IdentifierScheme } from '../assets/asset-contract.ts';
import type { PublicAsset } from '../assets/public-asset-contract.ts';

export type PropertyValue = string | number | boolean | null;
/** One flat property of a feature. `always` marks those that are never null. */
export type FeatureProperty = {
  name: string;
  type: 'string' | 'number' | 'boolean';
  meaning: string;
  always?: true;
  values?: readonly string[];
  /**
   * JSON Schema format of a text. Days have none: map programs would hand tests of any of several days to `datetime`, which asks for
   * the one time of a feature, and a place has none.
   */
  format?: 'uri';
  of(asset: PublicAsset): PropertyValue;
};

/** What parts the values of a property that may have several. The import takes them apart again. */
export const BETWEEN = ' | ';

/** Several values as one text; null when there are none. */
export function several(values: readonly string[]): string | null {
  return values.join(BETWEEN) || null;
}

/** Numbers of one scheme. */
export function identifiers(asset: PublicAsset, scheme: IdentifierScheme): string | null {
  return several(asset.identifiers.filter((one) => one.scheme === scheme).map(({ value }) => value));
}
