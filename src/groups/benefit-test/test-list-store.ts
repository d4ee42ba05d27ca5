import type { Db } from '../../kernel/database.ts';
import type { ExplainedResult, Outcome } from './benefit-contract.ts';
import type { PathName } from './criteria-contract.ts';
import type { Looking } from './opening-rules.ts';
import type { OpenTo, TestState, TestSummary } from './test-contract.ts';

type Row = {
  id: string;
  name: string;
  public_name: string | null;
  path: PathName;
  state: TestState;
  received_on: string;
  due_on: string | null;
  outcome: Outcome | null;
  result: string | null;
  subject_kind: string | null;
  subject_id: string | null;
  scored: number | string;
};
/** Open wider than to the scorers of its area. */
const WIDER: OpenTo[] = ['reserve', 'panel'];

export type ListMark = { on: string; id: string };
export type TestFilter = {
  areaId: string;
  states: readonly TestState[];
  looking: Looking;
  /** Leaves out what this person has scored, or may not score. */
  notScoredBy: string | null;
  after: ListMark | null;
  limit: number;
};

/** The list of tests in an area, by the day they were received. */
export function testListOn(db: Db) {
  const matching = ({ areaId, states, looking, notScoredBy }: Omit<TestFilter, 'after' | 'limit'>) =>
    db('benefit_tests as t')
      .join('groups as g', 'g.id', 't.group_id')
      .whereNull('g.closed_at')
      .where((seen) => {
        seen.where((own) => own.where('t.area_id', areaId).whereIn('t.open_to', [...looking.own]));
        const { reserveBeside } = looking;
        if (reserveBeside)
          seen.orWhere((other) => other.whereNotIn('t.area_id', [...reserveBeside]).whereIn('t.open_to', WIDER));
      })
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
        .select('t.result', 't.subject_kind', 't.subject_id')
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
        provisional: row.result !== null && (JSON.parse(row.result) as ExplainedResult).provisional === true,
        subject:
          row.subject_kind !== null && row.subject_id !== null ? { kind: row.subject_kind, id: row.subject_id } : null,
      }));
    },
    async count(filter: Omit<TestFilter, 'after' | 'limit'>): Promise<number> {
      return Number((await matching(filter).count({ n: '*' }).first())?.['n'] ?? 0);
    },
  };
}
