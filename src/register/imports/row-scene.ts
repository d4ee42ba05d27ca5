import type { Day } from '../assets/asset-contract.ts';
import type { ColumnOrder } from './cell-date-reading.ts';
import type { Columns } from './column-reading.ts';
import type { Reading, ReadingContext } from '../../kernel/tables/coordinate-reading.ts';
import type { Decisions, ImportFormat, ImportLimits } from './import-contract.ts';
import type { DecimalMark } from '../../kernel/tables/decimal-comma.ts';
import type { DateTarget, NumberTarget } from './import-survey-reading.ts';

/** What holds for every row of a file once the survey is done. */
export type RowContext = {
  format: ImportFormat;
  columns: Columns;
  header: string[];
  dates: Record<DateTarget, ColumnOrder>;
  /** What marks the decimals in each column of numbers. */
  marks: Record<NumberTarget, DecimalMark>;
  set: Decisions['set'];
  /** What words that we do not know count as. */
  values: Decisions['values'];
  place: ReadingContext;
  /** The system that the file as a whole declares, for outlines. */
  declared: string | undefined;
  usual: Reading | null;
  /** Rows whose declared system contradicts their numbers are flagged one by one only where most do not. */
  flagsDeclared: boolean;
  /** The owner's name as the file writes it, where the file holds the lists of several organisations; rows of others are skipped. */
  organisation: string | null;
  today: Day;
  limits: ImportLimits;
};
