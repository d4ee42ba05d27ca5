import type { TableProgress } from '../../kernel/tables/table-contract.ts';
import type { ImportFormat, QuestionCode, Target } from './import-contract.ts';
import type { UnknownValue } from './value-contract.ts';

/** What became of a row of which something is said. */
export type ImportLevel = 'flagged' | 'rejected' | 'skipped';

/** One thing to say about one row. `line` counts the file's lines from 1; `message` tells what to do. */
export type RowIssue = {
  line: number;
  code: string | null;
  column: string | null;
  level: ImportLevel;
  kind: string;
  message: string;
};

/** All issues of one kind, whether listed or not. `rows` counts rows, `lines` are the first few. */
export type IssueCount = {
  kind: string;
  level: ImportLevel;
  column: string | null;
  rows: number;
  lines: number[];
  example: string;
};

/** A field before and after. */
export type FieldChange = { field: string; before: unknown; after: unknown };

/** What a row changes of an asset. */
export type RowChange = { line: number | null; code: string; fields: FieldChange[] };

/** How we knew what a column holds. */
export const RECOGNISED_BY = [
  'told',
  'remembered',
  'name',
  'split',
  'repeated',
  'spare',
  'personal',
  'not_stored',
  'unknown',
] as const;

/** What became of one column. `position` counts from 1. */
export type ColumnUse = {
  position: number;
  header: string;
  targets: Target[];
  how: (typeof RECOGNISED_BY)[number];
  /** For an unknown column: what it may have meant. Never used unless the person says so. */
  suggestion: Target | null;
};

/** A decision the file needs; `answers` are what to add to the command. Nothing is applied while one is open. */
export type ImportQuestion = { code: QuestionCode; message: string; answers: string[] };

/**
 * `read = added + changed + unchanged + rejected + skipped`. `gone` assets are not in the file;
 * `flagged` counts rows that were taken although something about them needs a look.
 */
export type ImportCounts = Record<
  'read' | 'added' | 'changed' | 'unchanged' | 'gone' | 'flagged' | 'rejected' | 'skipped',
  number
>;

/** Everything that an import says of a file. */
export type ImportReport = {
  id: string;
  area: string;
  owner: string;
  list: string;
  file: { name: string; bytes: number; sha256: string; encoding: string; format: ImportFormat };
  startedAt: string;
  applied: boolean;
  counts: ImportCounts;
  columns: ColumnUse[];
  questions: ImportQuestion[];
  /** What holds for the file as a whole and needs no decision. */
  notices: string[];
  issues: IssueCount[];
  /** Every word that is not known, with its rows; the most frequent first. */
  values: UnknownValue[];
  rows: RowIssue[];
  changes: RowChange[];
};

/** How far an import has come; `done` and `total` in bytes over all passes. */
export type ImportProgress = TableProgress;
