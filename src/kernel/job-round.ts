import type { Database } from './database.ts';
import { inOrder, type Job } from './job.ts';
import { jobRunsOn } from './job-store.ts';

type Round = { failed: readonly { name: string; error: unknown }[] };

/** Does every job once, one after the other. One that fails holds up no other. */
export async function oneRound(db: Database, jobs: readonly Job[], say: (sentence: string) => void): Promise<Round> {
  const failed: { name: string; error: unknown }[] = [];
  for (const { name, run } of inOrder(jobs)) {
    const now = (): string => new Date().toISOString();
    try {
      say(await run());
      await jobRunsOn(db).note(new Map([[name, { doneAt: now() }]]));
    } catch (error) {
      failed.push({ name, error });
      await jobRunsOn(db).note(new Map([[name, { failedAt: now() }]]));
    }
  }
  return { failed };
}
