import type { Db } from './database.ts';
import type { Fact, FactKind } from './fact.ts';

/** A stretch of the record: everything behind a place, up to another. */
export type News = { after: number; upTo: number };
export type Followed = Pick<Fact, 'kind' | 'areaId' | 'subjectKind' | 'subjectId'>;

/** So many facts are read at once. */
const PAGE = 1_000;

/**
 * The record of what happens, read on from where a job read last. Facts lie in the order of their commits without a gap, so that none is
 * missed; and whoever writes them neither waits for the job nor writes anything for it. For what may come a few seconds later.
 */
export function factsFollowed(db: Db, name: string) {
  return {
    /** What has not been read; null where nothing has happened since. A job that is new begins with what comes. */
    async news(): Promise<News | null> {
      const found: { upTo: number; after: number | null } = await db('fact_chain')
        .leftJoin('facts_followed', (join) => join.on('facts_followed.name', '=', db.raw('?', [name])))
        .where({ id: 1 })
        .first({ upTo: 'length', after: 'seq' });
      const { upTo, after } = found;
      if (after === null) return { after: upTo, upTo };
      return after < upTo ? { after, upTo } : null;
    },
    /** Whether one of these kinds is among them. */
    async has({ after, upTo }: News, kinds: readonly FactKind[]): Promise<boolean> {
      const among = db('facts').where('seq', '>', after).where('seq', '<=', upTo);
      return (await among.whereIn('kind', kinds).first('seq')) !== undefined;
    },
    /** What facts of these kinds are about, some at a time, each once among those. */
    async *about({ after, upTo }: News, kinds: readonly FactKind[]): AsyncGenerator<Followed[]> {
      for (let from = after; from < upTo; from += PAGE) {
        const rows: { kind: FactKind; area_id: string | null; subject_kind: string; subject_id: string }[] = await db(
          'facts',
        )
          .where('seq', '>', from)
          .where('seq', '<=', Math.min(upTo, from + PAGE))
          .whereIn('kind', kinds)
          .distinct('kind', 'area_id', 'subject_kind', 'subject_id');
        if (rows.length === 0) continue;
        yield rows.map((row) => ({
          kind: row.kind,
          areaId: row.area_id,
          subjectKind: row.subject_kind,
          subjectId: row.subject_id,
        }));
      }
    },
    /** Notes that all of it has been seen to. */
    async done({ upTo }: News): Promise<void> {
      await db('facts_followed').insert({ name, seq: upTo }).onConflict('name').merge();
    },
  };
}
