import { outsideName } from '../groups/group-contract.ts';
import { dayIn } from '../../kernel/clock.ts';
import type { Db } from '../../kernel/database.ts';
import type { UnitOfWork } from '../../kernel/facts.ts';
import { conflict, invalid, notFound, Problem, type Mistake } from '../../kernel/problem.ts';
import type { DaysOff } from '../../kernel/working-days.ts';
import type { Who } from '../../ground/people/role-contract.ts';
import { GATE_ANSWERS, type ExplainedResult, type GateAnswer } from './benefit-contract.ts';
import { LANGUAGE, type BenefitDeps } from './benefit-deps.ts';
import { resultMail } from './benefit-mail-words.ts';
import { outcomeOf } from './benefit-rules.ts';
import type { Case, CaseReader } from './case-reading.ts';
import { explained } from './explained-rules.ts';
import { gateStates, openGates } from './gate-rules.ts';
import { gatesOn } from './gate-store.ts';
import { daysOf, standingOn } from './passport-rules.ts';
import { hasScored } from './scoring-rules.ts';
import type { BenefitTest, TestState } from './test-contract.ts';
import { testsOn } from './test-store.ts';

type Deps = Pick<
  BenefitDeps,
  'db' | 'clock' | 'newId' | 'inOneTransaction' | 'areas' | 'groups' | 'tell' | 'baseUrl'
> & { cases: CaseReader };
type Day = { today: string; daysOff: DaysOff };

const BEFORE_RESULT: readonly TestState[] = ['scoring', 'settling', 'deciding'];

/** From marks that stand to a result that the group has: gates are checked, and somebody who has not scored it publishes. */
export function resultService({ db, clock, newId, inOneTransaction, areas, tell, baseUrl, cases }: Deps) {
  return {
    preview,
    dayFor,

    /** Answers gates. An answer that is the same as before is none. */
    async answerGates(who: Who, testId: string, given: Readonly<Record<string, string | undefined>>): Promise<void> {
      await inOneTransaction(async ({ trx, record }) => {
        const found = await cases.lock(trx, testId);
        leaveToOthers(found, who);
        if (!BEFORE_RESULT.includes(found.test.state))
          throw conflict(
            'The result is out, or the group has taken its answers back. Gates are not answered any more.',
          );
        const answers = gateAnswers(found, given);
        for (const answer of answers)
          await gatesOn(trx).add({ ...answer, id: newId(), testId, by: who.personId, at: clock().toISOString() });
        if (answers.length === 0) return;
        record({
          kind: 'test_gates_answered',
          areaId: found.test.areaId,
          subjectKind: 'benefit_test',
          subjectId: testId,
          actor: who.personId,
          after: Object.fromEntries(answers.map(({ gate, answer }) => [gate, answer])),
        });
      });
    },

    /**
     * Publishes the result that somebody has looked at. Twice is once.
     * @param inputs stands for what they saw: when anything has changed since, they look again
     */
    async publish(who: Who, testId: string, inputs: string): Promise<ExplainedResult> {
      const day = await dayFor(testId);
      return inOneTransaction(async (unit) => {
        const found = await cases.lock(unit.trx, testId);
        if (found.test.result?.inputs === inputs) return found.test.result;
        leaveToOthers(found, who);
        const open = openGates(found.gates);
        if (found.test.state === 'deciding' && open.length > 0)
          throw conflict(
            `Before the result these gates need an answer: ${open.map(({ gate }) => gate.id).join(', ')}.`,
          );
        const result = await preview(unit.trx, found, day);
        if (!result)
          throw conflict('There is no result to publish yet, or it is out already. Look at the page of the test.');
        if (result.inputs !== inputs)
          throw conflict(
            'Something has changed since you looked at the result. Look at it again, and publish it then.',
          );
        await testsOn(unit.trx).change(published(found.test, result, clock()));
        await tellGroup(unit, found, who, result);
        return result;
      });
    },
  };

  /** What the result would be today; nothing while marks or gates are open. */
  async function preview(
    on: Db,
    { test, stored, path, agreed, gates }: Case,
    { today, daysOff }: Day,
  ): Promise<ExplainedResult | null> {
    if (test.state !== 'deciding' || !agreed || openGates(gates).length > 0) return null;
    const states = gateStates(gates);
    const outcome = outcomeOf(path, Object.fromEntries(agreed.map(({ id, mark }) => [id, mark])), states);
    if (!outcome) return null;
    const standing = standingOn(await testsOn(on).passportsOf(test.groupId), today);
    const days = daysOf(outcome, path, today, daysOff, {
      improving: test.improvesId !== null,
      goodUntil: standing.state === 'passed' ? standing.validUntil : null,
    });
    return explained({
      rules: { version: stored.set.version, sha256: stored.sha256, path, name: test.path },
      language: LANGUAGE,
      marks: agreed,
      gates: states,
      days,
    });
  }

  async function tellGroup(
    unit: UnitOfWork,
    { test, group, people }: Case,
    who: Who,
    result: ExplainedResult,
  ): Promise<void> {
    const { outcome, points, possible, version, validUntil, inputs } = result;
    unit.record({
      kind: 'passport_result',
      areaId: test.areaId,
      subjectKind: 'group',
      subjectId: group.id,
      actor: who.personId,
      before: 'deciding',
      after: { testId: test.id, outcome, points, possible, criteria: version, validUntil, inputs },
    });
    const mail = resultMail(outsideName(group), result, `${baseUrl}/groups/${group.id}/passport`);
    for (const person of people.filter(({ role }) => role !== 'group_member')) await tell(unit, group, person, mail);
  }

  /** Read before the transaction: SQLite has one connection. @throws Problem 404 */
  async function dayFor(testId: string): Promise<Day> {
    const test = await testsOn(db).byId(testId);
    const area = (await areas.all()).find(({ id }) => id === test?.areaId);
    if (!area) throw notFound('test');
    return { today: dayIn(area.timeZone, clock()), daysOff: await areas.daysOff(area.id) };
  }
}
export type ResultService = ReturnType<typeof resultService>;

/** @throws Problem 403 */
function leaveToOthers({ assessments }: Case, who: Who): void {
  if (hasScored(who.personId, assessments))
    throw new Problem(
      403,
      'Somebody else does this',
      'You scored this test, so somebody else checks its gates and publishes the result.',
    );
}

/** The answers that are new. An answer other than yes says why. */
function gateAnswers(
  { gates }: Case,
  given: Readonly<Record<string, string | undefined>>,
): { gate: Case['gates'][number]['gate']['id']; answer: GateAnswer; note: string | null }[] {
  const mistakes: Mistake[] = [];
  const answers = gates
    .filter(({ read }) => !read)
    .flatMap(({ gate, answer: before, note: noteBefore }) => {
      const answer = GATE_ANSWERS.find((one) => one === given[`gate_${gate.id}`]);
      const note = given[`note_${gate.id}`] || null;
      if (!answer || (answer === before && note === noteBefore)) return [];
      if (answer !== 'yes' && note === null)
        mistakes.push({
          field: `note_${gate.id}`,
          message: `Say in a few words why ${gate.id} is not answered with yes. The group reads it.`,
        });
      return [{ gate: gate.id, answer, note }];
    });
  if (mistakes.length > 0) throw invalid(mistakes);
  return answers;
}

function published(test: BenefitTest, result: ExplainedResult, now: Date): BenefitTest {
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
