import type { Db } from '../../kernel/database.ts';
import type { Day } from '../../kernel/recurrence-contract.ts';
import { USUAL_CASE_TERMS, type AdoptedCaseTerms, type CaseTerms } from './case-term-contract.ts';

type NewSet = { id: string; areaId: string; terms: CaseTerms; from: Day; minuteRef: string; by: string; at: string };

/** What areas have adopted for cases of land and buildings. Every set stays on record. */
export function caseTermsOn(db: Db) {
  return {
    /** The newest terms of an area that have begun by a day, or what is usual. Terms added to the product later are as usual. */
    async on(areaId: string, day: Day): Promise<AdoptedCaseTerms> {
      const row = await db('case_terms')
        .where({ area_id: areaId })
        .where('from_day', '<=', day)
        .orderBy('from_day', 'desc')
        .orderBy('id', 'desc')
        .first();
      if (!row) return { terms: USUAL_CASE_TERMS, from: null, minuteRef: null };
      return {
        terms: { ...USUAL_CASE_TERMS, ...(JSON.parse(row.terms) as Partial<CaseTerms>) },
        from: row.from_day,
        minuteRef: row.minute_ref,
      };
    },
    async add({ id, areaId, terms, from, minuteRef, by, at }: NewSet): Promise<void> {
      await db('case_terms').insert({
        id,
        area_id: areaId,
        from_day: from,
        minute_ref: minuteRef,
        terms: JSON.stringify(terms),
        recorded_by: by,
        recorded_at: at,
      });
    },
  };
}
