import type { MailQueue } from '../ground/notifications/mail-store.ts';
import type { Job } from '../kernel/job.ts';
import type { JobRuns } from '../kernel/job-store.ts';

/** One line of `meantime status`; `look` where a person is needed. */
export type StatusLine = { look: boolean; says: string };
export type Status = {
  now: Date;
  /** Names of migrations that this version has and the database has not. */
  missing: readonly string[];
  mails: MailQueue;
  /** Whether there is a mail server to send it by. */
  sends: boolean;
  jobs: readonly Pick<Job, 'name' | 'everyMs'>[];
  runs: ReadonlyMap<string, JobRuns>;
  /** Why no paper can be made as PDF; null where it can. */
  noPdf: string | null;
};

/** A mail server that is away for longer than this should be known to somebody. */
const MAIL_WAITS_MS = 30 * 60_000;
/** A restart, or a slow round, is nothing to wake anybody for. */
const JOB_LATE_MS = 15 * 60_000;

/** What an administrator needs to know, worst and best alike, in a fixed order. */
export function statusLines({ now, missing, mails, sends, jobs, runs, noPdf }: Status): StatusLine[] {
  const shape = missing.length === 0 ? fine('The database has its newest shape.') : look(olderWords(missing));
  const papers = noPdf === null ? fine('Papers can be made as PDF.') : look(`No paper can be made as PDF. ${noPdf}`);
  return [shape, ...mailLines(now, mails, sends), ...jobs.map((job) => jobLine(now, job, runs.get(job.name))), papers];
}

const olderWords = (missing: readonly string[]): string =>
  `The database is older than this version: ${missing.join(', ')}. Start the server, or run "migrate".`;

function mailLines(now: Date, { waiting, oldestAt, failed }: MailQueue, sends: boolean): StatusLine[] {
  const waits = oldestAt === null ? 0 : msSince(now, oldestAt);
  const since = oldestAt === null ? '' : `, the oldest since ${oldestAt}`;
  const none = sends ? '' : ' There is no SMTP_URL: none goes out.';
  return [
    { look: waits > MAIL_WAITS_MS, says: `Mail that waits to go out: ${waiting}${since}.${none}` },
    // Officers see each on their desk and ring the person; here it is a number to know.
    fine(`Mail of the last seven days that did not arrive: ${failed}.`),
  ];
}

function jobLine(now: Date, { name, everyMs }: Status['jobs'][number], runs?: JobRuns): StatusLine {
  const { doneAt = null, failedAt = null } = runs ?? {};
  if (failedAt !== null && (doneAt === null || failedAt > doneAt))
    return look(`${name}: failed at ${failedAt}. The log says why.`);
  if (doneAt === null) return look(`${name}: has never run. Is the server running?`);
  const late = msSince(now, doneAt) > everyMs + JOB_LATE_MS;
  return late ? look(`${name}: last ran at ${doneAt}. Is the server running?`) : fine(`${name}: ran at ${doneAt}.`);
}

const msSince = (now: Date, instant: string): number => now.getTime() - new Date(instant).getTime();
const fine = (says: string): StatusLine => ({ look: false, says });
const look = (says: string): StatusLine => ({ look: true, says });
