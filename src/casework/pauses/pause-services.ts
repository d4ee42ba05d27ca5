import type { PauseDeps } from './pause-deps.ts';
import { pausePages } from './pause-page-service.ts';
import { pausing } from './pausing-service.ts';
import { resuming } from './resuming-service.ts';
import { stopping } from './stop-service.ts';

/** All that can be done with the clocks of cases. */
export const pauseServices = (deps: PauseDeps) => ({
  ...pausing(deps),
  ...resuming(deps),
  stop: stopping(deps),
  pages: pausePages(deps),
});
export type PauseServices = ReturnType<typeof pauseServices>;
