import { requestBehind, type AtOnceDeps } from './at-once-service.ts';

/** What requests do about bookings: each has one behind it. */
export function requestReactions(deps: AtOnceDeps) {
  return { booking_made: [requestBehind(deps)] };
}
