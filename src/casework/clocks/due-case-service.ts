import type { Area } from '../../ground/areas/area-contract.ts';
import { dayIn, type Clock } from '../../kernel/clock.ts';
import type { Db } from '../../kernel/database.ts';
import type { InOneTransaction, UnitOfWork } from '../../kernel/facts.ts';
import type { Day } from '../../kernel/recurrence-contract.ts';
import type { DueCase } from './clock-contract.ts';

type Deps = {
  db: Db;
  clock: Clock;
  areas: { all(db: Db): Promise<Area[]> };
  inOneTransaction: InOneTransaction;
  onError(error: unknown): void;
  /** Cases due before a day, the longest ago first, after one that was looked at. */
  dueBefore(db: Db, day: Day, after: DueCase | null, limit: number): Promise<DueCase[]>;
  /** Takes one as far as it goes by now. @returns how many steps it took */
  takeOn(unit: UnitOfWork, id: string): Promise<number>;
};
/** Looked up at once. */
const AT_ONCE = 200;

/**
 * What silence does to cases. Only those whose day has passed are looked at, each in a transaction of its own, found by an index however
 * many are closed; two servers at once do it once, because the second finds a later day in the row that it waited for. One that cannot
 * be moved keeps none of the others from moving.
 * @returns a function that answers with how many steps the clock took
 */
export function dueCases({ db, clock, areas, inOneTransaction, onError, dueBefore, takeOn }: Deps) {
  return async (): Promise<number> => {
    const now = clock();
    const todays = [dayIn('UTC', now), ...(await areas.all(db)).map(({ timeZone }) => dayIn(timeZone, now))];
    const latest = todays.toSorted().at(-1) ?? '';
    let moved = 0;
    for (let due = await dueBefore(db, latest, null, AT_ONCE); due.length > 0;) {
      for (const { id } of due) moved += await inOneTransaction((unit) => takeOn(unit, id)).catch(failed);
      due = await dueBefore(db, latest, due.at(-1) ?? null, AT_ONCE);
    }
    return moved;
  };

  function failed(error: unknown): number {
    onError(error);
    return 0;
  }
}
