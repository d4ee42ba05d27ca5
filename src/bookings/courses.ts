import type { AfterDeps } from './after-deps.ts';
import { afterScenes } from './after-scene.ts';
import { afterTelling } from './after-telling.ts';
import { courseClockService } from './course-clock-service.ts';
import { courseService } from './course-service.ts';
import { dateOfferService } from './date-offer-service.ts';
import { depositService } from './deposit-service.ts';
import { endingService } from './ending-service.ts';
import { evaluationService } from './evaluation-service.ts';
import { givenUpService } from './given-up-service.ts';
import { statementService } from './statement-service.ts';
import { startService } from './start-service.ts';

/** Everything that can be done with a booking from its confirmation until it is closed. */
export function courseServices(deps: AfterDeps) {
  const all = { ...deps, scenes: afterScenes(deps), telling: afterTelling(deps) };
  const starting = startService(all);
  const offers = dateOfferService(all);
  const clockwork = courseClockService({ ...all, starting });
  return {
    ...courseService({ ...all, starting }), starting, offers, ending: endingService(all), deposits: depositService(all), evaluations: evaluationService(all), statements: statementService(deps), afterGivingUp: givenUpService(all),
    /** Everything that is due, once. */
    runDue: async () => ({ ...(await clockwork.runDue()), lapsed: await offers.lapseDue() }),
  };
}
export type CourseServices = ReturnType<typeof courseServices>;
