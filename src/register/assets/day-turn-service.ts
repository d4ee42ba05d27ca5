import type { Area, Owner } from '../../ground/areas/area-contract.ts';
import { dayIn, nextDayBegins, type Clock } from '../../kernel/clock.ts';
import type { Db } from '../../kernel/database.ts';
import type { InOneTransaction } from '../../kernel/facts.ts';
import type { Day } from './asset-contract.ts';
import { deskAssetsOn } from './asset-edit-list-store.ts';
import type { AssetRegister } from './asset-register-service.ts';

type Deps = {
  db: Db;
  clock: Clock;
  inOneTransaction: InOneTransaction;
  areas: { all(): Promise<Area[]>; owners(): Promise<Owner[]> };
  register: Pick<AssetRegister, 'publishAgain'>;
  /** Makes what is in memory follow the database. */
  refresh(): Promise<void>;
};

/** So many at once, in a transaction of their own: nobody else waits long. */
const AT_ONCE = 200;

/**
 * A released building is public until a day. When that day comes in its area, it is hidden again: before anybody is answered on that
 * day, whether or not the job has run by then. Until a day turns somewhere, asking costs a comparison of two numbers.
 */
export function dayTurnService({ db, clock, inOneTransaction, areas, register, refresh }: Deps) {
  /** For each area the day whose releases are dealt with. */
  const turned = new Map<string, Day>();
  let nextTurnAt = 0;
  let turning: Promise<number> | null = null;

  return {
    /** Resolves when nothing is public any more whose day has come. */
    async upToDate(): Promise<void> {
      if (clock().getTime() >= nextTurnAt) await turn();
    },
    /** The same for the job, which also sees areas that have been added. @returns how many buildings were written anew */
    turn,
  };

  /** One turn at a time; whoever comes meanwhile waits for it. */
  function turn(): Promise<number> {
    turning ??= turnAll().finally(() => (turning = null));
    return turning;
  }

  async function turnAll(): Promise<number> {
    const now = clock();
    const all = await areas.all();
    let written = 0;
    for (const area of all) {
      const today = dayIn(area.timeZone, now);
      if (turned.get(area.id) === today) continue;
      written += await hideIn(area, today);
      turned.set(area.id, today);
    }
    await refresh();
    nextTurnAt = Math.min(...all.map(({ timeZone }) => nextDayBegins(timeZone, now)));
    return written;
  }

  async function hideIn(area: Area, today: Day): Promise<number> {
    const due = await deskAssetsOn(db).publicPast(area.id, today);
    if (due.length === 0) return 0;
    const owners = await areas.owners();
    for (let from = 0; from < due.length; from += AT_ONCE)
      await inOneTransaction((unit) => register.publishAgain(unit, area, owners, due.slice(from, from + AT_ONCE)));
    return due.length;
  }
}
