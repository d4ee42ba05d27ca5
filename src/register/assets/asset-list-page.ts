import type { FilterChoices, FilterValues } from '../../../client/register/assets/asset-filter-form.ts';
import type { Area } from '../../ground/areas/area-contract.ts';
import { KIND_WORDS, STATE_WORDS } from './asset-words.ts';
import type { AssetFilter } from './asset-filter.ts';
import type { Names } from './asset-list-reading.ts';

const TEXT_VALUES = [
  'area',
  'q',
  'near',
  'km',
  'kind',
  'owner',
  'ward',
  'can',
  'constraint',
  'min_m2',
  'max_m2',
  'sort',
  'bbox',
] as const;

/** What people typed, to stand in the form again whether it was right or not. */
export function valuesFrom(query: Record<string, unknown>): FilterValues {
  const text = TEXT_VALUES.flatMap((name): [string, string][] => {
    const value = query[name];
    return typeof value === 'string' ? [[name, value]] : [];
  });
  const states = [query['state']].flat().flatMap((one) => (typeof one === 'string' ? one.split(',') : []));
  return { ...Object.fromEntries(text), state: states };
}

/** Choices of the form. Wards and owners of one area when one is chosen; with several areas, their names tell which. */
export function choicesFrom({ areas, owners, wards }: Names, areaSlug: string | undefined): FilterChoices {
  const chosen = areas.filter(({ slug }) => slug === areaSlug);
  const shown = chosen.length > 0 ? chosen : areas;
  const inShown = ({ areaId }: { areaId: string }): boolean => shown.some(({ id }) => id === areaId);
  const suffix = (areaId: string): string =>
    shown.length > 1 ? ` (${areas.find(({ id }) => id === areaId)?.name ?? ''})` : '';
  return {
    areas: areas.map(({ slug, name }) => ({ value: slug, label: name })),
    owners: owners.filter(inShown).map(({ slug, name, areaId }) => ({ value: slug, label: name + suffix(areaId) })),
    wards: wards.filter(inShown).map(({ code, name, areaId }) => ({ value: code, label: name + suffix(areaId) })),
  };
}

/** "Vacant land in Trafford": the heading says what the list shows. */
export function headingOf({ kind, state, area, near }: AssetFilter, areas: readonly Area[]): string {
  const states = (state ?? []).map((one) => STATE_WORDS[one].toLowerCase());
  const what = kind === 'land' ? 'land' : kind === 'building' ? 'buildings' : 'places';
  const words = states.length === 1 ? `${states[0]} ${what}` : what;
  const name = areas.find(({ slug }) => slug === area)?.name ?? (areas.length === 1 ? areas[0]?.name : undefined);
  const where = near ? ` near ${near}` : name ? ` in ${name}` : '';
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}${where}`;
}

/** The same search with one filter left out at a time: what to offer when nothing fits. */
export function withoutEach(filter: AssetFilter): { label: string; query: AssetFilter }[] {
  const { q, near, km, kind, state, area, owner, ward, can, constraint, min_m2, max_m2, bbox } = filter;
  const options: [boolean, string, Partial<AssetFilter>][] = [
    [q !== undefined, `without the words “${q}”`, { q: undefined }],
    [km !== undefined, 'at any distance', { km: undefined }],
    [near !== undefined && km === undefined, 'anywhere', { near: undefined }],
    [kind !== undefined, kind ? `not only ${KIND_WORDS[kind].toLowerCase()}` : '', { kind: undefined }],
    [(state ?? []).length > 0, 'in any state', { state: undefined }],
    [can !== undefined, 'whatever may be done there', { can: undefined }],
    [owner !== undefined, 'of all owners', { owner: undefined }],
    [ward !== undefined, 'in all wards', { ward: undefined }],
    [constraint !== undefined, 'with or without that constraint', { constraint: undefined }],
    [min_m2 !== undefined || max_m2 !== undefined, 'of any size', { min_m2: undefined, max_m2: undefined }],
    [bbox !== undefined, 'outside this part of the map', { bbox: undefined }],
    [area !== undefined, 'in all areas', { area: undefined, owner: undefined, ward: undefined }],
  ];
  return options
    .filter(([present]) => present)
    .map(([, label, less]) => ({ label: `Search ${label}`, query: { ...filter, ...less } }));
}
