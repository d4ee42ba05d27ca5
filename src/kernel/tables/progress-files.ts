import { mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { TableProgress } from './table-contract.ts';

const BEAT_MS = 1_000;
/** A process that has not written for so long is gone. */
const GONE_AFTER_MS = 20_000;

/**
 * How far a piece of work has come, in a file beside the upload, written every second for as long as the process lives.
 * Not in the database: while an import writes, SQLite takes no other writer, and the whole site would wait for the progress bar.
 */
export function progressFiles(dir: string) {
  const fileOf = (id: string): string => join(dir, `${id}.progress`);

  return {
    /** Begins to tell that the work is alive. */
    async begin(id: string): Promise<{ tell(progress: TableProgress): void; end(): Promise<void> }> {
      await mkdir(dir, { recursive: true });
      let latest: TableProgress | null = null;
      let writing = write();
      const beat = setInterval(() => void (writing = writing.then(write)), BEAT_MS);
      beat.unref();
      await writing;
      return {
        tell: (progress) => void (latest = progress),
        async end() {
          clearInterval(beat);
          await writing;
          await rm(fileOf(id), { force: true });
        },
      };
      function write(): Promise<void> {
        return writeFile(fileOf(id), JSON.stringify(latest)).catch(() => undefined);
      }
    },

    /** How far it is; null when the process that did it is gone. */
    async read(id: string): Promise<{ progress: TableProgress | null } | null> {
      try {
        const { mtimeMs } = await stat(fileOf(id));
        if (Date.now() - mtimeMs > GONE_AFTER_MS) return null;
        const text = await readFile(fileOf(id), 'utf8');
        return { progress: text === '' ? null : JSON.parse(text) };
      } catch {
        return null;
      }
    },
  };
}
export type ProgressFiles = ReturnType<typeof progressFiles>;
