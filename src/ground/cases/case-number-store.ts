import { randomInt } from 'node:crypto';
import type { Db } from '../../kernel/database.ts';
import type { CaseOf, NumberedCase } from './case-contract.ts';
import { numberFor, tailOf } from './case-number-rules.ts';

type Row = { tail: string; number: string; area_id: string; kind: string; subject_id: string };

/** Numbers of cases. The database keeps each only once, whoever gives it out, on however many servers. */
export function caseNumbersOn(db: Db, pick: (below: number) => number = (below) => randomInt(below)) {
  return {
    /** Gives a case its number, in the transaction that begins it. */
    async give(area: { id: string; slug: string }, { kind, id }: CaseOf): Promise<string> {
      for (let attempt = 0; ; attempt++) {
        const number = numberFor(area.slug, attempt, pick);
        const row: Row = { tail: tailOf(number), number, area_id: area.id, kind, subject_id: id };
        const given = await db('case_numbers').insert(row).onConflict('tail').ignore().returning('tail');
        if (given.length === 1) return number;
      }
    },
    async find(tails: readonly string[]): Promise<NumberedCase[]> {
      const rows: Row[] = tails.length === 0 ? [] : await db('case_numbers').whereIn('tail', tails).orderBy('tail');
      return rows.map(({ number, area_id: areaId, kind, subject_id: id }) => ({ number, areaId, kind, id }));
    },
  };
}
