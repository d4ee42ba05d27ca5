import { documentsOn } from './document-store.ts';
import type { GroupDeps } from './group-deps.ts';

const AT_ONCE = 200;

/** Removes papers that need not stay: versions long replaced, those of closed groups, and files that no paper owns. */
export function documentRetention({
  db,
  files,
  inOneTransaction,
}: Pick<GroupDeps, 'db' | 'files' | 'inOneTransaction'>) {
  return {
    /** @returns how many papers and left-over files were removed; that a paper came in and was checked stays on the record */
    async forgetPapers(before: Date): Promise<number> {
      let removed = 0;
      for (
        let old = await documentsOn(db).replacedBefore(before, AT_ONCE);
        old.length > 0;
        old = await documentsOn(db).replacedBefore(before, AT_ONCE)
      ) {
        await inOneTransaction(({ trx }) => documentsOn(trx).remove(old.map(({ id }) => id)));
        // Should this be cut short, the next round finds the files without a paper.
        for (const { fileName } of old) await files.remove(fileName);
        removed += old.length;
      }
      return removed + (await forgetLeftOver(before));
    },
  };

  async function forgetLeftOver(before: Date): Promise<number> {
    const names = await files.olderThan(before);
    let removed = 0;
    for (let from = 0; from < names.length; from += AT_ONCE) {
      const some = names.slice(from, from + AT_ONCE);
      const known = new Set(await documentsOn(db).filesKnown(some));
      const orphans = some.filter((name) => !known.has(name));
      for (const name of orphans) await files.remove(name);
      removed += orphans.length;
    }
    return removed;
  }
}
