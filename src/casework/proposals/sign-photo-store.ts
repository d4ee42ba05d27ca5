import type { Db } from '../../kernel/database.ts';
import type { SignPhoto } from './sign-photo-contract.ts';

type Row = { id: string; proposal_id: string; alt: string; width: number; height: number; taken_on: string };

/** Photos of signs in their places. */
export function signPhotosOn(db: Db) {
  return {
    async of(proposalId: string): Promise<SignPhoto[]> {
      const rows: Row[] = await db('proposal_photos')
        .where({ proposal_id: proposalId })
        .orderBy('added_at')
        .orderBy('id');
      return rows.map(({ proposal_id, taken_on: takenOn, id, alt, width, height }) => ({
        id,
        proposalId: proposal_id,
        alt,
        width,
        height,
        takenOn,
      }));
    },
    isThere: async (proposalId: string): Promise<boolean> =>
      (await db('proposal_photos').where({ proposal_id: proposalId }).first('id')) !== undefined,
    /** @returns false where the same sending is there already */
    async add({
      proposalId,
      takenOn,
      addedAt,
      ...photo
    }: SignPhoto & { submission: string; addedAt: string }): Promise<boolean> {
      const added = await db('proposal_photos')
        .insert({ ...photo, proposal_id: proposalId, taken_on: takenOn, added_at: addedAt })
        .onConflict(['proposal_id', 'submission'])
        .ignore()
        .returning('id');
      return added.length === 1;
    },
  };
}
