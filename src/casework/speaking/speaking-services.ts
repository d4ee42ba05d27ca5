import { floors } from './floor-service.ts';
import { registering } from './registering-service.ts';
import type { SpeakingDeps } from './speaking-deps.ts';

/** All that can be done about speaking at a hearing. */
export const speakingServices = (deps: SpeakingDeps) => ({ registering: registering(deps), floors: floors(deps) });
export type SpeakingServices = ReturnType<typeof speakingServices>;
