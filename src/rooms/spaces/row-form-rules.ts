import type { Mistake } from '../../kernel/problem.ts';
import type { FormValues } from './space-edit-contract.ts';

/** One line of a list in a form: its number, and its cells by column. */
export type FormRow = { at: number; cells: Readonly<Record<string, string>> };
export type Reading<T> = { items: T[]; mistakes: Mistake[] };

/** The lines of a list that have anything in one of the telling columns: `hours_from_1`, `hours_from_2`, … */
export function rowsIn(
  values: FormValues,
  list: string,
  columns: readonly string[],
  telling: readonly string[],
  most: number,
): FormRow[] {
  const rows = Array.from({ length: most }, (_, index) => ({
    at: index + 1,
    cells: Object.fromEntries(columns.map((column) => [column, values[`${list}_${column}_${index + 1}`] ?? ''])),
  }));
  return rows.filter(({ cells }) => telling.some((column) => cells[column] !== ''));
}

/** The texts of a list's lines, as the form names its inputs. */
export function rowValues(list: string, rows: readonly Readonly<Record<string, string>>[]): FormValues {
  return Object.fromEntries(
    rows.flatMap((row, index) => Object.entries(row).map(([column, text]) => [`${list}_${column}_${index + 1}`, text])),
  );
}

/** A program sends a list as one; it is read like the lines of the form, so that both get the same answers. */
export function withList(given: Record<string, unknown>, list: string): Record<string, unknown> {
  const items = given[list];
  if (!Array.isArray(items)) return given;
  const fields = items.flatMap((item: unknown, index) =>
    typeof item === 'object' && item !== null
      ? Object.entries(item).map(([column, value]: [string, unknown]): [string, unknown] => [
          `${list}_${column}_${index + 1}`,
          value === null ? '' : value,
        ])
      : [],
  );
  return { ...given, ...Object.fromEntries(fields) };
}

/** How many lines come in at all: more than a form can have are refused rather than left out. */
export function highestRow(values: FormValues, list: string): number {
  return Object.entries(values).reduce((highest, [name, text]) => {
    const [, at] = new RegExp(`^${list}_[a-z_]+_(\\d{1,6})$`).exec(name) ?? [];
    return at && text !== '' ? Math.max(highest, Number(at)) : highest;
  }, 0);
}
