import { dueCases } from '../clocks/due-case-service.ts';
import type { EnquiryDeps } from './enquiry-deps.ts';
import type { EnquirySteps } from './enquiry-steps.ts';
import { enquiriesOn } from './enquiry-store.ts';

type Deps = Pick<EnquiryDeps, 'db' | 'clock' | 'areas' | 'inOneTransaction' | 'onError'> & { steps: EnquirySteps };

/** What silence does to questions whose a place is. */
export function enquiryClock({ steps, ...deps }: Deps) {
  return {
    /** @returns how many steps the clock took */
    runDue: dueCases({
      ...deps,
      dueBefore: (db, day, after, limit) => enquiriesOn(db).dueBefore(day, after, limit),
      takeOn: async (unit, id) => (await steps.locked(unit, id)).moved,
    }),
  };
}
