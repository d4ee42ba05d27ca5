import type { NewId } from '../../kernel/ids.ts';
import type { Clock } from '../../kernel/clock.ts';
import type { Db } from '../../kernel/database.ts';
import type { UnitOfWork } from '../../kernel/facts.ts';
import { conflict, notFound } from '../../kernel/problem.ts';
import { NO_ANSWERS } from './answer-form.ts';
import { earlierResultText } from './case-test-words.ts';
import type { CaseToTest } from './case-test-contract.ts';
import { evidenceOn } from './evidence-store.ts';
import { emptyRun } from './run-beginning-service.ts';
import { OPEN_STATES, type BenefitTest } from './test-contract.ts';
import { testsOn } from './test-store.ts';

export type MakingDeps = { clock: Clock; newId: NewId };

/** The question for which a group's earlier result speaks: whether it can do what it says. */
const SPEAKS_FOR = 'DEL';

/**
 * Begins the test of a case as a draft. Twice for one case is once: what is there is given back, as long as it was not taken back.
 * @returns the id of the test
 * @throws Problem 404 when the case to copy from is not the same group's
 */
export async function beginCaseTest(deps: MakingDeps, { trx }: UnitOfWork, wish: CaseToTest): Promise<string> {
  const known = await standingRun(trx, wish);
  if (known) return known.id;
  const source = wish.evidenceFrom ? await testsOn(trx).byId(wish.evidenceFrom) : undefined;
  if (wish.evidenceFrom && source?.groupId !== wish.groupId) throw notFound('test');
  const draft: BenefitTest = {
    ...emptyRun(wish, deps.newId(), deps.clock()),
    answers: wish.answers ?? (source ? { ...source.answers, news: '' } : NO_ANSWERS),
  };
  if (!(await testsOn(trx).add(draft))) return (await mustStand(trx, wish)).id;
  if (source) await copyEvidence(deps, trx, source, draft);
  const result = source && (await newestResult(trx, source));
  if (result) await addEarlierResult(deps, trx, { result }, draft, wish.actor);
  return draft.id;
}

/**
 * After a result that was nearly a pass: a new draft with everything that was said, once. Twice is once.
 * @returns the id of the draft
 * @throws Problem 409 when there is nothing to improve, or it has been improved before
 */
export async function improveCaseTest(deps: MakingDeps, { trx }: UnitOfWork, testId: string): Promise<string> {
  const test = await testsOn(trx).lock(testId);
  if (!test?.subject) throw notFound('test');
  const begun = (await testsOn(trx).ofSubject(test.subject)).find(({ improvesId }) => improvesId === test.id);
  if (begun) return begun.id;
  if (test.outcome !== 'nearly' || test.improvesId !== null)
    throw conflict('Answers are improved once, after a result that was nearly a pass.');
  const draft: BenefitTest = {
    ...emptyRun(test, deps.newId(), deps.clock()),
    answers: test.answers,
    improvesId: test.id,
  };
  await testsOn(trx).add(draft);
  await copyEvidence(deps, trx, test, draft);
  return draft.id;
}

const standingRun = async (trx: Db, { subject }: Pick<CaseToTest, 'subject'>): Promise<BenefitTest | undefined> => {
  const runs = await testsOn(trx).ofSubject(subject);
  return runs.find(({ state }) => OPEN_STATES.includes(state)) ?? runs.find(({ state }) => state === 'published');
};

/** What came of a case, also while it is being improved. */
async function newestResult(trx: Db, { subject, result }: BenefitTest): Promise<BenefitTest['result']> {
  if (result !== null || subject === null) return result;
  return (await testsOn(trx).ofSubject(subject)).find(({ state }) => state === 'published')?.result ?? null;
}

async function mustStand(trx: Db, wish: CaseToTest): Promise<BenefitTest> {
  const other = await standingRun(trx, wish);
  if (!other) throw conflict('Somebody else is working on this case at this moment. Look at its page, and try again.');
  return other;
}

async function copyEvidence({ newId }: MakingDeps, trx: Db, from: BenefitTest, to: BenefitTest): Promise<void> {
  for (const one of await evidenceOn(trx).of(from.id))
    await evidenceOn(trx).add({ ...one, id: newId(), testId: to.id });
}

/** What came of an earlier case of the group, as evidence that it does what it says. */
async function addEarlierResult(
  { newId, clock }: MakingDeps,
  trx: Db,
  { result }: Pick<BenefitTest, 'result'>,
  { id: testId }: BenefitTest,
  addedBy: string,
): Promise<void> {
  if (!result) return;
  const there = await evidenceOn(trx).of(testId);
  await evidenceOn(trx).add({
    id: newId(),
    testId,
    number: Math.max(0, ...there.map(({ number }) => number)) + 1,
    criterion: SPEAKS_FOR,
    words: earlierResultText(result),
    file: null,
    addedBy,
    addedAt: clock().toISOString(),
  });
}
