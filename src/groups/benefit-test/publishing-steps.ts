import type { UnitOfWork } from '../../kernel/fact.ts';
import type { ExplainedResult, ResultDays } from './benefit-contract.ts';
import { aboutCase } from './case-moving-steps.ts';
import type { BenefitTest } from './test-contract.ts';

/** A case has no days of its own in a result: the way of the case says what comes when. */
export const CASE_DAYS: Omit<ResultDays, 'resultOn'> = { reviewBy: null, improveBy: null, validUntil: null };

/** A run with its result. */
export function published(test: BenefitTest, result: ExplainedResult, now: Date): BenefitTest {
  const { outcome, points, possible, resultOn, improveBy, validUntil } = result;
  return {
    ...test,
    state: 'published',
    outcome,
    points,
    possible,
    result,
    resultOn,
    improveBy,
    validUntil,
    changedAt: now.toISOString(),
  };
}

/** Leaves the fact that a case has its result: what follows is the case's own. */
export function recordCaseResult(
  unit: UnitOfWork,
  { id, areaId, subject, state }: BenefitTest,
  { outcome, points, possible, version, provisional, inputs }: ExplainedResult,
  actor: string,
): void {
  if (!subject) return;
  unit.record({
    ...aboutCase({ areaId, subject }, 'case_test_result', actor),
    before: state,
    after: { testId: id, outcome, points, possible, version, provisional: provisional ?? false, inputs },
  });
}
