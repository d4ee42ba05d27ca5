import { decisionsSchema, type Decisions, type ImportOptions } from './import-contract.ts';
import { type ToldValues, VALUE_TARGETS } from './value-contract.ts';
import type { ColumnMapping } from './column-reading.ts';

/** Nothing was ever decided. */
export const NO_DECISIONS: Decisions = { map: {}, set: {}, crs: null, dates: null, organisation: null, values: {} };

/** Told this time goes before remembered. */
export function withRemembered(options: ImportOptions, remembered: Decisions): ImportOptions {
  return {
    ...options,
    set: { ...remembered.set, ...options.set },
    values: valuesOver(remembered.values, options.values),
  };
}

/**
 * What to remember after an import was applied. A column told by its place (`#3`) is remembered by its name where it has one:
 * next year's list may have another column there.
 */
export function decisionsAfter(options: ImportOptions, remembered: Decisions, mapping: ColumnMapping): Decisions {
  const told = Object.entries(options.map).map(([name, targets]) => [nameOfPlace(name, mapping), targets] as const);
  return {
    map: { ...remembered.map, ...Object.fromEntries(told) },
    set: options.set,
    crs: options.crs ?? remembered.crs,
    dates: options.dates ?? remembered.dates,
    organisation: options.organisation ?? remembered.organisation,
    values: options.values,
  };
}

export function isAnythingDecided({ map, set, crs, dates, organisation, values }: Decisions): boolean {
  if (organisation !== null) return true;
  return [map, set, values].some((told) => Object.keys(told).length > 0) || crs !== null || dates !== null;
}

/** Decisions as they were stored; what cannot be read any more counts as never decided. */
export function storedDecisions(json: string): Decisions {
  const parsed = decisionsSchema.safeParse(JSON.parse(json));
  return parsed.success ? parsed.data : NO_DECISIONS;
}

function nameOfPlace(name: string, { uses }: ColumnMapping): string {
  const place = /^#(\d+)$/.exec(name.trim());
  const header = place ? uses[Number(place[1]) - 1]?.header : undefined;
  return header && uses.filter((use) => use.header === header).length === 1 ? header : name;
}

/** Two sets of explained words as one; where both explain a word, the later holds. */
function valuesOver(before: ToldValues, later: ToldValues): ToldValues {
  const both = VALUE_TARGETS.map((target) => [target, { ...before[target], ...later[target] }] as const);
  return Object.fromEntries(both.filter(([, words]) => Object.keys(words).length > 0));
}
