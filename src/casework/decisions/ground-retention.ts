import type { Kept } from '../../ground/retention/retention-contract.ts';
import { dayIn } from '../../kernel/clock.ts';
import type { Database } from '../../kernel/database.ts';
import type { InOneTransaction } from '../../kernel/facts.ts';
import type { PaperFiles } from './decision-deps.ts';
import { groundsOn } from './ground-store.ts';

/** As long as a decision can be brought before a court (Limitation Act 1980, section 9: six years). */
export const GROUND_PAPERS: Kept = {
  kind: 'ground_papers',
  days: 2_190,
  what: 'Papers that owners show for a ground, and who wrote them',
  why: 'As long as a decision that rests on them can be brought before a court',
};
const AT_ONCE = 200;

/** Lets go of old papers; what the ground said, and what was decided, stays. @returns a function that answers with how many */
export function groundRetention({
  db,
  inOneTransaction,
  files,
}: {
  db: Database;
  inOneTransaction: InOneTransaction;
  files: Pick<PaperFiles, 'remove'>;
}) {
  return async (before: Date): Promise<number> => {
    const day = dayIn('UTC', before);
    if (!(await groundsOn(db).hasOldPapers(day))) return 0;
    let all = 0;
    for (let some = AT_ONCE; some === AT_ONCE; all += some) {
      const names = await inOneTransaction(({ trx }) => groundsOn(trx).forgetPapers(day, AT_ONCE));
      for (const name of names) await files.remove(name);
      some = names.length;
    }
    return all;
  };
}
