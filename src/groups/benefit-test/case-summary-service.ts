import type { Area } from '../../ground/areas/area-contract.ts';
import { dayIn, type Clock } from '../../kernel/clock.ts';
import type { Db } from '../../kernel/database.ts';
import { notFound } from '../../kernel/problem.ts';
import { unansweredIn } from './answer-rules.ts';
import { askedIn } from './asked-rules.ts';
import type { CaseDraft, CaseTestSummary } from './case-test-contract.ts';
import type { ExplainedResult } from './benefit-contract.ts';
import type { StoredSet } from './criteria-contract.ts';
import type { CriteriaReads } from './criteria-service.ts';
import { evidenceOn } from './evidence-store.ts';
import { gatesOn } from './gate-store.ts';
import { scoringOn } from './scoring-store.ts';
import type { BenefitTest, CaseSubject } from './test-contract.ts';
import { testsOn } from './test-store.ts';

type Deps = { clock: Clock; criteria: CriteriaReads; area(db: Db, id: string): Promise<Area | undefined> };

/** How tests of cases stand, read on the connection in hand. */
export function caseSummaries(deps: Deps) {
  return {
    setOf: (db: Db, test: BenefitTest) => setOf(deps, db, test),

    /** What has been answered, and what is still asked. @throws Problem 404 */
    async drafted(db: Db, testId: string): Promise<CaseDraft> {
      const test = await testsOn(db).byId(testId);
      if (!test?.subject) throw notFound('test');
      const path = (await setOf(deps, db, test)).set.paths[test.path];
      const evidence = await evidenceOn(db).of(testId);
      return {
        answers: test.answers,
        evidence,
        asked: askedIn(
          path,
          test.answers,
          evidence.map(({ criterion }) => criterion),
        ),
        missing: unansweredIn(path, test.answers).map((one) => ({ ...one, href: `/case-tests/${testId}/${one.id}` })),
      };
    },

    /** The newest result of a case that is out, explained; null where there is none. */
    async resultOf(db: Db, subject: CaseSubject): Promise<ExplainedResult | null> {
      return (await testsOn(db).ofSubject(subject)).find(({ state }) => state === 'published')?.result ?? null;
    },

    /** Everybody who scored a case, settled marks of it or answered its gates: they decide nothing about it. */
    async workedOn(db: Db, subject: CaseSubject): Promise<string[]> {
      const ids: string[] = [];
      for (const { id } of await testsOn(db).ofSubject(subject))
        ids.push(
          ...(await scoringOn(db).of(id)).map(({ scorerId }) => scorerId),
          ...(await scoringOn(db).settlementsOf(id)).map(({ by }) => by),
          ...(await gatesOn(db).of(id)).map(({ by }) => by),
        );
      return [...new Set(ids)];
    },

    /** Since when a gate of a case stands at “no”, as an instant; null where it does not. */
    async gateNoSince(db: Db, testId: string, gate: string): Promise<string | null> {
      const given = (await gatesOn(db).of(testId)).filter((one) => one.gate === gate);
      if (given.at(-1)?.answer !== 'no') return null;
      return given.slice(given.findLastIndex(({ answer }) => answer !== 'no') + 1)[0]?.at ?? null;
    },

    /** The newest test of a case; null where none has begun. */
    async summaryOf(db: Db, subject: CaseSubject): Promise<CaseTestSummary | null> {
      const [test] = await testsOn(db).ofSubject(subject);
      if (!test) return null;
      const { id, state, outcome, points, possible, result, resultOn, dueOn, openTo, improvesId, criteriaId } = test;
      return {
        ...{ id, state, outcome, points, possible, result, resultOn, dueOn, openTo, improvesId },
        provisional: result?.provisional ?? false,
        sheets: (await scoringOn(db).of(id)).filter(({ interest }) => interest === null).length,
        criteria: criteriaId === null ? null : (await deps.criteria.byId(criteriaId, db)).set.version,
      };
    },
  };
}

/** The criteria that a test is, or would be today, measured by. An improvement stays with those of its first run. */
async function setOf({ clock, criteria, area }: Deps, db: Db, test: BenefitTest): Promise<StoredSet> {
  const pinned = test.criteriaId ?? (test.improvesId && (await testsOn(db).byId(test.improvesId))?.criteriaId);
  if (pinned) return criteria.byId(pinned, db);
  const zone = (await area(db, test.areaId))?.timeZone ?? 'UTC';
  return criteria.inForce(test.areaId, dayIn(zone, clock()), db);
}
