import type { Shown } from './test-page-contract.ts';
import type { TestState, TestSummary } from './test-contract.ts';
import type { Area } from '../../ground/areas/area-contract.ts';
import { dayIn } from '../../kernel/clock.ts';
import type { Who } from '../../ground/people/role-contract.ts';
import { type ListMark, testListOn } from './test-list-store.ts';
import type { BenefitDeps } from './benefit-deps.ts';

type Deps = Pick<BenefitDeps, 'db' | 'clock'>;

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

    /** @param scorer whoever scores sees what waits for them, not what they have done */
    async list(
      areaId: string,
      show: Shown,
      scorer: Who | null,
      after: ListMark | null,
      limit: number,
    ): Promise<TestSummary[]> {
      return testListOn(db).page({
        areaId,
        states: STATES[show],
        notScoredBy: show === 'score' ? (scorer?.personId ?? null) : null,
        after,
        limit,
      });
    },

    async counts(areaId: string, scorer: Who | null): Promise<Record<Shown, number>> {
      const count = (show: Shown) =>
        testListOn(db).count({
          areaId,
          states: STATES[show],
          notScoredBy: show === 'score' ? (scorer?.personId ?? null) : null,
        });
      return {
        score: await count('score'),
        settle: await count('settle'),
        decide: await count('decide'),
        done: await count('done'),
      };
    },
  };
}
