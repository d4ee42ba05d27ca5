import { dayIn } from '../../kernel/clock.ts';
import type { Who } from '../../ground/people/role-contract.ts';
import type { BenefitDeps } from './benefit-deps.ts';
import type { CaseReader } from './case-reading.ts';
import type { Settlement, SettlementKind } from './scoring-contract.ts';
import { recordBothIn } from './case-moving-steps.ts';
import { scoringOn } from './scoring-store.ts';
import type { Settling } from './test-page-contract.ts';
import { testsOn } from './test-store.ts';
import { stepFor, settled } from './settlement-reading-service.ts';

type Deps = Pick<BenefitDeps, 'db' | 'clock' | 'newId' | 'inOneTransaction' | 'areas'> & { cases: CaseReader };

/** Where two scorers differ they come to one mark, and write down how. Nothing is averaged, and what each handed in stays. */
export function settlingService({ db, clock, newId, inOneTransaction, areas, cases }: Deps) {
  return {
    /** @returns what it came to: proposed, or settled in one of three ways */
    async settle(who: Who, testId: string, wish: Settling): Promise<SettlementKind> {
      const { areaId } = (await testsOn(db).byId(testId)) ?? {};
      const today = dayIn((await areas.all()).find(({ id }) => id === areaId)?.timeZone ?? 'UTC', clock());
      return inOneTransaction(async ({ trx, record }) => {
        const found = await cases.lock(trx, testId);
        const [difference, step] = stepFor(found, who, wish.criterion, today);
        const settlement: Settlement = {
          ...settled(found, difference, step, wish),
          id: newId(),
          testId,
          criterion: difference.id,
          from: difference.from,
          by: who.personId,
          at: clock().toISOString(),
        };
        await scoringOn(trx).settle(settlement);
        record({
          kind: `test_mark_${settlement.kind}`,
          areaId: found.test.areaId,
          subjectKind: 'benefit_test',
          subjectId: testId,
          actor: who.personId,
          after: { criterion: difference.id },
        });
        const open = found.differences.filter(
          (one) => one.settled === null && (one.id !== difference.id || settlement.kind === 'proposed'),
        );
        if (open.length === 0) {
          await testsOn(trx).change({ ...found.test, state: 'deciding', changedAt: settlement.at });
          recordBothIn({ record }, found.test, 'deciding');
        }
        return settlement.kind;
      });
    },
  };
}
