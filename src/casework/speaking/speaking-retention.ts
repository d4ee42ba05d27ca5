import type { Area } from '../../ground/areas/area-contract.ts';
import type { Kept } from '../../ground/retention/retention-contract.ts';
import { dayIn } from '../../kernel/clock.ts';
import type { Database } from '../../kernel/database.ts';
import type { InOneTransaction } from '../../kernel/facts.ts';
import { speakersOn } from './speaker-store.ts';

/** As comments and signatures: a year after the outcome (casework reference, section 6). */
export const SPEAKERS: Kept = {
  kind: 'speakers',
  days: 365,
  what: 'Names of those who registered to speak at a hearing, and what they needed, once the case is over',
  why: 'Questions about the hearing come up until then. What was read out stays in the minutes',
};
export const UNCONFIRMED_SPEAKERS: Kept = {
  kind: 'speakers_unconfirmed',
  days: 7,
  what: 'Wishes to speak at a hearing that nobody has confirmed',
  why: 'Time to open the link in the mail',
};
const AT_ONCE = 200;

type Deps = { db: Database; inOneTransaction: InOneTransaction; areas: { all(): Promise<Area[]> } };

/** Lets go of whoever registered for hearings of cases that were over before an instant. @returns how many */
export function speakingRetention({ db, inOneTransaction, areas }: Deps) {
  return async (before: Date): Promise<number> => {
    let all = 0;
    for (const { id, timeZone } of await areas.all()) {
      const day = dayIn(timeZone, before);
      if (!(await speakersOn(db).hasOld(id, day))) continue;
      for (let some = AT_ONCE; some === AT_ONCE; all += some)
        some = await inOneTransaction(({ trx }) => speakersOn(trx).forgetOld(id, day, AT_ONCE));
    }
    return all;
  };
}

export const forgetUnconfirmedSpeakers =
  (db: Database) =>
  (before: Date): Promise<number> =>
    speakersOn(db).forgetUnconfirmed(before);
