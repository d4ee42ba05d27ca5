import type { UnitOfWork } from '../../kernel/fact.ts';
import { conflict } from '../../kernel/problem.ts';
import { LANGUAGE } from './benefit-deps.ts';
import type { MakingDeps } from './case-beginning-steps.ts';
import type { CaseReader } from './case-reading.ts';
import { explained } from './explained-rules.ts';
import { gatesAtLimit, loweredIn, marksAtLimit } from './limit-rules.ts';
import { CASE_DAYS, published, recordCaseResult } from './publishing-steps.ts';
import { testsOn } from './test-store.ts';

/**
 * What the clock does when the time of a case's test is up: publishes what there is, as provisional. Twice is once.
 * @param on the day of the result
 * @returns 'nobody' where nobody has scored it; then nothing changes
 * @throws Problem 404 when it was never handed in, 409 when it was taken back
 */
export async function closeAtLimit(
  { clock, cases }: MakingDeps & { cases: CaseReader },
  unit: UnitOfWork,
  testId: string,
  on: string,
): Promise<'published' | 'nobody'> {
  const found = await cases.lock(unit.trx, testId);
  const { test, stored, path, assessments, differences, gates } = found;
  if (test.state === 'published') return 'published';
  if (test.state === 'withdrawn') throw conflict('The group has taken this test back.');
  const sheets = assessments.filter(({ interest }) => interest === null);
  const marks = marksAtLimit(path.criteria, sheets, differences);
  const result =
    marks &&
    explained({
      rules: { version: stored.set.version, sha256: stored.sha256, path, name: test.path },
      language: LANGUAGE,
      marks,
      gates: gatesAtLimit(gates),
      days: { ...CASE_DAYS, resultOn: on },
      atLimit: { sheets: sheets.length, lowered: loweredIn(differences) },
    });
  if (!result) return 'nobody';
  await testsOn(unit.trx).change(published(test, result, clock()));
  recordCaseResult(unit, test, result, 'system');
  return 'published';
}
