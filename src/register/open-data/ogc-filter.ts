import { Problem } from '../../kernel/problem.ts';
import type { AssetFilter } from '../assets/asset-filter.ts';
import { NONE, type ItemsQuery } from './ogc-items-endpoint.ts';

export const NOTHING = { items: [], matched: 0, nextRow: null };

type Asked = Omit<ItemsQuery, 'f' | 'limit' | 'cursor' | 'datetime'>;

/**
 * The filter for the register that a request for features asks for; undefined when it wants a value that no feature can have.
 * @param area slug of the collection's area; null for the whole register
 */
export function registerFilter(
  { kind, state, can, constraint, owner, ward, bbox, ...rest }: Asked,
  area: string | null,
): AssetFilter | undefined {
  if ([kind, state, can, constraint, owner, ward].includes(NONE)) return undefined;
  return {
    ...rest,
    ...(kind && { kind }),
    ...(state && { state }),
    ...(can && { can }),
    ...(constraint && { constraint }),
    ...(owner && { owner }),
    ...(ward && { ward }),
    ...(bbox && { bbox }),
    ...(area !== null && { area }),
  };
}

/** No such owner or ward: then nothing is theirs. @throws whatever else went wrong */
export function nothingOfUnknown(error: unknown): typeof NOTHING {
  const unknown = error instanceof Problem ? error.mistakes.map(({ field }) => field) : [];
  if (unknown.length > 0 && unknown.every((field) => field === 'owner' || field === 'ward')) return NOTHING;
  throw error;
}
