import type { Db } from '../../kernel/database.ts';

/** Reminders of passports that end, each sent once. */
export function remindersOn(db: Db) {
  return {
    /** Notes that a reminder goes out. Of several at once exactly one gets true. */
    async markReminded(testId: string, stage: string, now: Date): Promise<boolean> {
      return (
        (
          await db('passport_reminders')
            .insert({ test_id: testId, stage, sent_at: now.toISOString() })
            .onConflict(['test_id', 'stage'])
            .ignore()
            .returning('stage')
        ).length === 1
      );
    },
    async remindersOfAll(testIds: readonly string[]): Promise<Map<string, string[]>> {
      const rows: { id: string; stage: string }[] = await db('passport_reminders')
        .whereIn('test_id', [...testIds])
        .select({ id: 'test_id' }, 'stage');
      return new Map(testIds.map((id) => [id, rows.filter((row) => row.id === id).map(({ stage }) => stage)]));
    },
    async remindersOf(testId: string): Promise<string[]> {
      return (await db('passport_reminders').where({ test_id: testId }).select('stage')).map(({ stage }) => stage);
    },
  };
}
