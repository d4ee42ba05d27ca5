import type { Shown } from './test-page-contract.ts';
import type { TestState, TestSummary } from './test-contract.ts';
import type { Area } from '../../ground/areas/area-contract.ts';
import { dayIn } from '../../kernel/clock.ts';
import type { Who } from '../../ground/people/role-contract.ts';
import { type ListMark, type TestFilter, testListOn } from './test-list-store.ts';
import type { BenefitDeps } from './benefit-deps.ts';
import { EVERYTHING, inAreas, lookingIn, SCORING_ROLES } from './opening-rules.ts';

type Deps = Pick<BenefitDeps, 'db' | 'clock'>;
type OfArea = Pick<Area, 'id' | 'timeZone'>;

const STATES: Record<Shown, readonly TestState[]> = {
  score: ['scoring'],
  settle: ['settling'],
  decide: ['deciding'],
  done: ['published'],
};

/** The list of what waits for those who work on tests. */
export function testListService({ db, clock }: Deps) {
  return {
    today: (area: Pick<Area, 'timeZone'>): string => dayIn(area.timeZone, clock()),

    /** @param who whoever scores sees what waits for them, not what they have done, nor what is not open to them */
    async list(
      area: OfArea,
      show: Shown,
      who: Who | null,
      after: ListMark | null,
      limit: number,
    ): Promise<TestSummary[]> {
      const only = filter(area, show, who);
      const tests = await testListOn(db).page({ ...only, after, limit });
      // Nobody who could be the second learns whether there is a first.
      return only.notScoredBy === null ? tests : tests.map((test) => ({ ...test, scored: null }));
    },

    /** @param who whose list it is; null for all that there is */
    async counts(area: OfArea, who: Who | null): Promise<Record<Shown, number>> {
      const count = (show: Shown) => testListOn(db).count(filter(area, show, who));
      return {
        score: await count('score'),
        settle: await count('settle'),
        decide: await count('decide'),
        done: await count('done'),
      };
    },
  };

  function filter({ id: areaId, timeZone }: OfArea, show: Shown, who: Who | null): Omit<TestFilter, 'after' | 'limit'> {
    const today = dayIn(timeZone, clock());
    const scores = who !== null && inAreas(who, SCORING_ROLES, today).includes(areaId);
    return {
      areaId,
      states: STATES[show],
      looking: who ? lookingIn(who, areaId, today) : EVERYTHING,
      notScoredBy: show === 'score' && scores ? who.personId : null,
    };
  }
}
