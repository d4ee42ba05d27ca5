import type { Area } from '../../ground/areas/area-contract.ts';
import type { Kept } from '../../ground/retention/retention-contract.ts';
import { dayIn } from '../../kernel/clock.ts';
import type { Database } from '../../kernel/database.ts';
import type { InOneTransaction } from '../../kernel/facts.ts';
import type { ScanFiles } from './petition-deps.ts';
import { petitionsOn } from './petition-store.ts';
import { sheetsOn } from './sheet-store.ts';
import { signaturesOn } from './signature-store.ts';

/** A year after the outcome (casework reference, section 6). */
export const SIGNERS: Kept = {
  kind: 'petition_signers',
  days: 365,
  what: 'Who has signed a petition, and the sheets on which people signed, once its case is over. Who is under 18 goes once they are told what came of it',
  why: 'Questions about the count come up until then. The counts stay',
};
export const UNCONFIRMED_SIGNATURES: Kept = {
  kind: 'petition_unconfirmed',
  days: 7,
  what: 'Signatures that nobody has confirmed',
  why: 'Time to open the link in the mail',
};
const AT_ONCE = 500;

type Deps = {
  db: Database;
  inOneTransaction: InOneTransaction;
  areas: { all(): Promise<Area[]> };
  scans: Pick<ScanFiles, 'remove'>;
};

/** Lets go of those who signed petitions that were over before an instant, and of their sheets. @returns how many signatures */
export function petitionRetention({ db, inOneTransaction, areas, scans }: Deps) {
  return async (before: Date): Promise<number> => {
    let all = 0;
    for (const { id, timeZone } of await areas.all()) {
      const ended = await petitionsOn(db).endedBefore(id, dayIn(timeZone, before));
      if (ended.length === 0) continue;
      for (let some = AT_ONCE; some === AT_ONCE; all += some)
        some = (await signaturesOn(db).hasOf(ended))
          ? await inOneTransaction(({ trx }) => signaturesOn(trx).removeOf(ended, AT_ONCE))
          : 0;
      if (!(await sheetsOn(db).hasLines(ended))) continue;
      const files = await inOneTransaction(({ trx }) => sheetsOn(trx).forgetOf(ended));
      for (const file of files) await scans.remove(file.split('.')[0] ?? file);
    }
    return all;
  };
}

export const forgetUnconfirmedSignatures =
  (db: Database) =>
  (before: Date): Promise<number> =>
    signaturesOn(db).forgetUnconfirmed(before);
