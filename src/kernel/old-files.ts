import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';

const DAY_MS = 24 * 3_600_000;

/**
 * Names of the files in a folder that were last written before an instant; none where there is no such folder.
 * Files carry the machine's time, also where the site's clock runs on another day: those of the last day may still be in use and stay.
 */
export async function filesBefore(dir: string, before: Date): Promise<string[]> {
  const names = await readdir(dir).catch((): string[] => []);
  const old: string[] = [];
  const until = Math.min(before.getTime(), Date.now() - DAY_MS);
  for (const name of names) {
    // Another process may just have removed it.
    const found = await stat(join(dir, name)).catch(() => null);
    if (found?.isFile() && found.mtimeMs < until) old.push(name);
  }
  return old;
}
