import { askingForHearing } from './asking-service.ts';
import { calling } from './calling-service.ts';
import { concluding } from './concluding-service.ts';
import type { HearingDeps } from './hearing-deps.ts';
import { hearingPages } from './hearing-page-service.ts';
import { recordingWays } from './way-service.ts';

/** All that can be done about hearings. */
export const hearingServices = (deps: HearingDeps) => ({
  ...askingForHearing(deps),
  ...calling(deps),
  ...recordingWays(deps),
  ...concluding(deps),
  pages: hearingPages(deps),
});
export type HearingServices = ReturnType<typeof hearingServices>;
