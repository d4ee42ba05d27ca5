import type { Database } from '../kernel/database.ts';
import { publicAssetsOn, type IndexRow } from './public-asset-store.ts';
import type { RegisterIndex } from './register-index.ts';

type Deps = { db: Database; index: RegisterIndex; everyMs: number; onError(error: unknown): void };

const PAGE = 20_000;

/**
 * Keeps the index in memory true to the database, whichever process wrote to it.
 * Every write takes the next revision under a lock that lasts until its commit, so "all rows after the revision
 * I know" misses nothing. `refresh` looks once; `follow` looks every `everyMs` milliseconds.
 */
export function registerSync({ db, index, everyMs, onError }: Deps) {
  const store = publicAssetsOn(db);
  let known = -1;
  let running: Promise<void> = Promise.resolve();
  let timer: NodeJS.Timeout | undefined;

  async function catchUp(): Promise<void> {
    const latest = await store.revision();
    if (latest === known) return;
    const since = known;
    await eachPage((after) => (since < 0 ? store.indexPage(after, PAGE) : store.changedSince(since, after, PAGE)));
    known = latest;
  }

  async function eachPage(read: (afterRow: number) => Promise<IndexRow[]>): Promise<void> {
    for (let after = 0, rows = await read(after); rows.length > 0; rows = await read(after)) {
      for (const row of rows) index.put(row);
      after = rows.at(-1)?.rowNo ?? after;
    }
  }

  /** Resolves when the index holds everything committed before the call. */
  const refresh = (): Promise<void> => (running = running.catch(() => undefined).then(catchUp));

  return {
    refresh,
    follow(): void {
      const again = (): void => void refresh().catch(onError).finally(() => (timer = setTimeout(again, everyMs).unref()));
      timer = setTimeout(again, everyMs).unref();
    },
    stop: (): void => clearTimeout(timer),
  };
}
export type RegisterSync = ReturnType<typeof registerSync>;
