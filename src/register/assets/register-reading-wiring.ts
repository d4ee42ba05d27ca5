import type { Database } from '../../kernel/database.ts';
import { registerIndex } from './register-index.ts';
import { registerSync } from './register-sync-service.ts';

/** How soon a change made by another process shows here, in milliseconds. */
const LOOK_FOR_CHANGES_MS = 1_000;

/** The public register in memory. It follows every commit, so it is there before anything can write. */
export function registerReading(db: Database, onError: (error: unknown) => void) {
  const index = registerIndex();
  return { index, sync: registerSync({ db, index, everyMs: LOOK_FOR_CHANGES_MS, onError }) };
}
export type RegisterReading = ReturnType<typeof registerReading>;
