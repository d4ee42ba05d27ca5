import type { Db } from '../../kernel/database.ts';
import { fieldsOf, columnsOf, type Row } from '../../kernel/row-names.ts';
import type { Ground, GroundState } from './ground-contract.ts';

/** Grounds that owners have shown. The papers themselves lie on disk. */
export function groundsOn(db: Db) {
  return {
    /** Whether one waits for a decision. */
    waits: async (proposalId: string): Promise<boolean> =>
      (await db('proposal_grounds').where({ proposal_id: proposalId, state: 'waiting' }).first('id')) !== undefined,
    /** All of a case, the first first. */
    of: async (proposalId: string): Promise<Ground[]> =>
      (await db('proposal_grounds').where({ proposal_id: proposalId }).orderBy('id')).map(fromRow),
    /** @returns false where the same sending is there already */
    async add(ground: Ground): Promise<boolean> {
      const added = await db('proposal_grounds')
        .insert(toRow(ground))
        .onConflict(['proposal_id', 'submission'])
        .ignore()
        .returning('id');
      return added.length === 1;
    },
    async change({ id, ...ground }: Ground): Promise<void> {
      await db('proposal_grounds')
        .where({ id })
        .update(toRow({ id, ...ground }));
    },
    /** What waits is over. */
    async endWaiting(proposalId: string, state: GroundState): Promise<void> {
      await db('proposal_grounds').where({ proposal_id: proposalId, state: 'waiting' }).update({ state });
    },
    filedBy: async (personId: string): Promise<Ground[]> =>
      (await db('proposal_grounds').where({ filed_by: personId }).orderBy('id')).map(fromRow),
    async forgetPerson(personId: string): Promise<void> {
      await db('proposal_grounds').where({ filed_by: personId }).update({ filed_by: null });
      await db('proposal_grounds').where({ decided_by: personId }).update({ decided_by: null });
    },
    hasOldPapers: async (before: string): Promise<boolean> => (await oldPapers(before).first('id')) !== undefined,
    /** Papers that are older than they are kept, and who wrote them. @returns names of their files */
    async forgetPapers(before: string, limit: number): Promise<string[]> {
      const rows: { id: string; file_name: string }[] = await oldPapers(before)
        .orderBy('filed_on')
        .limit(limit)
        .select('id', 'file_name');
      await db('proposal_grounds')
        .whereIn(
          'id',
          rows.map(({ id }) => id),
        )
        .update({ file_name: null, media_type: null, bytes: null, sha256: null, author: '' });
      return rows.map(({ file_name: name }) => name);
    },
  };

  function oldPapers(before: string) {
    return db('proposal_grounds').where('filed_on', '<', before).whereNotNull('file_name');
  }
}

function toRow({ file, ...ground }: Ground): Row {
  return {
    ...columnsOf(ground),
    file_name: file?.name ?? null,
    media_type: file?.mediaType ?? null,
    bytes: file?.bytes ?? null,
    sha256: file?.sha256 ?? null,
  };
}

function fromRow({ file_name: name, media_type: mediaType, bytes, sha256, ...row }: Row): Ground {
  const file = name === null ? null : { name, mediaType, bytes, sha256 };
  return { ...fieldsOf(row), proven: Boolean(row['proven']), file } as unknown as Ground;
}
