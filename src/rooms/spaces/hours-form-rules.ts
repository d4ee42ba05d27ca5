import { daySchema, WEEKDAYS } from '../../kernel/recurrence-contract.ts';
import type { Mistake } from '../../kernel/problem.ts';
import { DAY_SETS, HOURS_COLUMNS } from './hours-contract.ts';
import { highestRow, type Reading, rowsIn, rowValues, type FormRow } from './row-form-rules.ts';
import { APPROVALS, TERMS, type OpeningWindow } from './space-contract.ts';
import { MOST_WINDOWS, type FormValues, type NewWindow } from './space-edit-contract.ts';
import { WEEKDAY_WORDS } from './space-words.ts';
import { clockOf, minuteOf } from './time-contract.ts';

/** Opening hours as the lines of the form. */
export function hoursForm(windows: readonly NewWindow[]): FormValues {
  return rowValues(
    'hours',
    inOrder(windows).map((window) => ({
      days: String(window.weekday),
      from: clockOf(window.from),
      to: clockOf(window.to),
      term: window.term,
      approval: window.approval,
      open: window.publishedOpen ? 'yes' : 'no',
      staffed: window.staffed ? 'yes' : 'no',
      season_from: window.seasonFrom ?? '',
      season_to: window.seasonTo ?? '',
      note: window.note ?? '',
    })),
  );
}

/** Reads the lines of the form. Each mistake names the input to put right. */
export function readHours(values: FormValues): Reading<NewWindow> {
  const mistakes: Mistake[] = [];
  if (highestRow(values, 'hours') > MOST_WINDOWS)
    return { items: [], mistakes: [{ field: '', message: `Enter up to ${MOST_WINDOWS} lines of opening hours.` }] };
  const read = rowsIn(values, 'hours', HOURS_COLUMNS, ['from', 'to'], MOST_WINDOWS).flatMap((row) =>
    windowsIn(row, mistakes),
  );
  if (read.length > MOST_WINDOWS)
    mistakes.push({ field: '', message: `Enter up to ${MOST_WINDOWS} opening hours; these are ${read.length}.` });
  if (mistakes.length === 0) mistakes.push(...overlaps(read));
  return { items: inOrder(read.map(({ window }) => window)), mistakes };
}

function inOrder<W extends NewWindow>(windows: readonly W[]): W[] {
  return windows.toSorted(
    (one, other) =>
      one.weekday - other.weekday ||
      one.from - other.from ||
      one.to - other.to ||
      (one.seasonFrom ?? '').localeCompare(other.seasonFrom ?? ''),
  );
}

type ReadWindow = { at: number; window: NewWindow };

function windowsIn({ at, cells }: FormRow, mistakes: Mistake[]): ReadWindow[] {
  const wrong = (column: string, message: string): void =>
    void mistakes.push({ field: `hours_${column}_${at}`, message });
  const days = DAY_SETS[cells['days'] ?? ''] ?? WEEKDAYS.filter((day) => String(day) === cells['days']);
  if (days.length === 0) wrong('days', 'Choose the day of the week.');
  const [from, ends] = [minuteOf(cells['from'] ?? ''), minuteOf(cells['to'] ?? '')];
  // Midnight as an end is the end of the day.
  const to = ends === 0 ? 24 * 60 : ends;
  if (from === undefined) wrong('from', 'Enter the opening time, for instance 18:00.');
  if (to === undefined) wrong('to', 'Enter the closing time, for instance 21:00.');
  if (from !== undefined && to !== undefined && to <= from) wrong('to', 'Enter a closing time after the opening time.');
  const [seasonFrom, seasonTo] = [
    dayIn(cells['season_from'], () => wrong('season_from', SEASON)),
    dayIn(cells['season_to'], () => wrong('season_to', SEASON)),
  ];
  if (seasonFrom !== null && seasonTo !== null && seasonTo < seasonFrom)
    wrong('season_to', 'Enter a last day that is not before the first.');
  const note = cells['note'] ?? '';
  if (note.length > 300) wrong('note', 'Use up to 300 characters.');
  const rest = {
    from: from ?? 0,
    to: to ?? 0,
    seasonFrom,
    seasonTo,
    term: TERMS.find((term) => term === cells['term']) ?? 'always',
    approval: APPROVALS.find((approval) => approval === cells['approval']) ?? 'owner',
    publishedOpen: cells['open'] === 'yes',
    staffed: cells['staffed'] === 'yes',
    note: note || null,
  };
  return days.map((weekday) => ({ at, window: { weekday, ...rest } }));
}

const SEASON = 'Enter the day as on the calendar, for instance 2027-05-01, or leave it empty.';

function dayIn(text: string | undefined, wrong: () => void): string | null {
  if (!text) return null;
  if (daySchema.safeParse(text).success) return text;
  wrong();
  return null;
}

/** Two windows that hold at the same time would say two things about it. */
function overlaps(read: readonly ReadWindow[]): Mistake[] {
  return read.flatMap(({ at, window }, index) => {
    const other = read.slice(0, index).find((earlier) => meet(earlier.window, window));
    if (!other) return [];
    const name = ({ window: { weekday, from, to } }: ReadWindow): string =>
      `${WEEKDAY_WORDS[weekday]} ${clockOf(from)} to ${clockOf(to)}`;
    return [{ field: `hours_from_${at}`, message: `Change ${name({ at, window })} or ${name(other)}: they overlap.` }];
  });
}

/** Whether two windows hold at some time both. */
export function meet(one: NewWindow, other: NewWindow): boolean {
  const sameDay = one.weekday === other.weekday && one.from < other.to && other.from < one.to;
  const sameSeason =
    (one.seasonFrom ?? '') <= (other.seasonTo ?? '9999') && (other.seasonFrom ?? '') <= (one.seasonTo ?? '9999');
  return sameDay && sameSeason && (one.term === 'always' || other.term === 'always' || one.term === other.term);
}

export const withoutId = ({ id, ...window }: OpeningWindow): NewWindow => window;
