import { latestDay } from '../../ground/areas/area-contract.ts';
import { dueRows } from '../../kernel/due-rows.ts';
import type { EnquiryDeps } from './enquiry-deps.ts';
import type { EnquirySteps } from './enquiry-steps.ts';
import { enquiriesOn } from './enquiry-store.ts';

type Deps = Pick<EnquiryDeps, 'db' | 'clock' | 'areas' | 'inOneTransaction' | 'onError'> & { steps: EnquirySteps };

/** What silence does to questions whose a place is. */
export function enquiryClock({ db, clock, areas, inOneTransaction, onError, steps }: Deps) {
  return {
    /** @returns how many steps the clock took */
    runDue: dueRows({
      today: async () => latestDay(await areas.all(db), clock()),
      dueBefore: (day, after, limit) => enquiriesOn(db).dueBefore(day, after, limit),
      takeOn: (id) => inOneTransaction(async (unit) => (await steps.locked(unit, id)).moved),
      onError,
    }),
  };
}
