import type { Area } from '../../ground/areas/area-contract.ts';
import { dayIn } from '../../kernel/clock.ts';
import type { Day } from '../../kernel/recurrence-contract.ts';
import type { Kernel } from '../../kernel/wing.ts';
import type { AdoptedCaseTerms, NewCaseTerms } from './case-term-contract.ts';
import { caseTermsOn } from './case-term-store.ts';

/** The limits that an area adopts for cases of land and buildings. A case keeps those of the day on which it came in. */
export function caseTermService({ db, clock, newId, inOneTransaction }: Kernel) {
  return {
    /** What goes in an area today. */
    inForce: (area: Area): Promise<AdoptedCaseTerms> => caseTermsOn(db).on(area.id, today(area)),
    today,

    /** Adopts terms from a day on. Earlier ones stay on record. */
    async adopt(area: Area, { minute_ref: minuteRef, from, ...terms }: NewCaseTerms, by: string): Promise<void> {
      await inOneTransaction(async ({ trx, record }) => {
        await caseTermsOn(trx).add({
          id: newId(),
          areaId: area.id,
          terms,
          from,
          minuteRef,
          by,
          at: clock().toISOString(),
        });
        record({
          kind: 'case_terms_adopted',
          areaId: area.id,
          subjectKind: 'area',
          subjectId: area.id,
          actor: by,
          after: { ...terms, from, minuteRef },
          publicText: `${area.name} adopted terms for cases of land and buildings: ${minuteRef}.`,
        });
      });
    },
  };

  function today({ timeZone }: Area): Day {
    return dayIn(timeZone, clock());
  }
}
export type CaseTermService = ReturnType<typeof caseTermService>;
