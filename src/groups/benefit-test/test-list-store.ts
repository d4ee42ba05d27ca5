import type { Db } from '../../kernel/database.ts';
import type { Outcome } from './benefit-contract.ts';
import type { PathName } from './criteria-contract.ts';
import type { TestState, TestSummary } from './test-contract.ts';

type Row = {
  id: string;
  name: string;
  public_name: string | null;
  path: PathName;
  state: TestState;
  received_on: string;
  due_on: string | null;
  outcome: Outcome | null;
  scored: number | string;
};
export type ListMark = { on: string; id: string };
export type TestFilter = {
  areaId: string;
  states: readonly TestState[];
  /** Leaves out what this person has scored, or may not score. */
  notScoredBy: string | null;
  after: ListMark | null;
  limit: number;
};

/** The list of tests in an area, by the day they were received. */
export function testListOn(db: Db) {
  const matching = ({ areaId, states, notScoredBy }: Pick<TestFilter, 'areaId' | 'states' | 'notScoredBy'>) =>
    db('benefit_tests as t')
      .join('groups as g', 'g.id', 't.group_id')
      .whereNull('g.closed_at')
      .where('t.area_id', areaId)
      .whereIn('t.state', states)
      .modify(
        (query) =>
          void (
            notScoredBy &&
            query.whereNotExists(
              db('assessments as a').whereRaw('a.test_id = t.id').where('a.scorer_id', notScoredBy).select(db.raw('1')),
            )
          ),
      );
  return {
    /** What waits comes the oldest first; what is done the newest first. */
    async page({ after, limit, ...filter }: TestFilter): Promise<TestSummary[]> {
      const newestFirst = filter.states.includes('published');
      const [order, beyond] = newestFirst ? (['desc', '<'] as const) : (['asc', '>'] as const);
      const rows: Row[] = await matching(filter)
        .modify(
          (query) =>
            void (
              after &&
              query.where((later) =>
                later
                  .where('t.received_on', beyond, after.on)
                  .orWhere((same) => same.where('t.received_on', after.on).where('t.id', beyond, after.id)),
              )
            ),
        )
        .orderBy([
          { column: 't.received_on', order },
          { column: 't.id', order },
        ])
        .limit(limit)
        .select('t.id', 'g.name', 'g.public_name', 't.path', 't.state', 't.received_on', 't.due_on', 't.outcome')
        .select({ scored: db('assessments as s').whereRaw('s.test_id = t.id').whereNotNull('s.place').count('*') });
      return rows.map((row) => ({
        id: row.id,
        group: row.public_name ?? row.name,
        path: row.path,
        state: row.state,
        receivedOn: row.received_on,
        dueOn: row.due_on,
        scored: Number(row.scored),
        outcome: row.outcome,
      }));
    },
    async count(filter: Pick<TestFilter, 'areaId' | 'states' | 'notScoredBy'>): Promise<number> {
      return Number((await matching(filter).count({ n: '*' }).first())?.['n'] ?? 0);
    },
  };
}
