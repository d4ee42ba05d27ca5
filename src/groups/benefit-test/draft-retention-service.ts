import type { BenefitDeps } from './benefit-deps.ts';
import { scoringOn } from './scoring-store.ts';
import { testsOn } from './test-store.ts';
import { AT_ONCE, removeUnusedFiles } from './unused-files-service.ts';
import { evidenceOn } from './evidence-store.ts';
import type { Evidence } from './evidence-contract.ts';

/** What is forgotten of answers and marks that nobody has finished. */
export function draftRetentionService(deps: Pick<BenefitDeps, 'db' | 'inOneTransaction' | 'files'>) {
  const { inOneTransaction, db, files } = deps;
  return {
    /** Removes drafts that nobody has touched: of answers, with their evidence, and of marks. @returns how many */
    async forgetDrafts(before: Date): Promise<number> {
      let removed = await scoringOn(db).removeDraftsBefore(before);
      for (
        let ids = await testsOn(db).draftsUntouchedSince(before, AT_ONCE);
        ids.length > 0;
        ids = await testsOn(db).draftsUntouchedSince(before, AT_ONCE)
      ) {
        const names = await inOneTransaction(async ({ trx }) => {
          const all: Evidence[] = [];
          for (const id of ids) {
            const draft = await testsOn(trx).lock(id);
            if (draft?.state !== 'draft' || draft.changedAt >= before.toISOString()) continue;
            all.push(...(await evidenceOn(trx).of(id)));
            await evidenceOn(trx).removeOf(id);
            await testsOn(trx).removeDraft(id);
          }
          return all.flatMap(({ file }) => (file ? [file.name] : []));
        });
        await removeUnusedFiles(deps, names);
        removed += ids.length;
      }
      // What a power cut left behind, between a file and its line in the database.
      return removed + (await removeUnusedFiles(deps, await files.olderThan(before)));
    },
  };
}
