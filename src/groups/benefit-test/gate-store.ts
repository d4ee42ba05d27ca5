import type { Db } from '../../kernel/database.ts';
import type { GateAnswer } from './benefit-contract.ts';
import type { GateAnswerGiven } from './test-contract.ts';
import type { GateId } from './criterion-contract.ts';

type Row = {
  id: string;
  test_id: string;
  gate: GateId;
  answer: GateAnswer;
  note: string | null;
  by: string;
  at: string;
};

/** Answers to gates. A later one goes before an earlier one; both stay. */
export function gatesOn(db: Db) {
  return {
    async add({ testId, ...given }: GateAnswerGiven): Promise<void> {
      await db('gate_answers').insert({ ...given, test_id: testId });
    },
    /** Every answer given, the newest last. */
    async of(testId: string): Promise<GateAnswerGiven[]> {
      const rows: Row[] = await db('gate_answers').where({ test_id: testId }).orderBy('id');
      return rows.map(({ test_id, ...row }) => ({ ...row, testId: test_id }));
    },
  };
}
