import type { Area } from '../../ground/areas/area-contract.ts';
import type { Kept } from '../../ground/retention/retention-contract.ts';
import { dayIn } from '../../kernel/clock.ts';
import type { Database } from '../../kernel/database.ts';
import type { InOneTransaction } from '../../kernel/facts.ts';
import { commentsOn } from './comment-store.ts';

/** As signatures: a year after the outcome (casework reference, section 6). */
export const COMMENTERS: Kept = {
  kind: 'comments',
  days: 365,
  what: 'Names and addresses of those who commented on a proposal, and what was left out of their comments, once the case is over',
  why: 'Questions about the decision come up until then. What everybody reads stays',
};
export const UNCONFIRMED: Kept = {
  kind: 'comments_unconfirmed',
  days: 7,
  what: 'Comments and wishes to follow a proposal that nobody has confirmed',
  why: 'Time to open the link in the mail',
};
const AT_ONCE = 200;

type Deps = { db: Database; inOneTransaction: InOneTransaction; areas: { all(): Promise<Area[]> } };

/** Lets go of whoever wrote comments on cases that were over before an instant. @returns how many comments */
export function commentRetention({ db, inOneTransaction, areas }: Deps) {
  return async (before: Date): Promise<number> => {
    let all = 0;
    for (const { id, timeZone } of await areas.all()) {
      const day = dayIn(timeZone, before);
      if (!(await commentsOn(db).hasOld(id, day))) continue;
      for (let some = AT_ONCE; some === AT_ONCE; all += some)
        some = await inOneTransaction(({ trx }) => commentsOn(trx).forgetOld(id, day, AT_ONCE));
    }
    return all;
  };
}

export const forgetUnconfirmed =
  (db: Database) =>
  (before: Date): Promise<number> =>
    commentsOn(db).forgetUnconfirmed(before);
