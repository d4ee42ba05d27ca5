import type { Fact } from '../../kernel/fact.ts';
import type { Database } from '../../kernel/database.ts';
import { publicAssetsOn } from './public-asset-store.ts';
import type { RegisterIndex } from './register-index.ts';
import type { IndexRow } from './public-asset-rows-store.ts';

type Deps = { db: Database; index: RegisterIndex; everyMs: number; onError(error: unknown): void };

/** Small pages: rows of large ones live long enough to be taken for lasting, and memory stays twice as large. */
const PAGE = 2_000;
/** What happens to these changes nothing that the index knows. */
const APART: readonly string[] = ['booking', 'room_request'];
/** No row comes after it in a revision: the largest number of the column. */
const LAST_ROW = 2 ** 31 - 1;

/**
 * Keeps the index in memory true to the database, whichever process wrote to it.
 * Every write takes the next revision under a lock that lasts until its commit, so "all rows after the revision
 * I know" misses nothing. `fill` takes in everything at the start, `refresh` looks once, `follow` looks every `everyMs` milliseconds.
 * Where nobody has filled the index, nobody reads it: the command line writes to the register and need not hold it.
 */
export function registerSync({ db, index, everyMs, onError }: Deps) {
  const store = publicAssetsOn(db);
  let known = -1;
  let running: Promise<void> = Promise.resolve();
  let timer: NodeJS.Timeout | undefined;

  async function catchUp(): Promise<void> {
    const latest = await store.revision();
    if (latest === known) return;
    if (known < 0) await takeIn((last) => store.indexPage(last?.rowNo ?? 0, PAGE));
    else await takeIn((last) => store.changedAfter(last ?? { revision: known, rowNo: LAST_ROW }, PAGE));
    known = latest;
  }

  async function takeIn(read: (last: IndexRow | undefined) => Promise<IndexRow[]>): Promise<void> {
    let rows = await read(undefined);
    while (rows.length > 0) {
      // The database looks for the next page while this one is taken in.
      const next = read(rows.at(-1));
      for (const row of rows) index.put(row);
      rows = await next;
    }
  }

  /** Resolves when the index, once filled, holds everything committed before the call. */
  const inTurn = (): Promise<void> => (running = running.catch(() => undefined).then(catchUp));
  let filled = false;
  const refresh = (): Promise<void> => (filled ? inTurn() : Promise.resolve());

  return {
    fill(): Promise<void> {
      filled = true;
      return inTurn();
    },
    refresh,
    /** The same after some facts, where one of them can have changed the register. */
    refreshAfter: (facts: readonly Pick<Fact, 'subjectKind'>[]): Promise<void> =>
      facts.every(({ subjectKind }) => APART.includes(subjectKind)) ? Promise.resolve() : refresh(),
    follow(): void {
      const again = (): void =>
        void refresh()
          .catch(onError)
          .finally(() => (timer = setTimeout(again, everyMs).unref()));
      timer = setTimeout(again, everyMs).unref();
    },
    stop: (): void => clearTimeout(timer),
  };
}
