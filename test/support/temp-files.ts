import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const RUN = 'MEANTIME_TEST_FOLDER';

/** A new empty folder, gone when the tests are. */
export function aFolder(name: string): string {
  mkdirSync(join(theRun(), 'folders'), { recursive: true });
  return mkdtempSync(join(theRun(), 'folders', `${name}-`));
}

/** A file with this content in a folder of its own, gone when the tests are. */
export function aFile(name: string, content: string | Buffer): string {
  const file = join(aFolder('file'), name);
  writeFileSync(file, content);
  return file;
}

/** The folder of this run of the tests, for what needs one at a place of its own. */
export const theRun = (): string => process.env[RUN] ?? openTheRun();

/**
 * Makes the folder, before any worker begins so that all have the same one. It is removed when this process exits, so after
 * everything that is stopped at the end has let go of its files. Others may enter it, not look: PostgreSQL runs as somebody else.
 */
export function openTheRun(): string {
  const dir = mkdtempSync(join(tmpdir(), 'meantime-test-'));
  chmodSync(dir, 0o711);
  process.once('exit', () => rmSync(dir, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 }));
  return (process.env[RUN] = dir);
}
