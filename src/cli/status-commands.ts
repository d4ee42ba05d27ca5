import { readFile } from 'node:fs/promises';
import { namesMissingIn } from '../../db/migrate.ts';
import { folderSize } from '../kernel/folder-size.ts';
import type { Command } from '../kernel/command.ts';
import { jobRunsOn } from '../kernel/job-store.ts';
import { whyNoPdf } from '../kernel/pdf.ts';
import type { Services } from '../services.ts';
import { statusLines } from './status-rules.ts';

const WEEK_MS = 7 * 24 * 3_600_000;
const MEGABYTE = 1024 * 1024;

/** For whoever looks after the site, and for what watches it: ends with 1 where a person is needed. */
export const statusCommand = (services: Services): Command => ({
  name: 'status',
  usage: 'status',
  run: () => tellStatus(services),
});

async function tellStatus({ db, config, jobs, mails }: Services): Promise<void> {
  console.log(`Meantime ${await version()}, Node ${process.version}, on ${config.databaseUrl.split(':')[0]}.`);
  const missing = await namesMissingIn(db);
  if (missing.length > 0) return tell(statusLines({ ...NOTHING, missing }).slice(0, 1));
  // What jobs noted goes by the machine's clock; in production that is the site's.
  const now = new Date();
  const queue = await mails.queue(new Date(now.getTime() - WEEK_MS));
  const runs = await jobRunsOn(db).all();
  tell(
    statusLines({ now, missing, mails: queue, sends: config.smtpUrl !== null, jobs, runs, noPdf: await whyNoPdf() }),
  );
  console.log(`DATA_DIR holds ${Math.ceil((await folderSize(config.dataDir)) / MEGABYTE).toLocaleString('en-GB')} MB.`);
}

/** An older database has not the tables that the rest would be read from. */
const NOTHING = {
  now: new Date(0),
  mails: { waiting: 0, oldestAt: null, failed: 0 },
  sends: true,
  jobs: [],
  runs: new Map(),
  noPdf: null,
};

function tell(lines: readonly { look: boolean; says: string }[]): void {
  for (const { look, says } of lines) console.log(look ? `Look: ${says}` : says);
  if (lines.some(({ look }) => look)) process.exitCode = 1;
}

async function version(): Promise<string> {
  // Two folders up both from here and from where it is when it is built, dist/src.
  const beside = new URL('../../package.json', import.meta.url);
  const { version } = JSON.parse(await readFile(beside, 'utf8')) as { version: string };
  return version;
}
