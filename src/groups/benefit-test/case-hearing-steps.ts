import type { UnitOfWork } from '../../kernel/fact.ts';
import { conflict, invalid, type Mistake } from '../../kernel/problem.ts';
import type { ExplainedResult, GateState } from './benefit-contract.ts';
import { LANGUAGE } from './benefit-deps.ts';
import { isMark } from './benefit-rules.ts';
import type { MakingDeps } from './case-beginning-steps.ts';
import { aboutCase } from './case-moving-steps.ts';
import type { CaseReader } from './case-reading.ts';
import type { HeardMark } from './case-test-contract.ts';
import { explained } from './explained-rules.ts';
import { CASE_DAYS, published } from './publishing-steps.ts';
import { testsOn } from './test-store.ts';

type Hearing = { changes: readonly HeardMark[]; on: string; actor: string };

/**
 * What a public hearing made of marks that are out: the panel changes some, each with its reason, and leaves the others. What they were before
 * stays in the result. It is heard once.
 * @throws Problem 400 for a mark that is none, or without its reason, 409 where there is no result, or it was heard already
 */
export async function hearCase(
  { clock, cases }: MakingDeps & { cases: CaseReader },
  unit: UnitOfWork,
  testId: string,
  { changes, on, actor }: Hearing,
): Promise<ExplainedResult> {
  const { test, stored, path } = await cases.lock(unit.trx, testId);
  const before = test.result;
  if (test.state !== 'published' || !before || !test.subject) throw conflict('There are no marks to decide on yet.');
  if (before.heard) throw conflict('The hearing has decided on these marks already.');
  const least = stored.set.scoring.reason_at_least;
  const mistakes = changes.flatMap((change) => mistakesOf(change, before, least));
  if (mistakes.length > 0) throw invalid(mistakes);
  const changed = changes.filter(({ id, mark }) => before.lines.some((line) => line.id === id && line.mark !== mark));
  const marks = before.lines.map(({ id, mark, reasons }) => {
    const change = changed.find((one) => one.id === id);
    return change ? { id, mark: change.mark, reasons: [change.reason] } : { id, mark, reasons };
  });
  const again = explained({
    rules: { version: stored.set.version, sha256: stored.sha256, path, name: test.path },
    language: LANGUAGE,
    marks,
    gates: before.gates.map(({ id, answer, note }): GateState => ({ id, answer, note })),
    days: { ...CASE_DAYS, resultOn: on },
    ...(before.provisional && { atLimit: { sheets: before.sheets ?? 0, lowered: before.lowered ?? [] } }),
  });
  if (!again) throw conflict('There are no marks to decide on yet.');
  const heard = {
    on,
    before: { points: before.points, possible: before.possible, outcome: before.outcome },
    changes: changed.map(({ id, mark, reason }) => ({
      id,
      from: before.lines.find((line) => line.id === id)?.mark ?? 0,
      to: mark,
      reason,
    })),
  };
  const result: ExplainedResult = { ...again, heard };
  await testsOn(unit.trx).change(published(test, result, clock()));
  unit.record({
    ...aboutCase({ areaId: test.areaId, subject: test.subject }, 'case_test_heard', actor),
    before: { points: before.points, outcome: before.outcome },
    after: { testId, points: result.points, outcome: result.outcome, changes: heard.changes },
  });
  return result;
}

function mistakesOf({ id, mark, reason }: HeardMark, { lines }: ExplainedResult, least: number): Mistake[] {
  const line = lines.find((one) => one.id === id);
  if (!line) return [{ field: `mark_${id}`, message: 'Take out this mark: the question is not asked here.' }];
  if (!isMark(mark)) return [{ field: `mark_${id}`, message: 'Choose a mark from 0 to 4. There are no half marks.' }];
  if (mark !== line.mark && reason.trim().length < least)
    return [
      {
        field: `reason_${id}`,
        message: `Say why the hearing changed this mark, in at least ${least} characters.`,
      },
    ];
  return [];
}
