import { calendarDaysService } from './calendar-days-service.ts';
import type { SpaceDeps } from './space-deps.ts';
import { spaceHoursService } from './space-hours-service.ts';
import { spacePartsService } from './space-parts-service.ts';
import { spacePhotoService } from './space-photo-service.ts';
import { spaceService } from './space-service.ts';

/** Everything that owners and officers can do with spaces, one service a kind of work. */
export function spaceServices(deps: SpaceDeps) {
  const spaces = spaceService(deps);
  const hours = spaceHoursService({ ...deps, ...spaces });
  return { ...spaces, hours, parts: spacePartsService({ ...deps, ...spaces, ...hours }), days: calendarDaysService(deps), photos: spacePhotoService({ ...deps, changing: spaces.changing }) };
}
export type SpaceServices = ReturnType<typeof spaceServices>;
