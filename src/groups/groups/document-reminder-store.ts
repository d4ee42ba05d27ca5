import type { Db } from '../../kernel/database.ts';

/** Reminders of papers that run out, each sent once. */
export function documentRemindersOn(db: Db) {
  return {
    async remindersOf(documentId: string): Promise<string[]> {
      return (await db('document_reminders').where({ document_id: documentId }).select('stage')).map(
        ({ stage }) => stage,
      );
    },
    async remindersOfAll(documentIds: readonly string[]): Promise<Map<string, string[]>> {
      const rows: { id: string; stage: string }[] = await db('document_reminders')
        .whereIn('document_id', [...documentIds])
        .select({ id: 'document_id' }, 'stage');
      return new Map(documentIds.map((id) => [id, rows.filter((row) => row.id === id).map(({ stage }) => stage)]));
    },
    /** Notes that a reminder goes out. Of several at once exactly one gets true. */
    async markReminded(documentId: string, stage: string, now: Date): Promise<boolean> {
      const added = await db('document_reminders')
        .insert({ document_id: documentId, stage, sent_at: now.toISOString() })
        .onConflict(['document_id', 'stage'])
        .ignore()
        .returning('stage');
      return added.length === 1;
    },
  };
}
