import { ColumnTally } from './column-tally.ts';
import type { Columns } from './column-reading.ts';
import { ValueTally } from './value-tally.ts';
import type { ImportLimits } from './import-contract.ts';
import type { FieldChange, ImportCounts, IssueCount, RowChange, RowIssue } from './import-report-contract.ts';

const LINES_OF_EACH_KIND = 5;

/** Collects what an import has to say: counts everything, lists as much as the limits allow. */
export class ReportBuilder {
  readonly counts: ImportCounts = {
    read: 0,
    added: 0,
    changed: 0,
    unchanged: 0,
    gone: 0,
    flagged: 0,
    rejected: 0,
    skipped: 0,
  };
  readonly rows: RowIssue[] = [];
  readonly changes: RowChange[] = [];
  /** Of the rows that were taken, those whose asset has neither a point nor an outline nor a postcode. */
  unplaced = 0;
  /** What the file no longer has and yet stays, because a group has asked for it. */
  readonly held: { code: string; heldBy: string }[] = [];
  private readonly byKind = new Map<string, IssueCount>();

  /** Words that are not known, each with its rows. */
  readonly values: ValueTally;
  /** Columns, each with its cells that could not be read. */
  readonly columns: ColumnTally;

  private readonly limits: Pick<ImportLimits, 'listedRows' | 'listedChanges'>;

  constructor(limits: Pick<ImportLimits, 'listedRows' | 'listedChanges'>, columns: Columns) {
    this.limits = limits;
    this.values = new ValueTally(columns);
    this.columns = new ColumnTally(columns);
  }

  /** All issues of one row at once, so that a row with three flags is one flagged row. */
  addIssues(issues: RowIssue[]): void {
    if (issues.some((issue) => issue.level === 'flagged') && !issues.some((issue) => issue.level !== 'flagged'))
      this.counts.flagged++;
    for (const issue of issues) {
      if (this.rows.length < this.limits.listedRows) this.rows.push(issue);
      this.tally(issue);
    }
  }

  addChange(line: number | null, code: string, fields: FieldChange[]): void {
    if (this.changes.length < this.limits.listedChanges) this.changes.push({ line, code, fields });
  }

  /** Every kind of issue, the most frequent first. */
  issues(): IssueCount[] {
    return [...this.byKind.values()].toSorted((a, b) => b.rows - a.rows);
  }

  private tally({ kind, level, column, line, message }: RowIssue): void {
    const key = `${level} ${kind} ${column ?? ''}`;
    const entry = this.byKind.get(key) ?? { kind, level, column, rows: 0, lines: [], example: message };
    entry.rows++;
    if (entry.lines.length < LINES_OF_EACH_KIND) entry.lines.push(line);
    this.byKind.set(key, entry);
  }
}
