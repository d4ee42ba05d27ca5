import type { Db } from '../../kernel/database.ts';
import { columnsOf, fieldsOf, type Row } from '../../kernel/row-names.ts';
import type { Hearing, OfferedWay } from './hearing-contract.ts';

/** Hearings, and the other ways to be heard that are offered beside them. */
export function hearingsOn(db: Db) {
  return {
    /** @returns false where the same form was sent before */
    async add(hearing: Hearing, ways: readonly OfferedWay[]): Promise<boolean> {
      const added = await db('hearings').insert(columnsOf(hearing)).onConflict().ignore().returning('id');
      if (added.length === 0) return false;
      if (ways.length > 0) await db('hearing_ways').insert(ways.map(columnsOf));
      return true;
    },
    async change(hearing: Hearing): Promise<void> {
      await db('hearings').where({ id: hearing.id }).update(columnsOf(hearing));
    },
    /** All of a proposal, the first first: more than one only where one was cancelled. */
    async of(proposalId: string): Promise<Hearing[]> {
      const rows = await db('hearings').where({ proposal_id: proposalId }).orderBy('created_at').orderBy('id');
      return rows.map(hearingFrom);
    },
    /** The one that is called. */
    async called(proposalId: string): Promise<Hearing | undefined> {
      const row = await db('hearings').where({ proposal_id: proposalId, state: 'called' }).first();
      return row && hearingFrom(row);
    },
    async ways(hearingId: string): Promise<OfferedWay[]> {
      const rows = await db('hearing_ways').where({ hearing_id: hearingId }).orderBy('kind');
      return rows.map((row: Row) => fieldsOf(row) as unknown as OfferedWay);
    },
    async wayCame({ hearingId, kind, came }: OfferedWay): Promise<void> {
      await db('hearing_ways').where({ hearing_id: hearingId, kind }).update({ came });
    },
  };
}

const hearingFrom = (row: Row): Hearing => ({
  ...(fieldsOf(row) as unknown as Hearing),
  committee: Boolean(row['committee']),
});
