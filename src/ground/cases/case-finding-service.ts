import type { Db } from '../../kernel/database.ts';
import { gathered, type House } from '../../kernel/wing.ts';
import type { Who } from '../people/role-contract.ts';
import type { CaseOf, CasePlace, FindCases, FoundCase } from './case-contract.ts';
import { tailsIn } from './case-number-rules.ts';
import { caseNumbersOn } from './case-number-store.ts';

/** Where a case is read, as the feature whose case it is says; null where nobody knows it, or it is not for whoever asks. */
export async function placeOfCase(house: House, of: CaseOf, who: Who): Promise<CasePlace | null> {
  for (const at of gathered(house, 'caseAt')) {
    const place = await at(of, who);
    if (place) return place;
  }
  return null;
}

/** Finding a case by the number that somebody says, for whoever may read it. Knowing a number opens nothing. */
export function caseFinding({ db, house }: { db: Db; house: House }): FindCases {
  return async (who, typed) => {
    const found: FoundCase[] = [];
    for (const { number, areaId, ...of } of await caseNumbersOn(db).find(tailsIn(typed))) {
      const place = await placeOfCase(house, of, who);
      if (place) found.push({ ...place, number, areaId });
    }
    return found;
  };
}
