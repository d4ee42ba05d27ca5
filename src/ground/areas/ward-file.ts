import { middleOf, type LonLat, type Outline } from '../../kernel/geo.ts';
import { wrongFile } from './json-file.ts';
import { readOutlines, type OutlineFeature } from './outline-file.ts';

/** `residents` where a property of the file says how many people live there. */
export type WardOutline = { code: string; name: string; shape: Outline; centre: LonLat; residents?: number };
export type WardFile = {
  wards: WardOutline[];
  /** The properties that were taken, to be said; a code is null where none tells the wards apart and the names stand for them. */
  taken: { code: string | null; name: string };
};

const NAMES = /(name|nm)$/i;
const CODES = /(code|cd|gss)$/i;
/** How many people live in a ward: petitions need a share of them. */
const RESIDENTS = /^(residents|population)$/i;
/** Properties of the ward itself come before those of what it lies in: WD23CD before LAD23CD. */
const OF_A_WARD = /^(wd|ward)/i;

/**
 * Reads ward polygons. Code and name come from properties such as `WD23CD` and `WD23NM`, `area_code`, `name`: the first that are there for
 * every ward and different for each.
 * @throws Problem 400 where no name or no code tells the wards apart
 */
export async function readWards(file: string): Promise<WardFile> {
  const features = await readOutlines(file);
  const name = columnThat(features, NAMES, file, 'name');
  if (name === null)
    throw wrongFile(file, `${missingName(features)} without a name property such as "name" or "WD23NM"`);
  const code = columnThat(features, CODES, file, 'code');
  const wards = features.map(({ properties, geometry }) => {
    const called = valueOf(properties, name);
    const ward = { name: called, shape: geometry, centre: middleOf(geometry), ...residentsIn(properties) };
    return { ...ward, code: code === null ? called : valueOf(properties, code) };
  });
  return { wards, taken: { code, name } };
}

/** The property that tells all apart; null when there is none of that kind. @throws Problem 400 when there are, and none does */
function columnThat(features: OutlineFeature[], pattern: RegExp, file: string, what: 'name' | 'code'): string | null {
  const keys = Object.keys(features[0]?.properties ?? {}).filter((key) => pattern.test(key));
  const ranked = [...keys.filter((key) => OF_A_WARD.test(key)), ...keys.filter((key) => !OF_A_WARD.test(key))];
  const complete = ranked.filter((key) => features.every(({ properties }) => valueOf(properties, key) !== ''));
  const best = complete.find((key) => repeated(features, key) === undefined);
  const [first] = complete;
  if (best !== undefined || first === undefined) return best ?? null;
  const again = repeated(features, first);
  throw wrongFile(
    file,
    `has no ${what} that tells its ${features.length} wards apart: ${complete.map((key) => `"${key}"`).join(', ')} repeat, "${first}" for instance has "${again?.value}" ${again?.times} times. Each ward needs a ${what} of its own; join the parts of one ward to a MultiPolygon`,
  );
}

function repeated(features: OutlineFeature[], key: string): { value: string; times: number } | undefined {
  const times = new Map<string, number>();
  for (const { properties } of features) {
    const value = valueOf(properties, key);
    times.set(value, (times.get(value) ?? 0) + 1);
  }
  const [most] = [...times].sort(([, a], [, b]) => b - a);
  return most && most[1] > 1 ? { value: most[0], times: most[1] } : undefined;
}

function residentsIn(properties: Record<string, unknown> | null): { residents?: number } {
  const key = Object.keys(properties ?? {}).find((one) => RESIDENTS.test(one));
  const residents = Number(key === undefined ? '' : valueOf(properties, key) || Number.NaN);
  return Number.isInteger(residents) && residents > 0 ? { residents } : {};
}

function missingName(features: OutlineFeature[]): string {
  const named = Object.keys(features[0]?.properties ?? {}).find((key) => NAMES.test(key));
  const at = features.findIndex(({ properties }) => named === undefined || valueOf(properties, named) === '');
  return `has a polygon (number ${at + 1})`;
}

function valueOf(properties: Record<string, unknown> | null, key: string): string {
  const value = properties?.[key];
  return typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';
}
