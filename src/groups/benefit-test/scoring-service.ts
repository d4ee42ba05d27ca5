import { outsideName } from '../groups/group-contract.ts';
import { dayIn } from '../../kernel/clock.ts';
import type { UnitOfWork } from '../../kernel/facts.ts';
import { conflict, invalid, Problem } from '../../kernel/problem.ts';
import type { Who } from '../../ground/people/role-contract.ts';
import type { Score } from './benefit-contract.ts';
import type { BenefitDeps } from './benefit-deps.ts';
import { differMail } from './benefit-mail-words.ts';
import type { Case, CaseReader } from './case-reading.ts';
import { scoresIn } from './score-form.ts';
import type { Assessment } from './scoring-contract.ts';
import { bothSheets, whyNotScore } from './scoring-rules.ts';
import { scoringOn } from './scoring-store.ts';
import { differencesIn } from './settling-rules.ts';
import { testsOn } from './test-store.ts';

type Deps = Pick<
  BenefitDeps,
  'db' | 'clock' | 'newId' | 'inOneTransaction' | 'areas' | 'people' | 'mails' | 'baseUrl'
> & { cases: CaseReader };
type Body = Readonly<Record<string, unknown>>;

/** Two people score a test, apart from each other. What they hand in stays as it is. */
export function scoringService({ db, clock, newId, inOneTransaction, areas, people, mails, baseUrl, cases }: Deps) {
  return {
    /** Keeps a sheet that is not finished. */
    async save(who: Who, testId: string, sheet: Body): Promise<void> {
      const today = await todayOf(testId);
      await inOneTransaction(async ({ trx }) => {
        mayScore(await cases.lock(trx, testId), who, today);
        await scoringOn(trx).saveDraft(testId, who.personId, textsOf(sheet), clock());
      });
    },

    /** Says that one must not score this test: then somebody else does. */
    async declareInterest(who: Who, testId: string, interest: string, submission: string | undefined): Promise<void> {
      if (interest === '')
        throw invalid([
          {
            field: 'interest_words',
            message: 'Say in a few words what your interest is. A broker reads it, the group does not.',
          },
        ]);
      await handIn(who, testId, submission, () => ({ interest, scores: [] }));
    },

    /** Hands in marks. Of two who do at once each is one of the two; a third is told that it is done. The same sheet twice is one. */
    async score(who: Who, testId: string, sheet: Body, submission: string | undefined): Promise<void> {
      await handIn(who, testId, submission, ({ path, stored, evidence }) => {
        const { scores, mistakes } = scoresIn(sheet, path.criteria, evidence, stored.set.scoring);
        if (mistakes.length > 0) throw invalid(mistakes);
        return { interest: null, scores };
      });
    },
  };

  async function handIn(
    who: Who,
    testId: string,
    submission: string | undefined,
    read: (found: Case) => { interest: string | null; scores: Score[] },
  ): Promise<void> {
    const today = await todayOf(testId);
    await inOneTransaction(async (unit) => {
      const found = await cases.lock(unit.trx, testId);
      const own = found.assessments.find(({ scorerId }) => scorerId === who.personId);
      if (own && submission !== undefined && own.submission === submission) return;
      mayScore(found, who, today);
      const assessment: Assessment = {
        ...read(found),
        id: newId(),
        testId,
        scorerId: who.personId,
        submission: submission ?? newId(),
        submittedAt: clock().toISOString(),
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
        await bringTogether(unit, found, [...found.assessments, assessment]);
    });
  }

  /** Both are in: either the marks agree, or the two come to one. */
  async function bringTogether(
    unit: UnitOfWork,
    { test, group, path, stored }: Case,
    assessments: readonly Assessment[],
  ): Promise<void> {
    const both = bothSheets(assessments);
    if (!both) return;
    const differences = differencesIn(path.criteria, both, [], stored.set.scoring);
    await testsOn(unit.trx).change({
      ...test,
      state: differences.length > 0 ? 'settling' : 'deciding',
      changedAt: clock().toISOString(),
    });
    const first = differences.some(({ large }) => large) ? await people.byId(unit.trx, both[0].scorerId) : undefined;
    if (first?.email)
      await mails.write(unit.trx, {
        to: first.email,
        ...differMail(outsideName(group), `${baseUrl}/desk/tests/${test.id}`),
      });
  }

  /** Read before the transaction: SQLite has one connection. */
  async function todayOf(testId: string): Promise<string> {
    const test = await testsOn(db).byId(testId);
    return dayIn((await areas.all()).find(({ id }) => id === test?.areaId)?.timeZone ?? 'UTC', clock());
  }
}
export type ScoringService = ReturnType<typeof scoringService>;

/** @throws Problem 403 for somebody too close to it, 409 when it is not, or no more, to be scored by them */
function mayScore({ test, assessments }: Case, who: Who, today: string): void {
  const why = whyNotScore(who, test, assessments, today);
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

/** What a draft keeps of a form: texts, and no longer than a form may be. */
function textsOf(sheet: Body): Record<string, unknown> {
  const kept = Object.entries(sheet).filter(([name]) =>
    /^(mark|reason|evidence)_[A-Z0-9]{2,12}$|^interest(_words)?$/.test(name),
  );
  return Object.fromEntries(
    kept
      .slice(0, 200)
      .map(([name, value]) => [
        name,
        typeof value === 'string'
          ? value.slice(0, 4_000)
          : Array.isArray(value)
            ? value.filter((one) => typeof one === 'string').slice(0, 50)
            : value,
      ]),
  );
}
