import type { Db } from '../../kernel/database.ts';
import type { Fact } from '../../kernel/fact.ts';
import type { UnitOfWork } from '../../kernel/facts.ts';
import type { Day } from '../../kernel/recurrence-contract.ts';
import type { DaysOff } from '../../kernel/working-days.ts';
import { dateWords } from '../../kernel/day-words.ts';
import type { CaseTerms } from '../terms/case-term-contract.ts';
import { lastDayOf } from './enquiry-due-rules.ts';
import { enquiriesOn } from './enquiry-store.ts';
import { ENQUIRY_TABLE } from './enquiry-table.ts';

export type CountingAnewDeps = {
  bankHolidays(db: Db, areaId: string): Promise<DaysOff>;
  termsOn(db: Db, areaId: string, day: Day): Promise<CaseTerms>;
};
/** Holidays change rarely, and an area has hardly more questions open. */
const MOST = 10_000;

/** When the calendar of an area changes: days of open questions are counted anew. Only days to come change in a calendar, so none that has passed moves. */
export function countedAnew({ bankHolidays, termsOn }: CountingAnewDeps) {
  return async ({ trx, record }: UnitOfWork, { areaId }: Fact): Promise<void> => {
    if (areaId === null) return;
    const daysOff = await bankHolidays(trx, areaId);
    for (const { id } of await enquiriesOn(trx).openIn(areaId, MOST)) {
      // Somebody may have moved it on since the list was read.
      const enquiry = await enquiriesOn(trx).lock(id);
      const limit = enquiry && ENQUIRY_TABLE[enquiry.state].limit;
      if (!enquiry || !limit) continue;
      const counting = { terms: await termsOn(trx, areaId, enquiry.receivedOn), daysOff };
      const dueOn = lastDayOf(limit, enquiry.countedFrom, counting);
      if (dueOn === enquiry.dueOn) continue;
      await enquiriesOn(trx).change({ ...enquiry, dueOn });
      record({
        kind: 'enquiry_date_moved',
        areaId,
        subjectKind: 'enquiry',
        subjectId: enquiry.id,
        actor: 'system',
        before: { dueOn: enquiry.dueOn },
        after: { dueOn },
        publicText: `The calendar of holidays has changed: the day is now ${dateWords(dueOn)}.`,
      });
    }
  };
}
