import { areaPorts } from '../../ground/areas/area-ports.ts';
import type { UnitOfWork } from '../../kernel/fact.ts';
import type { BeforeWriting } from '../../kernel/wing.ts';
import { peopleIn } from '../groups/group-ports.ts';
import { groupsOn } from '../groups/group-store.ts';
import { beginCaseTest, improveCaseTest } from './case-beginning-steps.ts';
import { closeAtLimit } from './case-limit-steps.ts';
import { forgetCaseDraft, handInCase, letStand, moveDue, openCaseTo, withdrawCase } from './case-moving-steps.ts';
import { caseReader } from './case-reading.ts';
import { caseSummaries } from './case-summary-service.ts';
import type { ExplainedResult } from './benefit-contract.ts';
import { hearCase } from './case-hearing-steps.ts';
import type { CaseToTest, HandingIn, HeardMark } from './case-test-contract.ts';
import { criteriaReads } from './criteria-service.ts';
import type { OpenTo } from './test-contract.ts';

/**
 * The benefit test as features ask for it whose cases it tests: everything in the transaction in hand. What came of it they learn
 * from the facts `case_test_…`, whose subject is their case.
 */
export function caseTestPorts(before: Pick<BeforeWriting, 'db' | 'clock' | 'newId'>) {
  const criteria = criteriaReads(before);
  const cases = caseReader({ groups: { byId: (db, id) => groupsOn(db).byId(id), people: peopleIn }, criteria });
  const deps = { ...before, criteria, cases };
  const { drafted, summaryOf, resultOf, workedOn, gateNoSince } = caseSummaries({ ...deps, area: areaPorts.byId });
  return {
    /** A draft for a case; twice for one case is once. @returns the id of the test */
    begin: (unit: UnitOfWork, wish: CaseToTest): Promise<string> => beginCaseTest(deps, unit, wish),
    /** What has been answered, and what is still asked: the pages of the group's own list. */
    drafted,
    /** The group has sent its answers: they stand, and nobody scores them before they are handed in. */
    freeze: (unit: UnitOfWork, testId: string): Promise<void> => letStand(deps, unit, testId, true),
    /** The answers are the group’s again. */
    thaw: (unit: UnitOfWork, testId: string): Promise<void> => letStand(deps, unit, testId, false),
    /** From a draft to being scored. It takes answers as they are: whoever hands in has looked at what is missing. */
    handIn: (unit: UnitOfWork, testId: string, given: HandingIn): Promise<void> =>
      handInCase(deps, unit, testId, given),
    due: (unit: UnitOfWork, testId: string, dueOn: string): Promise<void> => moveDue(deps, unit, testId, dueOn),
    /** After a result that was nearly a pass: a new draft, once. @returns its id */
    improve: (unit: UnitOfWork, testId: string): Promise<string> => improveCaseTest(deps, unit, testId),
    openTo: (unit: UnitOfWork, testId: string, to: OpenTo): Promise<void> => openCaseTo(deps, unit, testId, to),
    /** When the time is up: publishes what there is; 'nobody' where nobody has scored, and nothing changes. */
    closeAtLimit: (unit: UnitOfWork, testId: string, on: string): Promise<'published' | 'nobody'> =>
      closeAtLimit(deps, unit, testId, on),
    /** A public hearing decides on marks that are out, once. @throws Problem 400, 409 */
    hear: (
      unit: UnitOfWork,
      testId: string,
      given: { changes: readonly HeardMark[]; on: string; actor: string },
    ): Promise<ExplainedResult> => hearCase(deps, unit, testId, given),
    withdraw: (unit: UnitOfWork, testId: string, actor: string): Promise<void> =>
      withdrawCase(deps, unit, testId, actor),
    /** Removes a draft whose case is forgotten. */
    forget: (unit: UnitOfWork, testId: string): Promise<void> => forgetCaseDraft(unit, testId),
    summaryOf,
    resultOf,
    workedOn,
    gateNoSince,
  };
}
