import type { Db } from '../../kernel/database.ts';
import type { Day } from '../../kernel/recurrence-contract.ts';
import type { CaseTerms } from './case-term-contract.ts';
import { caseTermsOn } from './case-term-store.ts';

/** The limits of cases as other features ask for them: in the transaction in hand. */
export const caseTermPorts = {
  /** The limits that go for a case that came in on a day. */
  on: async (db: Db, areaId: string, day: Day): Promise<CaseTerms> => (await caseTermsOn(db).on(areaId, day)).terms,
};
