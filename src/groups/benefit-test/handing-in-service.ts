import type { CaseDeps, Case } from './case-reading.ts';
import type { Who } from '../../ground/people/role-contract.ts';
import type { Score } from './benefit-contract.ts';
import type { Assessment } from './scoring-contract.ts';
import { scoringOn } from './scoring-store.ts';
import type { UnitOfWork } from '../../kernel/facts.ts';
import { bothSheets, whyNotScore } from './scoring-rules.ts';
import { differencesIn } from './settling-rules.ts';
import { isOpenTo } from './opening-rules.ts';
import { recordBothIn } from './case-moving-steps.ts';
import { testsOn } from './test-store.ts';
import { differMail } from './benefit-mail-words.ts';
import { outsideName } from '../groups/group-contract.ts';
import { dayIn } from '../../kernel/clock.ts';
import { Problem, conflict, notFound } from '../../kernel/problem.ts';

/** What scoring needs. */
export type ScoringDeps = CaseDeps<
  'db' | 'clock' | 'newId' | 'inOneTransaction' | 'areas' | 'people' | 'mails' | 'baseUrl'
>;

/** Takes what a scorer hands in: marks or an interest. The same sheet twice is one; the second of two brings the marks together. */
export async function handIn(
  deps: ScoringDeps,
  who: Who,
  testId: string,
  submission: string | undefined,
  read: (found: Case) => { interest: string | null; scores: Score[] },
): Promise<void> {
  const today = await todayOf(deps, testId);
  await deps.inOneTransaction(async (unit) => {
    const found = await deps.cases.lock(unit.trx, testId);
    const own = found.assessments.find(({ scorerId }) => scorerId === who.personId);
    if (own && submission !== undefined && own.submission === submission) return;
    mayScore(found, who, today);
    const assessment: Assessment = {
      ...read(found),
      id: deps.newId(),
      testId,
      scorerId: who.personId,
      submission: submission ?? deps.newId(),
      submittedAt: deps.clock().toISOString(),
    };
    const scored = found.assessments.filter(({ interest }) => interest === null).length;
    await scoringOn(unit.trx).add(assessment, assessment.interest === null ? (scored === 0 ? 1 : 2) : null);
    await scoringOn(unit.trx).removeDraft(testId, who.personId);
    // Neither marks nor reasons: the record is read by more people than may know them.
    unit.record({
      kind: assessment.interest === null ? 'test_scored' : 'test_interest_declared',
      areaId: found.test.areaId,
      subjectKind: 'benefit_test',
      subjectId: testId,
      actor: who.personId,
      after: { groupId: found.group.id, criteria: found.stored.set.version },
    });
    if (assessment.interest === null && scored === 1)
      await bringTogether(deps, unit, found, [...found.assessments, assessment]);
  });
}

/** Both are in: either the marks agree, or the two come to one. */
async function bringTogether(
  { clock, people, mails, baseUrl }: ScoringDeps,
  unit: UnitOfWork,
  { test, group, path, stored }: Case,
  assessments: readonly Assessment[],
): Promise<void> {
  const both = bothSheets(assessments);
  if (!both) return;
  const differences = differencesIn(path.criteria, both, [], stored.set.scoring);
  const state = differences.length > 0 ? 'settling' : 'deciding';
  await testsOn(unit.trx).change({ ...test, state, changedAt: clock().toISOString() });
  recordBothIn(unit, test, state);
  const first = differences.some(({ large }) => large) ? await people.byId(unit.trx, both[0].scorerId) : undefined;
  if (first?.email)
    await mails.write(unit.trx, {
      to: first.email,
      ...differMail(outsideName(group), `${baseUrl}/desk/tests/${test.id}`),
    });
}

/** Read before the transaction: SQLite has one connection. */
export async function todayOf({ db, areas, clock }: ScoringDeps, testId: string): Promise<string> {
  const test = await testsOn(db).byId(testId);
  return dayIn((await areas.all()).find(({ id }) => id === test?.areaId)?.timeZone ?? 'UTC', clock());
}

/** @throws Problem 404 for somebody to whom it is not open, 403 for somebody too close to it, 409 when it is not, or no more, to be scored by them */
export function mayScore({ test, assessments, evidence }: Case, who: Who, today: string): void {
  if (!isOpenTo(who, test, today)) throw notFound('test');
  const why = whyNotScore(who, test, assessments, today, evidence);
  if (why) throw new Problem(403, 'You cannot score this one', why);
  if (assessments.some(({ scorerId }) => scorerId === who.personId))
    throw conflict(
      'Your marks are in already. They stay as they are; where they differ from the other scorer’s, the page of the test says what is next.',
    );
  if (test.state !== 'scoring')
    throw conflict(
      test.state === 'withdrawn'
        ? 'The group has taken this one back. There is nothing to score.'
        : 'Two people have scored this one already. Thank you: nothing more is needed.',
    );
}
