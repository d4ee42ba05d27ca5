import { outsideName } from '../groups/group-contract.ts';
import { dayIn } from '../../kernel/clock.ts';
import type { Db } from '../../kernel/database.ts';
import type { UnitOfWork } from '../../kernel/facts.ts';
import { conflict, notFound } from '../../kernel/problem.ts';
import type { DaysOff } from '../../kernel/working-days.ts';
import type { Who } from '../../ground/people/role-contract.ts';
import type { ExplainedResult, Outcome, ResultDays } from './benefit-contract.ts';
import { LANGUAGE } from './benefit-deps.ts';
import { resultMail } from './benefit-mail-words.ts';
import { outcomeOf } from './benefit-rules.ts';
import type { Case, CaseDeps } from './case-reading.ts';
import { explained } from './explained-rules.ts';
import { gateStates, openGates } from './gate-rules.ts';
import { standingOn } from './passport-rules.ts';
import { testsOn } from './test-store.ts';
import { leaveToOthers } from './gate-service.ts';
import { daysOf } from './passport-day-rules.ts';
import type { CaseSubject } from './test-contract.ts';
import { CASE_DAYS, published, recordCaseResult } from './publishing-steps.ts';

type Deps = CaseDeps<'db' | 'clock' | 'inOneTransaction' | 'areas' | 'groups' | 'tell' | 'trialDates' | 'baseUrl'>;
/** What must be done before a result may be published. */
export type WhyNot = (subject: CaseSubject | null, on: Db) => Promise<string[]>;
type Day = { today: string; daysOff: DaysOff; trialDates: number };

/** From marks that stand to a result that the group has: gates are checked, and somebody who has not scored it publishes. */
export function resultService({ db, clock, inOneTransaction, areas, tell, trialDates, baseUrl, cases }: Deps) {
  return {
    preview,
    dayFor,

    /**
     * Publishes the result that somebody has looked at. Twice is once.
     * @param inputs stands for what they saw: when anything has changed since, they look again
     * @param whyNot what else must be done first
     */
    async publish(who: Who, testId: string, inputs: string, whyNot: WhyNot): Promise<ExplainedResult> {
      const day = await dayFor(testId);
      return inOneTransaction(async (unit) => {
        const found = await cases.lock(unit.trx, testId);
        if (found.test.result?.inputs === inputs) return found.test.result;
        leaveToOthers(found, who);
        const first = await whyNot(found.test.subject, unit.trx);
        if (first.length > 0) throw conflict(first.join(' '));
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
        if (found.test.subject) recordCaseResult(unit, found.test, result, who.personId);
        else await tellGroup(unit, found, who, result, day.trialDates);
        return result;
      });
    },
  };

  /** What the result would be today; nothing while marks or gates are open. */
  async function preview(on: Db, found: Case, day: Day): Promise<ExplainedResult | null> {
    const { test, stored, path, agreed, gates } = found;
    if (test.state !== 'deciding' || !agreed || openGates(gates).length > 0) return null;
    const states = gateStates(gates);
    const outcome = outcomeOf(path, Object.fromEntries(agreed.map(({ id, mark }) => [id, mark])), states);
    if (!outcome) return null;
    return explained({
      rules: { version: stored.set.version, sha256: stored.sha256, path, name: test.path },
      language: LANGUAGE,
      marks: agreed,
      gates: states,
      days: test.subject ? { ...CASE_DAYS, resultOn: day.today } : await passportDays(on, found, outcome, day),
    });
  }

  async function passportDays(on: Db, { test, path }: Case, outcome: Outcome, day: Day): Promise<ResultDays> {
    const standing = standingOn(await testsOn(on).passportsOf(test.groupId), day.today);
    return daysOf(outcome, path, day.today, day.daysOff, {
      improving: test.improvesId !== null,
      goodUntil: standing.state === 'passed' ? standing.validUntil : null,
    });
  }

  /** A passport's group is told here; of a case whoever has the case tells. */
  async function tellGroup(
    unit: UnitOfWork,
    { test, group, people }: Case,
    who: Who,
    result: ExplainedResult,
    trials: number,
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
    const mail = resultMail(outsideName(group), result, `${baseUrl}/groups/${group.id}/passport`, trials);
    for (const person of people.filter(({ role }) => role !== 'group_member')) await tell(unit, group, person, mail);
  }

  /** Read before the transaction: SQLite has one connection. @throws Problem 404 */
  async function dayFor(testId: string): Promise<Day> {
    const test = await testsOn(db).byId(testId);
    const area = (await areas.all()).find(({ id }) => id === test?.areaId);
    if (!area) throw notFound('test');
    const today = dayIn(area.timeZone, clock());
    return { today, daysOff: await areas.daysOff(area.id), trialDates: await trialDates(area.id, today) };
  }
}
export type ResultService = ReturnType<typeof resultService>;
