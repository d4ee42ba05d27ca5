import type { Row, Sent } from './sent.ts';

export type AskRows = (sent: Sent) => Promise<Row[]>;

/** The columns that the text of a look gives; SQLite's driver tells them only with a row. */
const known = new Map<string, readonly string[]>();
const MOST_KNOWN = 2_000;

/** What a look gives, or its rows where that has to be found out first. Two columns of one name cannot be told apart: such a look goes by itself. */
export async function columnsIn(look: Sent, ask: AskRows): Promise<{ columns: readonly string[] } | { rows: Row[] }> {
  const columns = known.get(look.sql);
  if (columns && columns.length > 0) return { columns };
  const rows = await ask(look);
  if (!columns && known.size < MOST_KNOWN) {
    const [row = await aRowOf(look, ask)] = rows;
    const names = Object.keys(row);
    known.set(look.sql, names.some((name) => name.includes(':')) ? [] : names);
  }
  return { rows };
}

/** One row with every column, all of them empty where there is nothing. */
async function aRowOf({ sql, bindings }: Sent, ask: AskRows): Promise<Row> {
  const [row = {}] = await ask({
    sql: `select look.* from (select 1) as one left join (${sql}) as look on true limit 1`,
    bindings: bindings ?? [],
    method: 'select',
  });
  return row;
}
