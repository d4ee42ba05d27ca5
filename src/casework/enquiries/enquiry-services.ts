import type { UnitOfWork } from '../../kernel/facts.ts';
import { enquiryAsking } from './enquiry-asking-service.ts';
import { enquiryBeginning, type Asking, type Begun } from './enquiry-beginning-steps.ts';
import { enquiryClock } from './enquiry-clock-service.ts';
import type { EnquiryDeps } from './enquiry-deps.ts';
import { enquiryFinding } from './enquiry-finding-service.ts';
import { enquiryLists } from './enquiry-list-service.ts';
import { enquiryOwn } from './enquiry-own-service.ts';
import { enquiryPages } from './enquiry-page-service.ts';
import { enquiryPlaces } from './enquiry-place-service.ts';
import { enquirySteps } from './enquiry-steps.ts';

/** All that can be done with questions whose a place is. */
export function enquiryServices(deps: EnquiryDeps) {
  const steps = enquirySteps(deps);
  const beginning = enquiryBeginning(deps);
  const asked = enquiryPlaces(deps);
  return {
    asking: enquiryAsking({ ...deps, beginning, asked }),
    finding: enquiryFinding({ ...deps, steps }),
    own: enquiryOwn({ ...deps, steps }),
    pages: enquiryPages(deps),
    lists: enquiryLists(deps),
    asked,
    /**
     * For what waits for an answer: begins a question about a place on the register, in the transaction in hand, or hands back the one
     * that is open. `lists.outcomeOf` says what the newest came to; each act on it is a fact to react to.
     * @throws Problem 400 where it is known whose the place is
     */
    beginFor: async (unit: UnitOfWork, assetId: string, asking: Asking): Promise<Begun> =>
      beginning.begin(unit, await asked.onRegister(assetId, unit.trx), asking),
    ...enquiryClock({ ...deps, steps }),
  };
}
export type EnquiryServices = ReturnType<typeof enquiryServices>;
