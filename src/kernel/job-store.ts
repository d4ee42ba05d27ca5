import type { Db } from './database.ts';

/** When a job last ended well and when it last failed: instants, or null for never. */
export type JobRuns = { doneAt: string | null; failedAt: string | null };

/** When jobs ran, kept for whoever runs the installation. */
export function jobRunsOn(db: Db) {
  return {
    /** Notes what has happened since the last time, in one statement; of what has not happened the earlier note stays. */
    async note(runs: ReadonlyMap<string, Partial<JobRuns>>): Promise<void> {
      if (runs.size === 0) return;
      const rows = [...runs].map(([name, { doneAt = null, failedAt = null }]) => ({
        name,
        done_at: doneAt,
        failed_at: failedAt,
      }));
      const later = (column: string) => db.raw('coalesce(excluded.??, jobs.??)', [column, column]);
      await db('jobs')
        .insert(rows)
        .onConflict('name')
        .merge({ done_at: later('done_at'), failed_at: later('failed_at') });
    },
    async all(): Promise<Map<string, JobRuns>> {
      const rows: { name: string; done_at: string | null; failed_at: string | null }[] = await db('jobs');
      return new Map(rows.map((row) => [row.name, { doneAt: row.done_at, failedAt: row.failed_at }]));
    },
  };
}
