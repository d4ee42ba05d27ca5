import { checkInService } from './check-in-service.ts';
import { lookingService } from './looking-service.ts';
import type { RunningDeps } from './running-deps.ts';
import { tonightService } from './tonight-service.ts';

/** Everything for those who run buildings. */
export function runningServices(deps: RunningDeps) {
  const looking = lookingService(deps);
  const all = { ...deps, looking };
  return { looking, tonight: tonightService(all), checkIn: checkInService(all) };
}
export type RunningServices = ReturnType<typeof runningServices>;
