import type { Db } from './database.ts';

/** When a job last ended well and when it last failed: instants, or null for never. */
export type JobRuns = { doneAt: string | null; failedAt: string | null };

/** When jobs ran, kept for whoever runs the installation. */
export function jobRunsOn(db: Db) {
  return {
    /** Notes what has happened since the last time: a job that did not fail keeps what was noted of its failures. */
    async note(runs: ReadonlyMap<string, Partial<JobRuns>>): Promise<void> {
      for (const [name, { doneAt, failedAt }] of runs) {
        const row = { ...(doneAt && { done_at: doneAt }), ...(failedAt && { failed_at: failedAt }) };
        await db('jobs')
          .insert({ name, ...row })
          .onConflict('name')
          .merge(row);
      }
    },
    async all(): Promise<Map<string, JobRuns>> {
      const rows: { name: string; done_at: string | null; failed_at: string | null }[] = await db('jobs');
      return new Map(rows.map((row) => [row.name, { doneAt: row.done_at, failedAt: row.failed_at }]));
    },
  };
}
