import type { AreaService } from './ground/areas/area-service.ts';
import { bookingsOn } from './rooms/bookings/booking-store.ts';
import { FORGOTTEN_LABEL } from './rooms/bookings/booking-words.ts';
import { occurrencesOn } from './rooms/bookings/occurrence-store.ts';
import type { CompactService } from './groups/compact/compact-service.ts';
import { hirePersonalDataOn } from './rooms/hires/hire-personal-data-store.ts';
import { dayIn, type Clock } from './kernel/clock.ts';
import type { Db } from './kernel/database.ts';
import type { InOneTransaction } from './kernel/facts.ts';
import type { PhotoFiles } from './kernel/photo-files.ts';
import { ledgerOn } from './rooms/ledger/ledger-store.ts';
import { agreementsOn } from './rooms/requests/agreement-store.ts';
import { optionsOn } from './rooms/requests/option-store.ts';
import { requestsOn } from './rooms/requests/request-store.ts';
import { waitingOn } from './rooms/requests/waiting-store.ts';
import type { AreaDays, Forgetting, KEPT_BY_AREA } from './ground/retention/retention-contract.ts';
import type { Forget } from './ground/retention/retention-service.ts';

type Kind = (typeof KEPT_BY_AREA)[number];
type Areas = { areas: Pick<AreaService, 'all'>; compact: Pick<CompactService, 'termsOn'>; clock: Clock };
type Deps = Areas & { inOneTransaction: InOneTransaction; damagePhotos: PhotoFiles };
/** Lets go of some; tells how many that were. */
type Some = (trx: Db, what: Forgetting) => Promise<number>;

/** So many at once, in a transaction of their own: nobody else waits long. */
const AT_ONCE = 200;
const DAY_MS = 24 * 3_600_000;

/** The days that each area has adopted with its terms for rooms. */
export async function daysOfAreas({ areas, compact, clock }: Areas): Promise<AreaDays[]> {
  const found: AreaDays[] = [];
  for (const { id, name, timeZone } of await areas.all()) {
    const { terms } = await compact.termsOn(id, dayIn(timeZone, clock()));
    found.push({
      areaId: id,
      area: name,
      days: { bookings: terms.bookings_kept_days, receipts: terms.receipts_kept_days },
    });
  }
  return found;
}

/**
 * What need not stay of rooms. People and their words go, area by area and batch by batch; dates, prices and what was counted stay,
 * because statements, the report and the record rest on them. Done twice it does nothing.
 */
export function roomRetentionOf({ inOneTransaction, damagePhotos, ...deps }: Deps): Record<Kind, Forget> {
  return {
    bookings: () => inEachArea('bookings', [waiting, requests, bookings]),
    receipts: () => inEachArea('receipts', [receipts]),
  };

  async function inEachArea(kind: Kind, work: readonly Some[]): Promise<number> {
    let all = 0;
    for (const { areaId, days } of await daysOfAreas(deps)) {
      const before = new Date(deps.clock().getTime() - days[kind] * DAY_MS).toISOString().slice(0, 10);
      for (const some of work) all += await untilDone((trx) => some(trx, { areaId, before, limit: AT_ONCE }));
    }
    return all;
  }

  /** Repeats a piece of work until there is nothing left to do. @returns how many it was in all */
  async function untilDone(work: (trx: Db) => Promise<number>): Promise<number> {
    let all = 0;
    for (let some = AT_ONCE; some === AT_ONCE; all += some) some = await inOneTransaction(({ trx }) => work(trx));
    return all;
  }

  function waiting(trx: Db, what: Forgetting): Promise<number> {
    return waitingOn(trx).forget(what);
  }

  async function requests(trx: Db, what: Forgetting): Promise<number> {
    const ids = await requestsOn(trx).forgetWords(what);
    await optionsOn(trx).forgetWords(ids);
    return ids.length;
  }

  /** Files go before the rows that name them are changed for good: should the work be undone, it finds no file the next time, and goes on. */
  async function bookings(trx: Db, what: Forgetting): Promise<number> {
    const ids = await bookingsOn(trx).forgetWords(what, FORGOTTEN_LABEL);
    await occurrencesOn(trx).forgetNotes(ids);
    await agreementsOn(trx).forget(ids);
    for (const id of await hirePersonalDataOn(trx).forgetWords(ids)) await damagePhotos.remove(id);
    return ids.length;
  }

  function receipts(trx: Db, what: Forgetting): Promise<number> {
    return ledgerOn(trx).forgetNames(what);
  }
}
