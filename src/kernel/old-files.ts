import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** Names of the files in a folder that were last written before an instant; none where there is no such folder. */
export async function filesBefore(dir: string, before: Date): Promise<string[]> {
  const names = await readdir(dir).catch((): string[] => []);
  const old: string[] = [];
  for (const name of names) {
    // Another process may just have removed it.
    const found = await stat(join(dir, name)).catch(() => null);
    if (found?.isFile() && found.mtimeMs < before.getTime()) old.push(name);
  }
  return old;
}
