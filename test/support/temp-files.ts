import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

let run: string | undefined;

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

/** Removed when the process exits, so after everything that is stopped at the end has let go of its files. */
function theRun(): string {
  if (run !== undefined) return run;
  const dir = mkdtempSync(join(tmpdir(), 'meantime-test-'));
  process.once('exit', () => rmSync(dir, { recursive: true, force: true }));
  return (run = dir);
}
