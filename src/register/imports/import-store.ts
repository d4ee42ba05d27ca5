import type { Db } from '../../kernel/database.ts';
import type { Decisions } from './import-contract.ts';
import { storedDecisions } from './import-decision-reading.ts';
import type { ImportReport } from './import-report-contract.ts';

/** The imports of one owner, and what was decided for each of the owner's lists. */
export type ImportStore = ReturnType<typeof importsOn>;

/** @param db the transaction in hand, or the database for a single look-up */
export function importsOn(db: Db, ownerId: string) {
  return {
    /** What was decided for each list, by its name. */
    async decisions(): Promise<Map<string, Decisions>> {
      const rows = await db('import_mappings').where({ owner_id: ownerId }).select('list', 'decisions');
      return new Map(rows.map((row) => [row.list, storedDecisions(row.decisions)]));
    },
    async remember(list: string, decisions: Decisions, at: string): Promise<void> {
      const row = { owner_id: ownerId, list, decisions: JSON.stringify(decisions), changed_at: at };
      await db('import_mappings').insert(row).onConflict(['owner_id', 'list']).merge();
    },
    async record(report: ImportReport, finishedAt: string): Promise<void> {
      await db('imports').insert({
        id: report.id,
        owner_id: ownerId,
        list: report.list,
        file_name: report.file.name,
        file_sha256: report.file.sha256,
        file_bytes: report.file.bytes,
        format: report.file.format,
        started_at: report.startedAt,
        finished_at: finishedAt,
        counts: JSON.stringify(report.counts),
        report: JSON.stringify(report),
      });
    },
    /** What was imported and when, newest first. */
    async recent(limit = 20): Promise<Pick<ImportReport, 'id' | 'list' | 'startedAt' | 'counts'>[]> {
      const rows = await db('imports')
        .where({ owner_id: ownerId })
        .orderBy('started_at', 'desc')
        .limit(limit)
        .select('id', 'list', 'started_at', 'counts');
      return rows.map((row) => ({
        id: row.id,
        list: row.list,
        startedAt: row.started_at,
        counts: JSON.parse(row.counts),
      }));
    },
    async report(id: string): Promise<ImportReport | undefined> {
      const row = await db('imports').where({ id, owner_id: ownerId }).first('report');
      return row && JSON.parse(row.report);
    },
  };
}
