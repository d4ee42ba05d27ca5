import type { Db } from '../../kernel/database.ts';
import { removeFound } from '../../kernel/remove-found.ts';
import type { Score } from './benefit-contract.ts';
import type { Assessment, Settlement, SettlementKind } from './scoring-contract.ts';

type AssessmentRow = {
  id: string;
  test_id: string;
  scorer_id: string;
  place: number | null;
  interest: string | null;
  scores: string;
  submission: string;
  submitted_at: string;
};
type SettlementRow = {
  id: string;
  test_id: string;
  criterion: string;
  from_marks: string;
  mark: number;
  reason: string;
  by: string;
  kind: SettlementKind;
  at: string;
};

/** What scorers handed in, how they came to one mark, and what they have not finished. */
export function scoringOn(db: Db) {
  return {
    /** Adds what a scorer hands in; the database takes one for each scorer, and two with marks for each test. */
    async add(assessment: Assessment, place: 1 | 2 | null): Promise<void> {
      await db('assessments').insert({
        id: assessment.id,
        test_id: assessment.testId,
        scorer_id: assessment.scorerId,
        place,
        interest: assessment.interest,
        scores: JSON.stringify(assessment.scores),
        submission: assessment.submission,
        submitted_at: assessment.submittedAt,
      });
    },
    /** Everything handed in for a test: the first scorer's and the second's, then those who declared an interest. */
    async of(testId: string): Promise<Assessment[]> {
      const rows: AssessmentRow[] = await db('assessments').where({ test_id: testId }).orderBy('id');
      return rows.toSorted((one, other) => (one.place ?? 3) - (other.place ?? 3)).map(toAssessment);
    },
    async by(scorerId: string): Promise<Assessment[]> {
      return (await db('assessments').where({ scorer_id: scorerId }).orderBy('id')).map(toAssessment);
    },
    async settle(settlement: Settlement): Promise<void> {
      const { testId, from, ...rest } = settlement;
      await db('moderations').insert({ ...rest, test_id: testId, from_marks: JSON.stringify(from) });
    },
    async settlementsOf(testId: string): Promise<Settlement[]> {
      return (await db('moderations').where({ test_id: testId }).orderBy('id')).map(toSettlement);
    },
    async saveDraft(testId: string, scorerId: string, content: Record<string, unknown>, now: Date): Promise<void> {
      const row = {
        test_id: testId,
        scorer_id: scorerId,
        content: JSON.stringify(content),
        changed_at: now.toISOString(),
      };
      await db('score_drafts').insert(row).onConflict(['test_id', 'scorer_id']).merge(['content', 'changed_at']);
    },
    async draftOf(testId: string, scorerId: string): Promise<Record<string, unknown> | null> {
      const row: { content: string } | undefined = await db('score_drafts')
        .where({ test_id: testId, scorer_id: scorerId })
        .first('content');
      return row ? (JSON.parse(row.content) as Record<string, unknown>) : null;
    },
    async removeDraft(testId: string, scorerId: string): Promise<void> {
      await db('score_drafts').where({ test_id: testId, scorer_id: scorerId }).delete();
    },
    async removeDraftsOf(scorerId: string): Promise<void> {
      await db('score_drafts').where({ scorer_id: scorerId }).delete();
    },
    async removeDraftsBefore(before: Date): Promise<number> {
      return removeFound(db('score_drafts').where('changed_at', '<', before.toISOString()));
    },
  };
}

const toAssessment = (row: AssessmentRow): Assessment => ({
  id: row.id,
  testId: row.test_id,
  scorerId: row.scorer_id,
  interest: row.interest,
  scores: JSON.parse(row.scores) as Score[],
  submission: row.submission,
  submittedAt: row.submitted_at,
});
const toSettlement = (row: SettlementRow): Settlement => ({
  id: row.id,
  testId: row.test_id,
  criterion: row.criterion,
  from: JSON.parse(row.from_marks) as number[],
  mark: row.mark,
  reason: row.reason,
  by: row.by,
  kind: row.kind,
  at: row.at,
});
