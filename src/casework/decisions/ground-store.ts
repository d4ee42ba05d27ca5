import type { Db } from '../../kernel/database.ts';

/** Grounds that owners have shown. */
export function groundsOn(db: Db) {
  return {
    /** Whether one waits for a decision. */
    waits: async (proposalId: string): Promise<boolean> =>
      (await db('proposal_grounds').where({ proposal_id: proposalId, state: 'waiting' }).first('id')) !== undefined,
  };
}
