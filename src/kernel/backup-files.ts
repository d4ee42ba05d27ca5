import { existsSync } from 'node:fs';
import { chmod, copyFile, mkdir, readdir, utimes, stat } from 'node:fs/promises';
import { join, relative, resolve, sep } from 'node:path';

/**
 * Copies every folder of uploads into a new one, for its owner's eyes only. The database lies beside the folders and has its own way; a
 * folder that holds the copy itself is left out.
 * @returns how many files there are in the copy
 */
export async function copyUploads(dataDir: string, target: string): Promise<number> {
  await mkdir(target, { recursive: true, mode: 0o700 });
  const folders = existsSync(dataDir)
    ? (await readdir(dataDir, { withFileTypes: true })).filter((entry) => entry.isDirectory())
    : [];
  let files = 0;
  for (const { name } of folders.filter((folder) => !holds(join(dataDir, folder.name), target)))
    files += await copyFolder(join(dataDir, name), join(target, name));
  return files;
}

/** Everything in a folder but half-written files, which belong to nobody yet, and what goes away meanwhile. */
async function copyFolder(from: string, to: string): Promise<number> {
  await mkdir(to, { recursive: true, mode: 0o700 });
  let files = 0;
  for (const entry of await readdir(from, { withFileTypes: true })) {
    const [source, copy] = [join(from, entry.name), join(to, entry.name)];
    if (entry.isDirectory()) files += await copyFolder(source, copy);
    else if (entry.isFile() && !entry.name.endsWith('.part') && (await copyOne(source, copy))) files += 1;
  }
  return files;
}

/** @returns false when the file was removed before its turn came */
async function copyOne(source: string, copy: string): Promise<boolean> {
  try {
    const { atime, mtime } = await stat(source);
    await copyFile(source, copy);
    await chmod(copy, 0o600);
    // Its age says when a file may be removed.
    await utimes(copy, atime, mtime);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return false;
    throw error;
  }
}

function holds(folder: string, path: string): boolean {
  const way = relative(resolve(folder), resolve(path));
  return way !== '..' && !way.startsWith(`..${sep}`);
}
