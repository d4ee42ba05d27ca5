import { stopEverything } from './the-end.ts';

/** A database that has made a hundred others takes its time to stop on a busy machine. */
const STOP_WITHIN_MS = 60_000;
/** How long the process may take to end by itself once everything shared has stopped. */
const END_WITHIN_MS = 10_000;

/** Loaded by `.mocharc.json` before any test: what the tests share goes away with the last of them. */
export const mochaHooks = {
  async afterAll(this: Mocha.Context): Promise<void> {
    this.timeout(STOP_WITHIN_MS);
    await stopEverything();
    setTimeout(endAnyway, END_WITHIN_MS).unref();
  },
};

/** A test that failed half-way may have left a connection open: that must not keep a pipeline waiting. */
function endAnyway(): void {
  console.error(`Something that a test opened is still open: ${process.getActiveResourcesInfo().join(', ')}. Close it in an "after" hook.`);
  process.exit();
}
