import { latestDay } from '../../ground/areas/area-contract.ts';
import { dueRows } from '../../kernel/due-rows.ts';
import { answering } from './answering-service.ts';
import type { InterestDeps } from './interest-deps.ts';
import { interestLists } from './interest-list-service.ts';
import { interestPages } from './interest-page-service.ts';
import { interestSteps } from './interest-steps.ts';
import { interestsOn } from './interest-store.ts';
import { ownInterest } from './own-service.ts';
import { registering } from './registering-service.ts';
import { viewings } from './viewing-service.ts';

/** All that can be done with interests in places, and with times to see them. */
export function interestServices(deps: InterestDeps) {
  const steps = interestSteps(deps);
  const all = { ...deps, steps };
  return {
    registering: registering(all),
    answering: answering(all),
    viewings: viewings(all),
    own: ownInterest(all),
    pages: interestPages(all),
    lists: interestLists(deps),
    /** What silence does. @returns how many steps the clock took */
    runDue: dueRows({
      today: async () => latestDay(await deps.allAreas(), deps.clock()),
      dueBefore: (day, after, limit) => interestsOn(deps.db).dueBefore(day, after, limit),
      takeOn: (id) => deps.inOneTransaction(async (unit) => (await steps.locked(unit, id)).moved),
      onError: deps.onError,
    }),
  };
}
export type InterestServices = ReturnType<typeof interestServices>;
