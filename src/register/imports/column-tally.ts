import { textOfCell } from '../../kernel/tables/cell-text.ts';
import { counted } from '../../kernel/text.ts';
import type { Columns } from './column-reading.ts';
import type { ImportOptions, Target } from './import-contract.ts';
import type { ImportQuestion, RowIssue } from './import-report-contract.ts';

/** Columns whose cells may be unreadable without another question being asked about it. */
const WATCHED: Target[] = [
  'tenure',
  'suitability',
  'energy_rating',
  'land_area',
  'floor_area',
  'building_costs',
  'effective_on',
  'ended_on',
  'postcode',
  'uprn',
];
const UNREADABLE = new Set(['unknown_term', 'bad_number', 'huge_area', 'bad_date', 'bad_postcode', 'bad_uprn']);
/** Of fewer cells nobody can tell whether the column or its cells are wrong. */
const FEWEST = 3;

/** Counts for each column how many cells say something and how many of them could not be read. */
export class ColumnTally {
  private readonly watched: { header: string; index: number; filled: number; unreadable: number }[];

  constructor(columns: Columns) {
    this.watched = WATCHED.flatMap((target) => columns[target] ?? []).map((column) => ({
      ...column,
      filled: 0,
      unreadable: 0,
    }));
  }

  add(cells: readonly string[], issues: readonly RowIssue[]): void {
    for (const column of this.watched) {
      if (textOfCell(cells[column.index] ?? '') === '') continue;
      column.filled++;
      if (issues.some(({ kind, column: of }) => of === column.header && UNREADABLE.has(kind))) column.unreadable++;
    }
  }

  /** A column that was understood in no row is not what it is taken for. */
  questions(options: ImportOptions): ImportQuestion[] {
    const lost = this.watched.filter(({ filled, unreadable }) => filled >= FEWEST && unreadable === filled);
    if (lost.length === 0 || options.accept.includes('not_understood')) return [];
    const names = lost.map(({ header, filled }) => `"${header}" (${counted(filled, 'row')})`).join(', ');
    return [
      {
        code: 'not_understood',
        message: `Not one cell could be read in ${names}. Say what ${lost.length === 1 ? 'the column holds' : 'these columns hold'}, or correct the file. If you go ahead, all of it is left out.`,
        answers: ['--map "COLUMN=ignore"', '--accept not_understood'],
      },
    ];
  }
}
