import { sameDateNextYear, sameWeekdayNextYear } from '../../kernel/next-year.ts';
import { daySchema, type Day } from '../../kernel/recurrence-contract.ts';
import { hashOf } from '../../kernel/secrets.ts';
import { dayWords } from './day-words.ts';
import { meet } from './hours-form-rules.ts';
import type { OpeningWindow, Term } from './space-contract.ts';
import type { NewWindow } from './space-edit-contract.ts';
import { WEEKDAY_WORDS } from './space-words.ts';
import { clockOf } from './time-contract.ts';
import type { Season, Yearly, YearCopyRow } from './year-copy-contract.ts';

/** What a place has: its own terms, and the opening hours of its rooms. */
export type PlaceYear = {
  terms: readonly Term[];
  rooms: readonly { id: string; name: string; windows: readonly (NewWindow | OpeningWindow)[] }[];
};
/** What somebody has typed over a proposal. */
export type TypedRow = { name: string; from: string; to: string; take: boolean };

/** Longer is no term and no season. */
const LONGEST_DAYS = 400;
const DAY_MS = 24 * 3_600_000;

/** The terms and seasons that began in a year. Hours that have only a first or only a last day go on by themselves. */
export function yearlyOf({ terms, rooms }: PlaceYear, year: string): Yearly[] {
  const found = terms
    .filter(({ from }) => from.startsWith(year))
    .map((term): Yearly => ({ kind: 'term', key: keyOf('term', term.name, term.from, term.to), term }));
  return [
    ...found,
    ...rooms
      .flatMap((room) => seasonsOf(room, year))
      .map((season): Yearly => ({ kind: 'season', key: keyOf(season.spaceId, season.from, season.to), season })),
  ];
}

/** Short, and fit for the name of an input. */
const keyOf = (...parts: readonly string[]): string => hashOf(parts.join(' ')).slice(0, 16);

function seasonsOf({ id, name, windows }: PlaceYear['rooms'][number], year: string): Season[] {
  const seasons = new Map<string, Season>();
  for (const window of windows) {
    const { seasonFrom: from, seasonTo: to } = window;
    if (from === null || to === null || !from.startsWith(year)) continue;
    const season = seasons.get(`${from} ${to}`) ?? { spaceId: id, room: name, from, to, windows: [] };
    seasons.set(`${from} ${to}`, { ...season, windows: [...season.windows, window] });
  }
  return [...seasons.values()];
}

/** Terms keep their weekdays and seasons their dates, unless somebody has typed something else. */
export function rowOf(one: Yearly, present: PlaceYear, typed: TypedRow | undefined): YearCopyRow {
  const { name, from, to } = typed ?? proposed(one);
  const row = { ...one, name, from, to, clashes: [], take: false };
  if (!areDays(from, to)) return { ...row, take: typed?.take ?? true, state: 'wrong' };
  const [adds, clashes] =
    one.kind === 'term'
      ? termChange({ name, from, to }, present.terms)
      : seasonChange(one.season, { from, to }, windowsIn(present, one.season.spaceId));
  if (clashes.length > 0) return { ...row, take: typed?.take ?? false, state: 'clashes', clashes };
  return adds === 0 ? { ...row, state: 'there' } : { ...row, take: typed?.take ?? true, state: 'free' };
}

function proposed(one: Yearly): { name: string; from: Day; to: Day } {
  if (one.kind === 'season')
    return { name: '', from: sameDateNextYear(one.season.from), to: sameDateNextYear(one.season.to) };
  const { name, from, to } = one.term;
  return { name: nextYearIn(name), from: sameWeekdayNextYear(from).toString(), to: sameWeekdayNextYear(to).toString() };
}

/** "Spring 2027" becomes "Spring 2028", "Autumn 2026/27" becomes "Autumn 2027/28". */
export const nextYearIn = (name: string): string =>
  name.replace(
    /\b(20\d\d)(?:([/–-])(\d\d)\b)?/g,
    (_, year: string, mark: string | undefined, short: string | undefined) =>
      String(Number(year) + 1) + (mark && short ? mark + String((Number(short) + 1) % 100).padStart(2, '0') : ''),
  );

type Change = [adds: number, clashes: string[]];

function termChange(term: Term, present: readonly Term[]): Change {
  if (present.some((other) => other.from === term.from && other.to === term.to)) return [0, []];
  return [
    1,
    present
      .filter(({ from, to }) => from <= term.to && term.from <= to)
      .map(({ name, from, to }) => `${name}, ${dayWords(from)} to ${dayWords(to)}`),
  ];
}

function seasonChange(season: Season, days: { from: Day; to: Day }, present: readonly NewWindow[]): Change {
  const adds = newWindows(season, days, present);
  return [adds.length, present.filter((other) => adds.some((one) => meet(one, other))).map(windowWords)];
}

/** The windows of a season on other days, without those that are there already. */
export function newWindows(
  { windows }: Season,
  { from, to }: { from: Day; to: Day },
  present: readonly NewWindow[],
): NewWindow[] {
  return windows
    .map((window) => ({ ...window, seasonFrom: from, seasonTo: to }))
    .filter((one) => !present.some((other) => isSame(one, other)));
}

export const windowsIn = ({ rooms }: PlaceYear, spaceId: string): readonly NewWindow[] =>
  rooms.find(({ id }) => id === spaceId)?.windows ?? [];

const isSame = (one: NewWindow, other: NewWindow): boolean =>
  one.weekday === other.weekday &&
  one.from === other.from &&
  one.to === other.to &&
  one.seasonFrom === other.seasonFrom &&
  one.seasonTo === other.seasonTo &&
  one.term === other.term;

/** "Tuesday 18:00 to 21:00, 1 May to 30 September 2028" */
function windowWords({ weekday, from, to, seasonFrom, seasonTo }: NewWindow): string {
  const season =
    seasonFrom && seasonTo
      ? `, ${dayWords(seasonFrom)} to ${dayWords(seasonTo)}`
      : seasonFrom
        ? `, from ${dayWords(seasonFrom)}`
        : seasonTo
          ? `, until ${dayWords(seasonTo)}`
          : ', all year';
  return `${WEEKDAY_WORDS[weekday]} ${clockOf(from)} to ${clockOf(to)}${season}`;
}

function areDays(from: string, to: string): boolean {
  return (
    daySchema.safeParse(from).success &&
    daySchema.safeParse(to).success &&
    to >= from &&
    (Date.parse(to) - Date.parse(from)) / DAY_MS < LONGEST_DAYS
  );
}
