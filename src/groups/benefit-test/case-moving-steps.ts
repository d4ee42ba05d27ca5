import type { NewFact, UnitOfWork } from '../../kernel/fact.ts';
import { conflict, notFound } from '../../kernel/problem.ts';
import type { MakingDeps } from './case-beginning-steps.ts';
import type { HandingIn } from './case-test-contract.ts';
import type { CriteriaReads } from './criteria-service.ts';
import { evidenceOn } from './evidence-store.ts';
import { OPEN_STATES, OPEN_TO, type BenefitTest, type CaseSubject, type OpenTo } from './test-contract.ts';
import { testsOn } from './test-store.ts';

type Deps = MakingDeps & { criteria: CriteriaReads };
type OfCase = BenefitTest & { subject: CaseSubject };

/**
 * From a draft to being scored, by the criteria in force on the day it was complete; an improvement stays with those of its first
 * run. Twice is once.
 * @throws Problem 409 when it has been taken back
 */
export async function handInCase(
  { clock, criteria }: Deps,
  unit: UnitOfWork,
  testId: string,
  given: HandingIn,
): Promise<void> {
  const test = await caseTest(unit, testId);
  if (test.state === 'withdrawn') throw conflict('The group has taken this test back.');
  if (test.state !== 'draft') return;
  const { completeOn, dueOn, channel, onBehalfOf } = given;
  const improved = test.improvesId === null ? undefined : await testsOn(unit.trx).byId(test.improvesId);
  const stored = improved?.criteriaId
    ? await criteria.byId(improved.criteriaId, unit.trx)
    : await criteria.pinned(unit.trx, test.areaId, completeOn);
  await testsOn(unit.trx).change({
    ...test,
    state: 'scoring',
    criteriaId: stored.id,
    channel,
    onBehalfOf,
    // An officer who typed an answer does not score it, whoever handed it in.
    enteredBy: given.enteredBy ?? test.enteredBy,
    receivedOn: completeOn,
    completeOn,
    dueOn,
    changedAt: clock().toISOString(),
  });
  unit.record({
    ...aboutCase(test, 'case_test_handed_in', given.actor ?? given.enteredBy ?? onBehalfOf ?? 'system'),
    onBehalfOf,
    channel,
    after: { testId, version: stored.set.version, completeOn, dueOn, improves: test.improvesId },
  });
}

/** Answers of a draft stand as they are from now on, or are the group’s to change again. Twice is once. */
export async function letStand(
  { clock }: MakingDeps,
  unit: UnitOfWork,
  testId: string,
  answersStand: boolean,
): Promise<void> {
  const test = await caseTest(unit, testId);
  if (test.state !== 'draft' || test.answersStand === answersStand) return;
  await testsOn(unit.trx).change({ ...test, answersStand, changedAt: clock().toISOString() });
}

/** Moves the day by which there is to be a result. */
export async function moveDue({ clock }: MakingDeps, unit: UnitOfWork, testId: string, dueOn: string): Promise<void> {
  const test = await caseTest(unit, testId);
  if (test.dueOn !== dueOn) await testsOn(unit.trx).change({ ...test, dueOn, changedAt: clock().toISOString() });
}

/** Lets others score it too, where those before them were silent. It never opens less wide than it did. */
export async function openCaseTo({ clock }: MakingDeps, unit: UnitOfWork, testId: string, to: OpenTo): Promise<void> {
  const test = await caseTest(unit, testId);
  if (OPEN_TO.indexOf(to) <= OPEN_TO.indexOf(test.openTo)) return;
  await testsOn(unit.trx).change({ ...test, openTo: to, changedAt: clock().toISOString() });
  unit.record({ ...aboutCase(test, 'case_test_opened', 'system'), before: test.openTo, after: { testId, openTo: to } });
}

/** Leaves the fact that both sheets of a case are in: their marks differ, or stand and wait for an officer. Nothing of any mark. */
export function recordBothIn(
  unit: Pick<UnitOfWork, 'record'>,
  { id, areaId, subject }: Pick<BenefitTest, 'id' | 'areaId' | 'subject'>,
  state: 'settling' | 'deciding',
): void {
  if (!subject) return;
  const kind = state === 'settling' ? 'case_test_differs' : 'case_test_agreed';
  unit.record({ ...aboutCase({ areaId, subject }, kind, 'system'), after: { testId: id } });
}

/** Takes back what has no result yet, with its case. What is out stays. Twice is once. */
export async function withdrawCase(
  { clock }: MakingDeps,
  unit: UnitOfWork,
  testId: string,
  actor: string,
): Promise<void> {
  const test = await caseTest(unit, testId);
  if (!OPEN_STATES.includes(test.state)) return;
  await testsOn(unit.trx).change({ ...test, state: 'withdrawn', changedAt: clock().toISOString() });
  unit.record({ ...aboutCase(test, 'case_test_withdrawn', actor), before: test.state, after: { testId } });
}

/** Removes a draft and what shows it, with a case that is forgotten. Files that nothing names any more go with the next round. */
export async function forgetCaseDraft({ trx }: UnitOfWork, testId: string): Promise<void> {
  const test = await testsOn(trx).lock(testId);
  if (!test?.subject || test.state !== 'draft') return;
  await evidenceOn(trx).removeOf(testId);
  await testsOn(trx).removeDraft(testId);
}

/** The test of a case, taken for this transaction. @throws Problem 404 */
async function caseTest({ trx }: UnitOfWork, testId: string): Promise<OfCase> {
  const test = await testsOn(trx).lock(testId);
  if (!test?.subject) throw notFound('test');
  return { ...test, subject: test.subject };
}

/** What a fact about a case's test has in common with the others: it belongs to the case. */
export const aboutCase = (
  { areaId, subject }: Pick<OfCase, 'areaId' | 'subject'>,
  kind: NewFact['kind'],
  actor: string,
): NewFact => ({ kind, areaId, subjectKind: subject.kind, subjectId: subject.id, actor });
