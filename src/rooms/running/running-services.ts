import { arrivalService } from './arrival-service.ts';
import { buildingCalendarService } from './building-calendar-service.ts';
import { checkInService } from './check-in-service.ts';
import { closingService } from './closing-service.ts';
import { copyService } from './copy-service.ts';
import { lookingService } from './looking-service.ts';
import { noShowService } from './no-show-service.ts';
import type { RunningDeps } from './running-deps.ts';
import { tonightService } from './tonight-service.ts';

/** Everything for those who run buildings. */
export function runningServices(deps: RunningDeps) {
  const looking = lookingService(deps);
  const all = { ...deps, looking };
  const closing = closingService(deps);
  return {
    looking,
    tonight: tonightService(all),
    checkIn: checkInService(all),
    arrival: arrivalService(deps),
    calendar: buildingCalendarService(all),
    closing,
    copying: copyService({ ...deps, closing }),
    noShows: noShowService(deps),
  };
}
