/** Bounds that keep memory small and bad files out. */
export type TableLimits = {
  fileBytes: number;
  rows: number;
  columns: number;
  /** Characters in one row of a CSV, all cells together. */
  rowChars: number;
  /** Characters in one feature of a GeoJSON file. */
  featureChars: number;
};
export const TABLE_LIMITS: TableLimits = {
  fileBytes: 200 * 1024 * 1024,
  rows: 2_000_000,
  columns: 500,
  rowChars: 1_000_000,
  featureChars: 10_000_000,
};

/** How far the reading of a table has come; `done` and `total` in bytes over all passes. */
export type TableProgress = { stage: 'checking' | 'surveying' | 'comparing'; done: number; total: number };
