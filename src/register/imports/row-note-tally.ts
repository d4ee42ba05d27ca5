import type { SourceRow } from '../../kernel/tables/csv-rows.ts';
import type { Target } from './import-contract.ts';
import { type Meaning, type ToldValues, valueKey, type ValueTarget } from './value-contract.ts';
import type { Columns } from './column-reading.ts';
import { isSpreadsheetError, paragraphsOfCell, textOfCell, withoutContacts } from '../../kernel/tables/cell-text.ts';
import type { ImportLevel, RowIssue } from './import-report-contract.ts';

export type UnknownWord = { target: ValueTarget; text: string; meant: string | null };

/** The cells of one row by what they hold, and what is to be said about them. */
export class RowNotes {
  readonly issues: RowIssue[] = [];
  /** Words of this row that no list of ours has. */
  readonly unknown: UnknownWord[] = [];
  code: string | null = null;

  readonly line: number;
  readonly cells: string[];
  readonly hasGeometry: boolean;

  private readonly columns: Columns;
  private readonly values: ToldValues;

  constructor({ line, cells, geometry }: SourceRow, columns: Columns, values: ToldValues = {}) {
    this.columns = columns;
    this.values = values;
    this.line = line;
    this.cells = cells;
    this.hasGeometry = Boolean(geometry);
  }

  has(target: Target): boolean {
    return this.columns[target] !== undefined;
  }

  header(target: Target): string {
    return this.columns[target]?.header ?? target;
  }

  /** The cell on one line; '' when empty or when there is no such column. */
  text(target: Target): string {
    const column = this.columns[target];
    const text = column ? textOfCell(this.cells[column.index] ?? '') : '';
    if (!isSpreadsheetError(text)) return text;
    this.flag(
      'spreadsheet_error',
      target,
      `"${text}" is what a spreadsheet writes when a formula fails. Enter the value itself.`,
    );
    return '';
  }

  /** A text of limited length, as the register keeps it; null when empty. */
  words(target: Target, longest: number): string | null {
    return this.limited(this.text(target), target, longest);
  }

  /** A description: keeps its lines; contact details that slipped in are taken out. */
  paragraphs(target: Target, longest: number): string | null {
    const column = this.columns[target];
    const { text, removed } = withoutContacts(column ? paragraphsOfCell(this.cells[column.index] ?? '') : '');
    if (removed)
      this.flag(
        'contact_removed',
        target,
        'This text held a telephone number or e-mail address, which is not stored. Check that the rest still makes sense.',
      );
    return this.limited(text, target, longest);
  }

  /** What somebody said that a word of this column counts as. */
  told<T extends ValueTarget>(target: T, text: string): Meaning<T> | undefined {
    const words: Record<string, Meaning<T>> | undefined = this.values[target];
    const key = valueKey(text);
    return words && Object.hasOwn(words, key) ? words[key] : undefined;
  }

  /** Keeps a word that is not known, so that somebody can be asked about it. */
  ask(word: UnknownWord): void {
    this.unknown.push(word);
  }

  flag(kind: string, target: Target | null, message: string, column?: string): void {
    this.note('flagged', kind, column ?? (target && this.header(target)), message);
  }

  note(level: ImportLevel, kind: string, column: string | null, message: string): void {
    // A cell may be looked at more than once; what is wrong with it is said once.
    if (this.issues.some((issue) => issue.kind === kind && issue.column === column && issue.message === message))
      return;
    this.issues.push({ line: this.line, code: this.code, column, level, kind, message });
  }

  private limited(text: string, target: Target, longest: number): string | null {
    if (text.length <= longest) return text === '' ? null : text;
    this.flag(
      'too_long',
      target,
      `This text has ${text.length.toLocaleString('en-GB')} characters; the first ${longest.toLocaleString('en-GB')} are kept. Shorten it.`,
    );
    return text.slice(0, longest);
  }
}
