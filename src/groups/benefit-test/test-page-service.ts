import { dayIn } from '../../kernel/clock.ts';
import { notFound } from '../../kernel/problem.ts';
import type { Who } from '../../ground/people/role-contract.ts';
import type { BenefitDeps } from './benefit-deps.ts';
import type { Case, CaseReader } from './case-reading.ts';
import { openGates } from './gate-rules.ts';
import type { ResultService } from './result-service.ts';
import { areaBehind, mayLookAt } from './opening-rules.ts';
import { hasScored, whyNotScore } from './scoring-rules.ts';
import { scoringOn } from './scoring-store.ts';
import { nextStep, partOf } from './settling-rules.ts';
import type { TestPage, TestRights } from './test-page-contract.ts';
import { testsOn } from './test-store.ts';

type Deps = Pick<BenefitDeps, 'db' | 'clock' | 'areas' | 'people' | 'reachOf'> & {
  cases: CaseReader;
  results: ResultService;
};

/** Tests as those who work on them see them: the list of what waits, and one of them. */
export function testPageService({ db, clock, areas, people, cases, results, reachOf }: Deps) {
  return {
    /** What a test belongs to, for asking who may; nothing for one that is not there or not sent, so that both answer strangers alike. */
    async thing(id: string): Promise<{ groupId?: string; areaId?: string }> {
      const test = await testsOn(db).byId(id);
      return test && test.criteriaId !== null ? { groupId: test.groupId, areaId: test.areaId } : {};
    },

    /** The same for reading and scoring it: for the reserve from another area it is there by the right that they hold in their own. */
    async thingFor(id: string, who: Who | null): Promise<{ groupId?: string; areaId?: string }> {
      const test = await testsOn(db).byId(id);
      if (!test || test.criteriaId === null) return {};
      return { groupId: test.groupId, areaId: who ? areaBehind(who, test, await todayAt(test.areaId)) : test.areaId };
    },

    /** Keeps out those to whom a test is not open, though their role may score some. @throws Problem 404 */
    async mustBeOpen(who: Who, id: string): Promise<void> {
      const test = await testsOn(db).byId(id);
      if (!test || !mayLookAt(who, test, await todayAt(test.areaId))) throw notFound('test');
    },

    /** One test, with what whoever looks may see: nobody sees another's marks before both are in. */
    async page(who: Who, testId: string, rights: TestRights): Promise<Omit<TestPage, 'about' | 'firstDo'>> {
      const found = await cases.read(db, testId);
      const { test, group, stored, path, evidence, assessments, both, differences, gates } = found;
      const area = (await areas.all()).find(({ id }) => id === test.areaId);
      const day = await results.dayFor(testId);
      if (!area || !mayLookAt(who, test, day.today)) throw notFound('test');
      const names = await people.names(db, [
        ...assessments.map(({ scorerId }) => scorerId),
        ...differences
          .flatMap(({ proposal, settled }) => [proposal?.by ?? '', settled?.by ?? ''])
          .filter((id) => id !== ''),
      ]);
      const nameOf = (id: string): string => names.get(id) || 'Somebody';
      const part = both ? partOf(who.personId, both) : 'third';
      return {
        test,
        group: { id: group.id, name: group.name },
        area: { slug: area.slug, name: area.name, reach: await reachOf(db, area.id) },
        today: day.today,
        stored,
        path,
        scoring: stored.set.scoring,
        evidence,
        rights,
        part,
        gates,
        scored: mayBeNext(rights, who, found) ? null : assessments.filter(({ interest }) => interest === null).length,
        interests: assessments.filter(({ interest }) => interest !== null).length,
        whyNot: whyNotScore(who, test, assessments, day.today, evidence),
        mine: assessments.find(({ scorerId }) => scorerId === who.personId) ?? null,
        draft: await scoringOn(db).draftOf(testId, who.personId),
        both: both && both.map((sheet) => ({ ...sheet, name: nameOf(sheet.scorerId) })),
        differences: differences.map((one) => ({
          ...one,
          step: rights.settle ? nextStep(one, part, who.personId) : null,
          byName: nameOf((one.settled ?? one.proposal)?.by ?? ''),
        })),
        open: openGates(gates),
        preview: await results.preview(db, found, day),
        hasScored: hasScored(who.personId, assessments),
      };
    },
  };

  /** Whether somebody could score it still: then nothing tells them whether the other one has. */
  function mayBeNext({ score }: TestRights, { personId }: Who, { test, assessments }: Case): boolean {
    return score && test.state === 'scoring' && assessments.every(({ scorerId }) => scorerId !== personId);
  }

  async function todayAt(areaId: string): Promise<string> {
    return dayIn((await areas.all()).find(({ id }) => id === areaId)?.timeZone ?? 'UTC', clock());
  }
}
