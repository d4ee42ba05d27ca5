import type { BookingDeps, BookingReads } from './booking-deps.ts';
import { bookingService } from './booking-service.ts';
import { bookingSteps } from './booking-steps.ts';
import { bookingPageService } from './booking-page-service.ts';
import { cancelService } from './cancel-service.ts';
import { changeLookService } from './change-look-service.ts';
import { changeService } from './change-service.ts';
import { closureService } from './closure-service.ts';
import { dateSteps } from './date-steps.ts';
import { freeService } from './free-service.ts';
import { placeSteps } from './place-steps.ts';
import { trialSteps } from './trial-date-steps.ts';
import { giveBackService } from './give-back-service.ts';

/** The steps that move a booking and its dates on, each a part of a larger piece of work. */
export function allBookingSteps(deps: BookingReads) {
  const moves = bookingSteps(deps);
  const all = { ...deps, steps: moves };
  return { ...moves, ...dateSteps(all), ...placeSteps(deps), ...trialSteps(all) };
}
export type AllBookingSteps = ReturnType<typeof allBookingSteps>;

/** Everything that can be done with bookings. */
export function bookingServices(deps: BookingDeps & { steps: AllBookingSteps }) {
  const { steps } = deps;
  const all = { ...deps, ...giveBackService(deps) };
  const changes = changeService(all);
  return {
    ...bookingService(all),
    change: changes.change,
    ...changeLookService({ ...deps, ...changes }),
    ...bookingPageService(deps),
    ...freeService(deps),
    cancel: cancelService(all),
    closures: closureService(deps),
    steps,
  };
}
export type BookingServices = ReturnType<typeof bookingServices>;
