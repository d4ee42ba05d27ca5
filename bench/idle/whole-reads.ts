import { isSqlite, type Database } from '../../src/kernel/database.ts';

export type Sent = { sql: string; bindings: unknown[] };

/** A table with no more rows may be read from end to end. */
const SMALL = 1_000;
const READS = /^(select|update|delete|with)\b/i;

/** The large tables that some statements read from end to end, each with the statement. */
export async function wholeReads(db: Database, sent: readonly Sent[]): Promise<{ table: string; sql: string }[]> {
  const found: { table: string; sql: string }[] = [];
  const counts = new Map<string, number>();
  for (const { sql, bindings } of sent.filter((one) => READS.test(one.sql))) {
    for (const table of await scannedBy(db, sql, bindings)) {
      if (!counts.has(table)) counts.set(table, Number((await db(table).count({ n: '*' }).first())?.['n']));
      if ((counts.get(table) ?? 0) > SMALL) found.push({ table, sql });
    }
  }
  return found;
}

async function scannedBy(db: Database, sql: string, bindings: unknown[]): Promise<string[]> {
  const text = sql.replace(/\$\d+/g, '?');
  if (isSqlite(db)) {
    const steps: { detail: string }[] = await db.raw(`explain query plan ${text}`, bindings as string[]);
    return steps.flatMap(({ detail }) => /^SCAN (\w+)/.exec(detail)?.[1] ?? []).filter((name) => name !== 'CONSTANT');
  }
  const { rows }: { rows: { 'QUERY PLAN': string }[] } = await db.raw(`explain ${text}`, bindings as string[]);
  return rows.flatMap((row) => /Seq Scan on (\w+)/.exec(row['QUERY PLAN'])?.[1] ?? []);
}
