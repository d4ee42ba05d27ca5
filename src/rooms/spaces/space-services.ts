import { calendarDaysService } from './calendar-days-service.ts';
import type { SpaceDeps } from './space-deps.ts';
import { spaceBulkService } from './space-bulk-service.ts';
import { spaceHoursService } from './space-hours-service.ts';
import { spacePartsService } from './space-parts-service.ts';
import { spacePhotoService } from './space-photo-service.ts';
import { spaceService } from './space-service.ts';
import { yearCopyService } from './year-copy-service.ts';

/** Everything that owners and officers can do with spaces, one service a kind of work. */
export function spaceServices(deps: SpaceDeps) {
  const spaces = spaceService(deps);
  const hours = spaceHoursService({ ...deps, ...spaces });
  const days = calendarDaysService(deps);
  return {
    ...spaces,
    hours,
    days,
    bulk: spaceBulkService(deps),
    parts: spacePartsService({ ...deps, ...spaces, ...hours }),
    yearCopy: yearCopyService({ ...deps, ...hours, ...days }),
    photos: spacePhotoService({ ...deps, changing: spaces.changing }),
  };
}
export type SpaceServices = ReturnType<typeof spaceServices>;
