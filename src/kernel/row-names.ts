export type Row = Record<string, unknown>;

/** A shape as a row of its table: each field under its name with underscores. */
export const columnsOf = (shape: object): Row =>
  Object.fromEntries(Object.entries(shape).map(([field, value]) => [columnOf(field), value]));

/** The other way round. */
export const fieldsOf = (row: Row): Row =>
  Object.fromEntries(Object.entries(row).map(([column, value]) => [fieldOf(column), value]));

const columnOf = (field: string): string => field.replace(/[A-Z]/g, (capital) => `_${capital.toLowerCase()}`);
const fieldOf = (column: string): string => column.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
