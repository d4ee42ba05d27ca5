import type {
  AssetKind,
  AssetState,
  EnergyRating,
  Holding,
  Suitability,
  Tenure,
  TenureDetail,
} from '../assets/asset-contract.ts';
import { editDistance, normalised } from '../../kernel/tables/header-text.ts';

/** The words of one list of values: as we print them, and other ways in which they are written. */
export type Terms<T extends string> = { label: Record<T, string>; also: Record<string, T> };

export const TENURE_TERMS: Terms<Tenure> = {
  label: { freehold: 'Freehold', leasehold: 'Leasehold', other: 'Other' },
  also: { fh: 'freehold', lh: 'leasehold', freeholder: 'freehold', leased: 'leasehold' },
};

export const TENURE_DETAIL_TERMS: Terms<TenureDetail> = {
  label: {
    owner_occupied: 'Owner occupied',
    ground_leasehold_out: 'Ground leasehold out',
    ground_leasehold_in: 'Ground leasehold in',
    leasehold_out: 'Leasehold out',
    leasehold_in: 'Leasehold in',
    sub_leasehold_out: 'Sub leasehold out',
    sub_leasehold_in: 'Sub leasehold in',
    licence_in: 'Licence in',
    licence_out: 'Licence out',
    vacant: 'Vacant',
    other: 'Other',
  },
  also: {
    occupiedbylocalauthority: 'owner_occupied',
    occupiedbythelocalauthority: 'owner_occupied',
    void: 'vacant',
    empty: 'vacant',
    unoccupied: 'vacant',
  },
};

/**
 * The Transparency Code's own words (2014, paragraph 35) do not say which way a lease goes. Of a freehold, it can only
 * have been granted by the owner; of a leasehold either is possible, so that is asked, not guessed.
 */
export const FREEHOLD_DETAIL_TERMS: Terms<TenureDetail> = {
  label: TENURE_DETAIL_TERMS.label,
  also: {
    ...TENURE_DETAIL_TERMS.also,
    leasehold: 'leasehold_out',
    groundleasehold: 'ground_leasehold_out',
    subleasehold: 'sub_leasehold_out',
    licence: 'licence_out',
  },
};

export const HOLDING_TERMS: Terms<Holding> = {
  label: { buildings: 'Buildings', land: 'Land', land_and_buildings: 'Land/Buildings' },
  also: {
    building: 'buildings',
    buildingonly: 'buildings',
    buildingsonly: 'buildings',
    landonly: 'land',
    landandbuilding: 'land_and_buildings',
    landandbuildings: 'land_and_buildings',
    landbuilding: 'land_and_buildings',
    buildingsland: 'land_and_buildings',
    buildingandland: 'land_and_buildings',
    both: 'land_and_buildings',
  },
};

export const KIND_TERMS: Terms<AssetKind> = {
  label: { land: 'Land', building: 'Building' },
  also: {
    buildings: 'building',
    landandbuilding: 'building',
    landandbuildings: 'building',
    landbuildings: 'building',
    site: 'land',
    plot: 'land',
  },
};

export const STATE_TERMS: Terms<AssetState> = {
  label: {
    vacant: 'Vacant',
    under_used: 'Under-used',
    asked_for: 'Being asked for',
    meanwhile_use: 'Meanwhile use',
    in_use: 'In use',
    withdrawn: 'Withdrawn',
  },
  also: {
    occupied: 'in_use',
    used: 'in_use',
    operational: 'in_use',
    underutilised: 'under_used',
    partlyused: 'under_used',
    partlyvacant: 'under_used',
  },
};

export const SUITABILITY_TERMS: Terms<Suitability> = {
  label: { good: 'Good', satisfactory: 'Satisfactory', poor: 'Poor', unsuitable: 'Unsuitable' },
  also: {},
};

export const OWNERSHIP_TERMS: Terms<'public' | 'private' | 'mixed' | 'unknown'> = {
  label: {
    public: 'owned by a public authority',
    private: 'not owned by a public authority',
    mixed: 'mixed ownership',
    unknown: 'unknown ownership',
  },
  also: {
    public: 'public',
    publiclyowned: 'public',
    private: 'private',
    privatelyowned: 'private',
    mixed: 'mixed',
    unknown: 'unknown',
    unknownownership: 'unknown',
    notknown: 'unknown',
  },
};

/** Beginnings count when they are at least this long: "Owned by a public auth". */
const SHORTEST_PREFIX = 10;

export type TermAnswer<T> = { value: T } | { meant: string | null };

/**
 * One value of a list, whatever its case, punctuation and remarks in brackets, or by a beginning that fits only one.
 * @returns `meant` for anything else: the value that differs by a letter or two, to be suggested but not used
 */
export function termOf<T extends string>(terms: Terms<T>, text: string): TermAnswer<T> {
  const known = indexOf(terms);
  const name = normalised(text);
  const exact = known.get(name) ?? known.get(normalised(text.replace(/\s*[(:–—].*$/, '')));
  if (exact) return { value: exact };
  const begun = new Set([...known].filter(([full]) => name !== '' && full.startsWith(name)).map(([, value]) => value));
  const [only] = begun;
  if (begun.size === 1 && only && name.length >= SHORTEST_PREFIX) return { value: only };
  // "Leasehold" begins two values: to suggest one of them would be a guess.
  return { meant: begun.size > 1 ? null : nearest(terms, name) };
}

/** The value that a text is as a whole, whatever its case and punctuation. */
export function wholeTermOf<T extends string>(terms: Terms<T>, text: string): T | undefined {
  return indexOf(terms).get(normalised(text));
}

/**
 * A cell that may hold several values, parted by | or /; a value that itself has a slash is known whole.
 * @param read what one of them means; by default as the terms have it
 */
export function severalTermsOf<T extends string>(
  terms: Terms<T>,
  text: string,
  read = (part: string): TermAnswer<T> => termOf(terms, part),
): { values: T[]; unknown: { text: string; meant: string | null }[] } {
  const whole = wholeTermOf(terms, text);
  if (whole) return { values: [whole], unknown: [] };
  const parts = text
    .split(/[|/;]/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  const answers = parts.map((part) => ({ part, answer: read(part) }));
  const values = answers.flatMap(({ answer }) => ('value' in answer ? [answer.value] : []));
  const unknown = answers.flatMap(({ part, answer }) =>
    'meant' in answer ? [{ text: part, meant: answer.meant }] : [],
  );
  return { values: [...new Set(values)], unknown };
}

/** "EPC D" and "d" are D; a number or anything below G is not a rating. */
export function energyRatingOf(text: string): EnergyRating | undefined {
  const found = /^(?:epc\s*)?(?:rating\s*)?(a\+|[a-g])(?:\s*\(?\d{1,3}\)?)?$/i.exec(text.trim());
  return found?.[1] === undefined ? undefined : (found[1].toUpperCase() as EnergyRating);
}

const indexes = new WeakMap<object, Map<string, string>>();

function indexOf<T extends string>(terms: Terms<T>): Map<string, T> {
  const ready = indexes.get(terms) as Map<string, T> | undefined;
  if (ready) return ready;
  const index = new Map<string, T>(Object.entries(terms.also));
  for (const [value, label] of Object.entries(terms.label) as [T, string][]) index.set(normalised(label), value);
  indexes.set(terms, index);
  return index;
}

function nearest<T extends string>(terms: Terms<T>, name: string): string | null {
  if (name.length < 4) return null;
  const allowed = name.length < 8 ? 1 : 2;
  const near = Object.values<string>(terms.label).filter((label) => editDistance(normalised(label), name) <= allowed);
  return near.length === 1 ? (near[0] ?? null) : null;
}
