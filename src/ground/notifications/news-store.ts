import type { Db } from '../../kernel/database.ts';

export type NewsAddress = { email: string; topic: string; stopped: boolean };

/** Who gets which news, and who has stopped it. Tokens are stored hashed. */
export function newsOn(db: Db) {
  return {
    async remember(tokenHash: string, email: string, topic: string): Promise<void> {
      await db('news_addresses')
        .insert({ token_hash: tokenHash, email, topic, stopped_at: null })
        .onConflict('token_hash')
        .ignore();
    },
    async hasStopped(email: string, topic: string): Promise<boolean> {
      return (
        (await db('news_addresses').where({ email, topic }).whereNotNull('stopped_at').first('email')) !== undefined
      );
    },
    async byToken(tokenHash: string): Promise<NewsAddress | undefined> {
      const row: { email: string; topic: string; stopped_at: string | null } | undefined = await db('news_addresses')
        .where({ token_hash: tokenHash })
        .first();
      return row && { email: row.email, topic: row.topic, stopped: row.stopped_at !== null };
    },
    async stop(tokenHash: string, now: Date): Promise<void> {
      await db('news_addresses')
        .where({ token_hash: tokenHash })
        .whereNull('stopped_at')
        .update({ stopped_at: now.toISOString() });
    },
    /** Takes back that an address has stopped a topic: somebody with that address has asked for it anew. */
    async resume(email: string, topic: string): Promise<void> {
      await db('news_addresses').where({ email, topic }).update({ stopped_at: null });
    },
    async of(email: string): Promise<{ topic: string; stoppedAt: string | null }[]> {
      return (await db('news_addresses').where({ email }).orderBy('topic')).map((row) => ({
        topic: row.topic,
        stoppedAt: row.stopped_at,
      }));
    },
    async forgetAddress(email: string): Promise<void> {
      await db('news_addresses').where({ email }).delete();
    },
  };
}
