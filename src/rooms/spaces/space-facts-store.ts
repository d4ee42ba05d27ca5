import type { Db } from '../../kernel/database.ts';

export type SpaceFact = { at: string; kind: string; actor: string; text: string | null };

/** What happened to a space, newest first. */
export function spaceFactsOn(db: Db) {
  return {
    async ofSpace(spaceId: string, limit: number): Promise<SpaceFact[]> {
      const rows = await db('facts')
        .where({ subject_kind: 'space', subject_id: spaceId })
        .orderBy([
          { column: 'at', order: 'desc' },
          { column: 'seq', order: 'desc' },
        ])
        .limit(limit)
        .select('at', 'kind', 'actor', 'public_text');
      return rows.map((row) => ({ at: row.at, kind: row.kind, actor: row.actor, text: row.public_text }));
    },
  };
}
