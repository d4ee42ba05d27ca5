import type { BookingDeps } from './booking-deps.ts';
import { bookingService } from './booking-service.ts';
import { bookingSteps } from './booking-steps.ts';
import { bookingPageService } from './booking-page-service.ts';
import { cancelService } from './cancel-service.ts';
import { changeService } from './change-service.ts';
import { closureService } from './closure-service.ts';
import { dateSteps } from './date-steps.ts';
import { freeService } from './free-service.ts';
import { placeSteps } from './place-steps.ts';
import { giveBackService } from './give-back-service.ts';

/** Everything that can be done with bookings. */
export function bookingServices(deps: BookingDeps) {
  const moves = bookingSteps(deps);
  const steps = { ...moves, ...dateSteps({ ...deps, steps: moves }), ...placeSteps(deps) };
  const all = { ...deps, steps, ...giveBackService({ ...deps, steps }) };
  return {
    ...bookingService(all),
    ...changeService(all),
    ...bookingPageService(deps),
    ...freeService(deps),
    cancel: cancelService(all),
    closures: closureService(deps),
    steps,
  };
}
export type BookingServices = ReturnType<typeof bookingServices>;
