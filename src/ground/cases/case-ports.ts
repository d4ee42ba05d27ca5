import { caseNumbersOn } from './case-number-store.ts';
import type { CaseOf } from './case-contract.ts';
import type { Db } from '../../kernel/database.ts';

/** Numbers of cases, as features give them out: in the transaction in hand. */
export const casePorts = {
  /** @returns the number that the case has from now on: "MB-4K7TC" */
  number: (db: Db, area: { id: string; slug: string }, of: CaseOf): Promise<string> => caseNumbersOn(db).give(area, of),
};
