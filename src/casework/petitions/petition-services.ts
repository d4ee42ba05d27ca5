import { judging } from './judging-service.ts';
import { petitionChecking } from './petition-checking-service.ts';
import { petitionClock } from './petition-clock-service.ts';
import type { PetitionDeps } from './petition-deps.ts';
import { petitionOwn } from './petition-own-service.ts';
import { petitionPages } from './petition-page-service.ts';
import { petitionSteps } from './petition-steps.ts';
import { sheetTyping } from './sheet-service.ts';
import { sheetReading } from './sheet-reading-service.ts';
import { signerPlaces } from './signer-place-steps.ts';
import { signing } from './signing-service.ts';

/** All that can be done with petitions. */
export function petitionServices(deps: PetitionDeps) {
  const steps = petitionSteps(deps);
  const places = signerPlaces(deps);
  const more = { ...deps, steps, places };
  const pages = petitionPages(more);
  return {
    own: petitionOwn(more),
    checking: petitionChecking(more),
    signing: signing(more),
    sheets: sheetTyping(more),
    sheetPages: sheetReading({ ...more, pages }),
    judging: judging(more),
    pages,
    ...petitionClock(more),
  };
}
export type PetitionServices = ReturnType<typeof petitionServices>;
