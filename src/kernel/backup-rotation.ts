import { mkdir, readdir, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { uploadsBeside } from './backup.ts';

/** Names that this file gives, and no others: whatever else lies in the folder stays. */
const OURS = /^meantime-\d{4}-\d{2}-\d{2}T\d{6}Z\.copy$/;

/** A name for a copy made at this instant, in a folder that is made where there is none. Names sort by time. */
export async function aNameIn(folder: string, now: Date): Promise<string> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  return join(folder, `meantime-${now.toISOString().slice(0, 19).replaceAll(':', '')}Z.copy`);
}

/**
 * Removes all but the newest copies, each with its uploads, and what was left half-written. The one that was just made stays, whatever the
 * machine's clock makes of its name.
 * @returns how many copies went
 */
export async function keepNewest(folder: string, keep: number, justMade: string): Promise<number> {
  const names = await readdir(folder);
  const others = names.filter((name) => OURS.test(name) && name !== basename(justMade)).toSorted();
  const old = others.slice(0, Math.max(0, others.length - (keep - 1)));
  const halves = names.filter((name) => name.endsWith('.part') && OURS.test(name.replace(/(\.uploads)?\.part$/, '')));
  for (const name of halves) await rm(join(folder, name), { recursive: true });
  for (const name of old)
    for (const path of [name, uploadsBeside(name)]) await rm(join(folder, path), { recursive: true, force: true });
  return old.length;
}
