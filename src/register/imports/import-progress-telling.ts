import type { OnBytes } from '../../kernel/tables/source-file.ts';
import type { ImportProgress } from './import-report-contract.ts';

/** Tell listeners at most this often, in bytes: a progress bar needs no more. */
const STEP_BYTES = 1024 * 1024;

/** Adds up the bytes of each stage. @returns for a stage, what to call after every chunk */
export function progressOver(
  tell: ((progress: ImportProgress) => void) | undefined,
  totalBytes: number,
): (stage: ImportProgress['stage']) => OnBytes {
  let done = 0;
  let told = 0;
  return (stage) => (bytes) => {
    done += bytes;
    if (!tell || (done - told < STEP_BYTES && done < totalBytes)) return;
    told = done;
    tell({ stage, done: Math.min(done, totalBytes), total: totalBytes });
  };
}
