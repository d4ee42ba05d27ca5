import type { BenefitDeps } from './benefit-deps.ts';
import { evidenceOn } from './evidence-store.ts';

/** So many are asked for at once. */
export const AT_ONCE = 200;

/** Removes those of some files that no piece of evidence has. @returns how many */
export async function removeUnusedFiles(
  { db, files }: Pick<BenefitDeps, 'db' | 'files'>,
  names: readonly string[],
): Promise<number> {
  let removed = 0;
  for (let from = 0; from < names.length; from += AT_ONCE) {
    const unused = await evidenceOn(db).unused(names.slice(from, from + AT_ONCE));
    for (const name of unused) await files.remove(name);
    removed += unused.length;
  }
  return removed;
}
