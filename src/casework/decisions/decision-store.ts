import type { Db } from '../../kernel/database.ts';
import type { CallIn, Correction, Decision, Review } from './decision-contract.ts';
import { columnsOf, fieldsOf, type Row } from '../../kernel/row-names.ts';

/** Decisions as they stay on the record, what was put right in them, who called a grant in, and who asked for a review. */
export function decisionsOn(db: Db) {
  return {
    /** All of a case, the first first. */
    of: async (proposalId: string): Promise<Decision[]> =>
      (await db('proposal_decisions').where({ proposal_id: proposalId }).orderBy('id')).map(decisionOf),
    /** @returns false where the same sending is there already */
    add: (decision: Decision) => addOnce(db, 'proposal_decisions', columnsOf(decision)),
    correctionsOf: async (proposalId: string): Promise<Correction[]> =>
      (await db('proposal_corrections').where({ proposal_id: proposalId }).orderBy('id')).map(correctionOf),
    correct: (correction: Correction) => addOnce(db, 'proposal_corrections', columnsOf(correction)),
    callInsOf: async (proposalId: string): Promise<CallIn[]> =>
      (await db('proposal_call_ins').where({ proposal_id: proposalId }).orderBy('id')).map(
        (row: Row) => fieldsOf(row) as unknown as CallIn,
      ),
    async callIn(callIn: CallIn): Promise<boolean> {
      const added = await db('proposal_call_ins')
        .insert(columnsOf(callIn))
        .onConflict(['proposal_id', 'councillor_id'])
        .ignore()
        .returning('id');
      return added.length === 1;
    },
    async reviewOf(proposalId: string): Promise<Review | null> {
      const row: Row | undefined = await db('proposal_reviews').where({ proposal_id: proposalId }).first();
      return row ? (fieldsOf(row) as unknown as Review) : null;
    },
    async askReview(review: Review): Promise<void> {
      await db('proposal_reviews').insert(columnsOf(review));
    },
    /** What somebody did in cases, for their own data. */
    async by(personId: string) {
      return {
        signed: (await db('proposal_decisions').where({ signed_by: personId }).orderBy('id')).map(decisionOf),
        corrected: (await db('proposal_corrections').where({ corrected_by: personId }).orderBy('id')).map(correctionOf),
        calledIn: (await db('proposal_call_ins').where({ councillor_id: personId }).orderBy('id')).map(
          (row: Row) => fieldsOf(row) as unknown as CallIn,
        ),
        asked: (await db('proposal_reviews').where({ asked_by: personId }).orderBy('proposal_id')).map(
          (row: Row) => fieldsOf(row) as unknown as Review,
        ),
      };
    },
    async forgetPerson(personId: string): Promise<void> {
      await db('proposal_decisions').where({ signed_by: personId }).update({ signed_by: null });
      await db('proposal_corrections').where({ corrected_by: personId }).update({ corrected_by: null });
      await db('proposal_call_ins').where({ councillor_id: personId }).update({ councillor_id: null });
      await db('proposal_reviews').where({ asked_by: personId }).update({ asked_by: null });
    },
  };
}

async function addOnce(db: Db, table: string, row: Row): Promise<boolean> {
  const added = await db(table).insert(row).onConflict(['proposal_id', 'submission']).ignore().returning('id');
  return added.length === 1;
}

const decisionOf = (row: Row): Decision => fieldsOf(row) as unknown as Decision;
const correctionOf = (row: Row): Correction =>
  ({ ...fieldsOf(row), substance: Boolean(row['substance']) }) as unknown as Correction;
