import { nameKey } from '../../kernel/text.ts';
import type { ImportOptions, Target } from './import-contract.ts';
import type { ColumnOrder, DateTally } from './cell-date-reading.ts';
import { type DecimalMark, emptyMarks, markOf, tallyMark } from '../../kernel/tables/decimal-comma.ts';
import { emptyTally, needsAsking, orderOf, tallyDate } from './cell-date-reading.ts';
import { textOfCell } from '../../kernel/tables/cell-text.ts';
import { readingKey, type Reading, type ReadingContext } from '../../kernel/tables/coordinate-reading.ts';
import { isInDegrees } from '../../kernel/tables/coordinate-systems.ts';
import { KeyCandidates } from './key-candidate-tally.ts';
import type { RowPlace } from './row-place-reading.ts';
import { whereIs } from './row-where-reading.ts';
import type { MappedSource } from './import-source-reading.ts';
import type { OnBytes } from '../../kernel/tables/source-file.ts';

export const DATE_TARGETS = ['effective_on', 'ended_on'] as const satisfies Target[];
export const NUMBER_TARGETS = ['land_area', 'floor_area', 'building_costs'] as const satisfies Target[];
export type NumberTarget = (typeof NUMBER_TARGETS)[number];
/** A file of more organisations than this is no owner's list. */
const MOST_ORGANISATIONS = 1_000;
export type DateTarget = (typeof DATE_TARGETS)[number];

/** What one pass over all rows showed, before any of them is taken. */
export type Survey = {
  rows: number;
  dates: Record<DateTarget, { tally: DateTally; order: ColumnOrder }>;
  marks: Record<NumberTarget, DecimalMark>;
  /** How the coordinates of most rows were read; null when none falls into the area. */
  usual: Reading | null;
  inside: number;
  outside: number;
  /** A few places outside the area, for the sentence about it. */
  farPlaces: Extract<RowPlace, { kind: 'outside' }>[];
  /** Rows whose declared system is known, and those of them that contradict it. */
  declared: { rows: number; contradicted: number; system: string };
  keyCandidates: string[];
  /** Names of organisations in the file, a few at most. */
  organisations: string[];
};

/** Reads every row once and counts what has to be decided for the file as a whole. */
export async function surveyRows(
  source: MappedSource,
  options: Pick<ImportOptions, 'dates'>,
  remembered: Pick<ImportOptions, 'dates'>,
  context: ReadingContext,
  corners: number,
  onBytes: OnBytes,
): Promise<Survey> {
  const { columns } = source.mapping;
  const tallies: Record<DateTarget, DateTally> = { effective_on: emptyTally(), ended_on: emptyTally() };
  const marks = { land_area: emptyMarks(), floor_area: emptyMarks(), building_costs: emptyMarks() };
  const readings = new Map<string, { reading: Reading; rows: number }>();
  const keys = columns.code ? undefined : new KeyCandidates(source.mapping.uses);
  const organisations = new Set<string>();
  const survey = {
    rows: 0,
    inside: 0,
    outside: 0,
    farPlaces: [] as Survey['farPlaces'],
    declared: { rows: 0, contradicted: 0, system: '' },
  };
  for await (const row of source.rows(onBytes)) {
    const { cells } = row;
    survey.rows++;
    for (const target of DATE_TARGETS) {
      const column = columns[target];
      if (column) tallyDate(tallies[target], textOfCell(cells[column.index] ?? ''));
    }
    for (const target of NUMBER_TARGETS) {
      const column = columns[target];
      if (column) tallyMark(marks[target], textOfCell(cells[column.index] ?? ''));
    }
    keys?.add(cells);
    if (columns.organisation && organisations.size < MOST_ORGANISATIONS)
      organisations.add(textOfCell(cells[columns.organisation.index] ?? ''));
    const { place } = whereIs(row, columns, source.declared, context, corners);
    countPlace(place);
  }
  const usual = [...readings.values()].reduce<{ reading: Reading; rows: number } | null>(
    (best, one) => (best && best.rows >= one.rows ? best : one),
    null,
  );
  return {
    ...survey,
    usual: usual?.reading ?? null,
    dates: { effective_on: decided(tallies.effective_on), ended_on: decided(tallies.ended_on) },
    marks: {
      land_area: markOf(marks.land_area),
      floor_area: markOf(marks.floor_area),
      building_costs: markOf(marks.building_costs),
    },
    keyCandidates: keys?.names() ?? [],
    organisations: [...organisations].filter((name) => name !== ''),
  };

  /** What the data decide goes before what was remembered: next year's list may be written otherwise. */
  function decided(tally: DateTally): { tally: DateTally; order: ColumnOrder } {
    const order = orderOf(tally, options.dates);
    return { tally, order: remembered.dates && needsAsking(tally, order) ? remembered.dates : order };
  }

  function countPlace(place: RowPlace): void {
    if (place.kind === 'outside') {
      survey.outside++;
      if (survey.farPlaces.length < 3) survey.farPlaces.push(place);
    }
    if (place.kind !== 'inside') return;
    survey.inside++;
    const key = readingKey(place.reading);
    const entry = readings.get(key) ?? { reading: place.reading, rows: 0 };
    entry.rows++;
    readings.set(key, entry);
    if (!place.declared || place.fromText) return;
    survey.declared.rows++;
    survey.declared.system = place.declared;
    if (contradicts(place.declared, place.reading)) survey.declared.contradicted++;
  }
}

/** Whether a system that a file declares cannot be the one its numbers are in; degrees of one datum or the other are alike here. */
export function contradicts(declared: string, reading: Reading): boolean {
  return declared !== reading.system && !(isInDegrees(declared) && isInDegrees(reading.system));
}

/** Date columns about which somebody must be asked. */
export function openDateColumns(
  source: MappedSource,
  survey: Survey,
): { header: string; tally: DateTally; order: ColumnOrder }[] {
  return DATE_TARGETS.flatMap((target) => {
    const column = source.mapping.columns[target];
    const { tally, order } = survey.dates[target];
    return column && needsAsking(tally, order) ? [{ header: column.header, tally, order }] : [];
  });
}

/**
 * The owner among several organisations of one file, as the file writes the name: as somebody said, else by the name itself.
 * @returns null when there is only one, or none is the owner
 */
export function ownerAmong(organisations: string[], ownerName: string, said: string | null = null): string | null {
  if (organisations.length < 2) return null;
  const named = (wanted: string): string | undefined => organisations.find((name) => nameKey(name) === nameKey(wanted));
  return (said === null ? undefined : named(said)) ?? named(ownerName) ?? null;
}
