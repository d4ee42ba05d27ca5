import type { Decisions, Target } from './import-contract.ts';
import { isPersonal, normalised } from '../../kernel/tables/header-text.ts';
import { meaningOf, NOT_STORED, suggestionFor } from './header-name-table.ts';
import { ImportProblem } from '../../kernel/tables/import-problem.ts';
import type { ColumnUse } from './import-report-contract.ts';

/** Where each thing stands in a row. `index` counts from 0. */
export type Column = { index: number; header: string };
export type Columns = Partial<Record<Target, Column>>;
export type ColumnMapping = { uses: ColumnUse[]; columns: Columns };

type Told = Pick<Decisions, 'map'>;

/**
 * Decides what each column holds: what the person says goes first, then what was remembered, then the names we know.
 * A name that is only similar is suggested, never used.
 * @throws ImportProblem when the person names a column that the file does not have
 */
export function mapColumns(headers: string[], told: Told, remembered: Told): ColumnMapping {
  const uses = splitFused(headers).map((header, index) => unknownUse(header, index));
  for (const [name, targets] of Object.entries(remembered.map)) assign(uses, name, targets, 'remembered');
  for (const [name, targets] of Object.entries(told.map)) {
    if (!assign(uses, name, targets, 'told')) throw noSuchColumn(name, uses);
  }
  recognise(uses, headers);
  return { uses, columns: columnsOf(uses) };
}

/** Of the known names, one column each; of two columns with equally good names the first is used. */
function recognise(uses: ColumnUse[], headers: string[]): void {
  const taken = new Set(uses.flatMap((use) => use.targets));
  const seen = new Set<string>();
  const known = uses
    .filter((use) => use.how === 'unknown')
    .map((use) => ({ use, meaning: meaningOf(use.header), again: isAgain(seen, use.header) }));
  const byRank = known.toSorted((a, b) => (a.meaning?.rank ?? 99) - (b.meaning?.rank ?? 99));
  for (const { use, meaning, again } of byRank) {
    if (again) use.how = 'repeated';
    else if (meaning && taken.has(meaning.target)) use.how = 'spare';
    else if (meaning) {
      use.targets = [meaning.target];
      use.how = use.header === (headers[use.position - 1] ?? '') ? 'name' : 'split';
      taken.add(meaning.target);
    } else if (isPersonal(use.header)) use.how = 'personal';
    else if (NOT_STORED.has(normalised(use.header))) use.how = 'not_stored';
  }
  for (const use of uses) {
    const suggestion = use.how === 'unknown' ? suggestionFor(use.header) : null;
    if (suggestion && !taken.has(suggestion)) use.suggestion = suggestion;
  }
}

function isAgain(seen: Set<string>, header: string): boolean {
  const name = normalised(header);
  const again = name !== '' && seen.has(name);
  seen.add(name);
  return again;
}

/** "SitePlanURL CoordinateReferenceSystem" followed by a column without a name is two headers that slid into one cell. */
function splitFused(headers: string[]): string[] {
  const parted = [...headers];
  parted.forEach((header, index) => {
    if (isKnown(header) || parted[index + 1]?.trim() !== '') return;
    const words = header.trim().split(/\s+/);
    for (let cut = 1; cut < words.length; cut++) {
      const [left, right] = [words.slice(0, cut).join(' '), words.slice(cut).join(' ')];
      if (isKnown(left) && isKnown(right)) [parted[index], parted[index + 1]] = [left, right];
    }
  });
  return parted;
}

function isKnown(header: string): boolean {
  return meaningOf(header) !== undefined || NOT_STORED.has(normalised(header));
}

function unknownUse(header: string, index: number): ColumnUse {
  return {
    position: index + 1,
    header: header.replace(/\s+/g, ' ').trim(),
    targets: [],
    how: 'unknown',
    suggestion: null,
  };
}

function assign(uses: ColumnUse[], name: string, targets: Target[], how: 'told' | 'remembered'): boolean {
  const use = findColumn(uses, name);
  if (!use) return false;
  for (const other of uses) {
    if (other !== use)
      other.targets = other.targets.filter((target) => target === 'ignore' || !targets.includes(target));
  }
  use.targets = targets;
  use.how = how;
  return true;
}

/** A column by its header, or by its place: `#3` is the third. */
function findColumn(uses: ColumnUse[], name: string): ColumnUse | undefined {
  const place = /^#(\d+)$/.exec(name.trim());
  if (place) return uses[Number(place[1]) - 1];
  return (
    uses.find((use) => use.header === name.trim()) ??
    uses.find((use) => normalised(use.header) === normalised(name) && normalised(name) !== '')
  );
}

function noSuchColumn(name: string, uses: ColumnUse[]): ImportProblem {
  const names = uses.map((use) => (use.header === '' ? `#${use.position}` : `"${use.header}"`));
  return new ImportProblem(
    `There is no column "${name}" in this file. Its columns are: ${names.slice(0, 60).join(', ')}.`,
  );
}

function columnsOf(uses: ColumnUse[]): Columns {
  const columns: Columns = {};
  for (const use of uses) {
    for (const target of use.targets) {
      if (target !== 'ignore') columns[target] = { index: use.position - 1, header: use.header || `#${use.position}` };
    }
  }
  return columns;
}
