import type { Db } from './database.ts';
import type { Job } from './job.ts';
import { jobRunsOn, type JobRuns } from './job-store.ts';

/** How a job stands, for whoever runs the installation. `late`: it has not ended well for several of its turns. */
export type JobStatus = JobRuns & { name: string; everyMs: number; late: boolean };

/** So many turns, and never less than some minutes, because runs are noted only now and then. */
const TURNS = 3;
const AT_LEAST_MS = 5 * 60_000;

/** How every job stands. @param now the real instant, as runs are noted in it */
export async function jobStatus(db: Db, jobs: readonly Job[], now = new Date()): Promise<JobStatus[]> {
  const runs = await jobRunsOn(db).all();
  return jobs.map(({ name, everyMs }) => {
    const { doneAt = null, failedAt = null } = runs.get(name) ?? {};
    const since = doneAt === null ? Infinity : now.getTime() - new Date(doneAt).getTime();
    return { name, everyMs, doneAt, failedAt, late: since > Math.max(AT_LEAST_MS, TURNS * everyMs) };
  });
}
