import type { Area, FoundPlace, Owner, Ward } from '../../ground/areas/area-contract.ts';
import { invalid, type Mistake } from '../../kernel/problem.ts';
import { CONSTRAINTS, ROUTES } from './asset-contract.ts';
import type { AssetFilter, AssetListQuery } from './asset-filter.ts';
import type { ResolvedFilter } from './register-index.ts';
import type { Mark } from './register-order-index.ts';
import { maskOf } from './public-asset-rows-store.ts';

/** What the filters' names stand for. */
export type Names = { areas: Area[]; owners: Owner[]; wards: Pick<Ward, 'id' | 'areaId' | 'code' | 'name'>[] };

const KM = 1000;

/**
 * Turns the names in a filter into ids, and its place into a point.
 * @param place that was found, or what to say where nobody knows it
 * @throws Problem 400 naming each filter that fits nothing we know.
 */
export function resolved(
  filter: AssetFilter,
  names: Names,
  place: FoundPlace | string | undefined,
  rows: number[] | undefined,
): ResolvedFilter {
  const mistakes: Mistake[] = [];
  const known = <T>(field: string, found: T[], message: string): T[] => {
    if (found.length === 0) mistakes.push({ field, message });
    return found;
  };
  const areas =
    filter.area === undefined
      ? names.areas
      : known(
          'area',
          names.areas.filter(({ slug }) => slug === filter.area),
          `There is no area "${filter.area}". Choose one from the list.`,
        );
  const inArea = ({ areaId }: { areaId: string }): boolean => areas.some(({ id }) => id === areaId);
  const owners =
    filter.owner &&
    known(
      'owner',
      names.owners.filter((owner) => owner.slug === filter.owner && inArea(owner)),
      `There is no owner "${filter.owner}" here. Choose one from the list.`,
    );
  const wards =
    filter.ward &&
    known(
      'ward',
      names.wards.filter((ward) => ward.code === filter.ward && inArea(ward)),
      `There is no ward "${filter.ward}" here. Choose one from the list.`,
    );
  if (filter.near && typeof place === 'string') mistakes.push({ field: 'near', message: place });
  if (mistakes.length > 0) throw invalid(mistakes);

  return {
    ...(filter.area && { areaIds: areas.map(({ id }) => id) }),
    ...(owners && { ownerIds: owners.map(({ id }) => id) }),
    ...(wards && { wardIds: wards.map(({ id }) => id) }),
    ...(filter.kind && { kind: filter.kind }),
    ...(filter.state && { states: filter.state }),
    ...(filter.can && { routes: maskOf(ROUTES, [filter.can]) }),
    ...(filter.constraint && { constraints: maskOf(CONSTRAINTS, [filter.constraint]) }),
    ...(filter.min_m2 !== undefined && { minM2: filter.min_m2 }),
    ...(filter.max_m2 !== undefined && { maxM2: filter.max_m2 }),
    ...(filter.bbox && { box: filter.bbox }),
    ...(typeof place === 'object' &&
      filter.km !== undefined && { circle: { centre: place.point, metres: filter.km * KM } }),
    ...(rows && { rows }),
  };
}

/** Order of a list: by distance when a place is given, unless the person asked for names. */
export function orderOf({ sort, near }: AssetListQuery): 'name' | 'distance' {
  if (!near) return 'name';
  return sort ?? 'distance';
}

/** An opaque cursor: where the page before ended. Infinity (no point) has no JSON, hence null. */
export function cursorAfter(mark: Mark<string | number>): string {
  return Buffer.from(JSON.stringify([mark.key === Infinity ? null : mark.key, mark.rowNo])).toString('base64url');
}

/** @throws Problem 400 for a cursor that is not ours, or belongs to the other order. */
export function markIn<K extends 'string' | 'number'>(
  cursor: string | undefined,
  type: K,
): Mark<K extends 'string' ? string : number> | null {
  if (cursor === undefined) return null;
  try {
    const [key, rowNo] = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')) as unknown[];
    const found = key === null && type === 'number' ? Infinity : key;
    if (typeof found === type && Number.isInteger(rowNo))
      return { key: found, rowNo } as Mark<K extends 'string' ? string : number>;
  } catch {
    // Falls through to the message below: whatever it was, it is not a cursor of ours.
  }
  throw invalid([{ field: 'cursor', message: 'Start again from the first page: this page link is not one of ours.' }]);
}
