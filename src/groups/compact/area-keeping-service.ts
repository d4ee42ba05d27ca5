import type { Area } from '../../ground/areas/area-contract.ts';
import type { Forgetting, Kept, OldIn } from '../../ground/retention/retention-contract.ts';
import type { Forgets } from '../../ground/retention/retention-slot.ts';
import { dayIn, type Clock } from '../../kernel/clock.ts';
import type { Db } from '../../kernel/database.ts';
import type { InOneTransaction } from '../../kernel/facts.ts';
import { DEFAULT_ROOM_TERMS, type RoomTerms } from './compact-contract.ts';

type Deps = {
  db: Db;
  clock: Clock;
  inOneTransaction: InOneTransaction;
  areas: { all(): Promise<Area[]> };
  compact: { termsOn(areaId: string, day: string): Promise<{ terms: RoomTerms }> };
};
/** Letting go of what is old in an area. */
export type OldThings = {
  /** Whether there is any: only a look. */
  are(db: Db, what: OldIn): Promise<boolean>;
  /** Lets go of some; tells how many that were. */
  forget(trx: Db, what: Forgetting): Promise<number>;
};

/** So many at once, in a transaction of their own: nobody else waits long. */
const AT_ONCE = 200;
const DAY_MS = 24 * 3_600_000;

/** Days for which an area keeps something of rooms: it adopts them with its terms. */
const KEPT = {
  bookings: {
    term: 'bookings_kept_days',
    what: 'Who booked a room, asked for it or waited for it, and what they wrote about it, once its last date is over',
    why: 'Questions about a date come up until then',
  },
  receipts: {
    term: 'receipts_kept_days',
    what: 'Names on receipts for money',
    why: 'Accounts must be kept for seven years',
  },
} as const;

/**
 * What need not stay of rooms, by the days of each area. People and their words go, area by area and batch by batch; dates, prices and
 * what was counted stay, because statements, the report and the record rest on them. Done twice it does nothing.
 */
export function areaKeepingService({ db, clock, inOneTransaction, areas, compact }: Deps) {
  return {
    forgets(kind: keyof typeof KEPT, old: OldThings): Forgets {
      const { term, what, why } = KEPT[kind];
      const kept: Kept = { kind, days: DEFAULT_ROOM_TERMS[term], what, why };
      const inAreas = () => daysOf(term);
      return { kept, inAreas, forget: async () => inEachArea(await inAreas(), old) };
    },
  };

  async function daysOf(term: 'bookings_kept_days' | 'receipts_kept_days') {
    const found: { areaId: string; area: string; days: number }[] = [];
    for (const { id, name, timeZone } of await areas.all()) {
      const { terms } = await compact.termsOn(id, dayIn(timeZone, clock()));
      found.push({ areaId: id, area: name, days: terms[term] });
    }
    return found;
  }

  async function inEachArea(kept: readonly { areaId: string; days: number }[], old: OldThings): Promise<number> {
    let all = 0;
    for (const { areaId, days } of kept) {
      const before = new Date(clock().getTime() - days * DAY_MS).toISOString().slice(0, 10);
      if (!(await old.are(db, { areaId, before }))) continue;
      all += await untilDone((trx) => old.forget(trx, { areaId, before, limit: AT_ONCE }));
    }
    return all;
  }

  /** Repeats a piece of work until there is nothing left to do. @returns how many it was in all */
  async function untilDone(work: (trx: Db) => Promise<number>): Promise<number> {
    let all = 0;
    for (let some = AT_ONCE; some === AT_ONCE; all += some) some = await inOneTransaction(({ trx }) => work(trx));
    return all;
  }
}
