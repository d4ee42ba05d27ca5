import type { Clock } from './clock.ts';
import type { Database } from './database.ts';
import type { NewId } from './ids.ts';
import type { Job } from './job.ts';
import { jobRunsOn, type JobRuns } from './job-store.ts';
import { giveBackLease, isLeasedToOthers, takeLease } from './lease.ts';
import type { Logger } from './logging.ts';

type Deps = { db: Database; newId: NewId; logger: Logger; jobs: readonly Job[]; clock?: Clock; pace?: Partial<Pace> };
type Pace = {
  /** The lease that lets one process do the jobs: one for all of them, so that it costs one small write now and then. */
  leaseMs: number;
  renewMs: number;
  /** How often the others look, without writing, whether it has become free. */
  lookMs: number;
  /** How soon a job that failed is tried again, if its own turn does not come sooner. */
  retryMs: number;
};

const LEASE = 'jobs';
const PACE: Pace = { leaseMs: 60_000, renewMs: 30_000, lookMs: 5_000, retryMs: 60_000 };

/**
 * Does the jobs by itself for as long as the process lives: of several processes one, and another when that one is gone. A job that
 * fails is logged and tried again, and holds up no other. Whoever begins does everything at once: jobs do all that is due by now, so
 * what a stop has left is caught up.
 */
export function jobRunner({ db, newId, logger, jobs, pace, clock = realClock }: Deps) {
  const { leaseMs, renewMs, lookMs, retryMs } = { ...PACE, ...pace };
  const holder = newId();
  const runs = new Map<string, Partial<JobRuns>>();
  const timers = new Map<string, NodeJS.Timeout>();
  const running = new Map<string, Promise<void>>();
  let leadsUntil = 0;
  let stopped = false;

  return {
    start: (): Promise<void> => lead(),
    /** No new round; resolves when those under way are done and another process may go on. */
    async stop(): Promise<void> {
      stopped = true;
      for (const timer of timers.values()) clearTimeout(timer);
      await Promise.all(running.values());
      await noteRuns().catch(() => undefined);
      await giveBackLease(db, LEASE, holder).catch(() => undefined);
    },
  };

  /** Takes the lease or keeps it, and begins with the jobs once it has become ours. */
  async function lead(): Promise<void> {
    const led = leads();
    try {
      if (led || !(await isLeasedToOthers(db, clock, LEASE, holder))) await take();
    } catch (error) {
      logger.error({ err: error }, 'the lease for the jobs could not be taken');
    }
    if (!led && leads()) for (const job of jobs) run(job);
    after('lease', leads() ? renewMs : lookMs, () => void lead());
  }

  async function take(): Promise<void> {
    const from = clock().getTime();
    leadsUntil = (await takeLease(db, clock, LEASE, holder, leaseMs)) ? from + leaseMs : 0;
    await noteRuns();
  }

  function run(job: Job): void {
    if (stopped || !leads() || running.has(job.name)) return;
    const work = attempt(job).then((nextMs) => {
      running.delete(job.name);
      after(job.name, nextMs, () => run(job));
    });
    running.set(job.name, work);
  }

  /** @returns after how many milliseconds it is due again */
  async function attempt({ name, everyMs, run: work }: Job): Promise<number> {
    try {
      await work();
      runs.set(name, { ...runs.get(name), doneAt: clock().toISOString() });
      return everyMs;
    } catch (error) {
      logger.error({ err: error }, `the job “${name}” failed`);
      runs.set(name, { ...runs.get(name), failedAt: clock().toISOString() });
      return Math.min(everyMs, retryMs);
    }
  }

  /** What ran is noted with the lease, not with each run: a job of every two seconds would write all the time. */
  async function noteRuns(): Promise<void> {
    const noted = new Map(runs);
    runs.clear();
    await jobRunsOn(db).note(noted);
  }

  function after(what: string, ms: number, then: () => void): void {
    if (!stopped) timers.set(what, setTimeout(then, ms).unref());
  }

  function leads(): boolean {
    return clock().getTime() < leadsUntil;
  }
}
export type JobRunner = ReturnType<typeof jobRunner>;

/** Leases are about processes, not about the day that an installation plays: a clock set back must not keep one for hours. */
const realClock: Clock = () => new Date();
