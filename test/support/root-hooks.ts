import { openTheRun } from './temp-files.ts';
import { stopEverything } from './the-end.ts';

/** A database that has made a hundred others takes its time to stop on a busy machine. */
const STOP_WITHIN_MS = 60_000;
/** How long the process may take to end by itself once everything shared has stopped. */
const END_WITHIN_MS = 10_000;
/** Files are shared out among several workers; each keeps what its tests share until it ends. */
const isWorker = process.env['MOCHA_WORKER_ID'] !== undefined;

/** Loaded by `.mocharc.json` before any test: once, in the process that hands out the files. */
export function mochaGlobalSetup(): void {
  openTheRun();
}

/** In every process that runs tests: what the tests share goes away with the last of them. */
export const mochaHooks = {
  async afterAll(this: Mocha.Context): Promise<void> {
    if (isWorker) return;
    this.timeout(STOP_WITHIN_MS);
    await stopEverything();
    setTimeout(endAnyway, END_WITHIN_MS).unref();
  },
};

/** A test that failed half-way may have left a connection open: that must not keep a pipeline waiting. */
function endAnyway(): void {
  console.error(
    `Something that a test opened is still open: ${process.getActiveResourcesInfo().join(', ')}. Close it in an "after" hook.`,
  );
  process.exit();
}
