import { bookingsOn } from './bookings/booking-store.ts';
import { FORGOTTEN_LABEL } from './bookings/booking-words.ts';
import { occurrencesOn } from './bookings/occurrence-store.ts';
import { hirePersonalDataOn } from './hires/hire-personal-data-store.ts';
import type { Db } from './kernel/database.ts';
import type { InOneTransaction } from './kernel/facts.ts';
import type { PhotoFiles } from './kernel/photo-files.ts';
import { ledgerOn } from './ledger/ledger-store.ts';
import { optionsOn } from './requests/option-store.ts';
import { requestsOn } from './requests/request-store.ts';
import { waitingOn } from './requests/waiting-store.ts';
import type { Forget } from './retention/retention-service.ts';

type Deps = { inOneTransaction: InOneTransaction; damagePhotos: PhotoFiles };

/** So many at once, in a transaction of their own: nobody else waits long. */
const AT_ONCE = 200;

/**
 * What need not stay of rooms. People and their words go, batch by batch; dates, prices and what was counted stay, because statements,
 * the report and the record rest on them. Done twice it does nothing.
 */
export function roomRetentionOf({ inOneTransaction, damagePhotos }: Deps): { bookings: Forget; receipts: Forget } {
  /** Repeats a piece of work until there is nothing left to do. @returns how many it was in all */
  async function untilDone(work: (trx: Db) => Promise<number>): Promise<number> {
    let all = 0;
    for (let some = AT_ONCE; some === AT_ONCE; all += some) some = await inOneTransaction(({ trx }) => work(trx));
    return all;
  }

  /** Words first: a photo without a row is found by nobody, a row without its photo would show a gap. */
  async function bookingsBefore(day: string): Promise<number> {
    const pictured: string[] = [];
    const count = await untilDone(async (trx) => {
      const ids = await bookingsOn(trx).forgetWords(day, FORGOTTEN_LABEL, AT_ONCE);
      await occurrencesOn(trx).forgetNotes(ids);
      pictured.push(...(await hirePersonalDataOn(trx).forgetWords(ids)));
      return ids.length;
    });
    for (const id of pictured) await damagePhotos.remove(id);
    return count;
  }

  const requestsBefore = (day: string): Promise<number> => untilDone(async (trx) => {
    const ids = await requestsOn(trx).forgetWords(day, AT_ONCE);
    await optionsOn(trx).forgetWords(ids);
    return ids.length;
  });

  return {
    async bookings(before) {
      const day = before.toISOString().slice(0, 10);
      return (await untilDone((trx) => waitingOn(trx).forget(day, AT_ONCE))) + (await requestsBefore(day)) + (await bookingsBefore(day));
    },
    receipts: (before) => untilDone((trx) => ledgerOn(trx).forgetNames(before.toISOString().slice(0, 10), AT_ONCE)),
  };
}
