import type { Kept } from '../../ground/retention/retention-contract.ts';
import { dayIn } from '../../kernel/clock.ts';
import type { Database } from '../../kernel/database.ts';
import { interestsOn } from './interest-store.ts';
import { viewingsOn } from './viewing-store.ts';

export const INTERESTED: Kept = {
  kind: 'interests',
  days: 365,
  what: 'Who was interested in a place, what they wrote and what they saw, once that is over',
  why: 'Time to ask for the place with it',
};
export const VIEWING_DOORS: Kept = {
  kind: 'viewings',
  days: 30,
  what: 'Where people came to see a place, and the note about its key, once the time is over',
  why: 'Questions about the day come up until then',
};
const AT_ONCE = 200;

/** Lets go of people in old interests; that somebody was interested, and what came of it, stays. A day of the zone makes no difference in a year. */
export const forgetInterested =
  ({ db }: { db: Database }) =>
  async (before: Date): Promise<number> => {
    const day = dayIn('UTC', before);
    let all = 0;
    if (!(await interestsOn(db).hasOld(day))) return all;
    for (let some = AT_ONCE; some === AT_ONCE; all += some) some = await interestsOn(db).forgetOld(day, AT_ONCE);
    return all;
  };

/** Lets go of where people came and how the door opens. */
export const forgetDoors =
  ({ db }: { db: Database }) =>
  (before: Date): Promise<number> =>
    viewingsOn(db).forgetBefore(dayIn('UTC', before));
