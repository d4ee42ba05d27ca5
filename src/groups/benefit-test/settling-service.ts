import { dayIn } from '../../kernel/clock.ts';
import { conflict, invalid, Problem } from '../../kernel/problem.ts';
import type { Who } from '../../ground/people/role-contract.ts';
import type { BenefitDeps } from './benefit-deps.ts';
import type { Case, CaseReader } from './case-reading.ts';
import type { Difference, Settlement, SettlementKind } from './scoring-contract.ts';
import { LONGEST_REASON } from './score-form.ts';
import { whyNotScore } from './scoring-rules.ts';
import { scoringOn } from './scoring-store.ts';
import { nextStep, partOf, possibleMarks } from './settling-rules.ts';
import type { Settling } from './test-page-contract.ts';
import { testsOn } from './test-store.ts';

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
        if (open.length === 0)
          await testsOn(trx).change({ ...found.test, state: 'deciding', changedAt: settlement.at });
        return settlement.kind;
      });
    },
  };
}
export type SettlingService = ReturnType<typeof settlingService>;

/** @throws Problem 403, or 409 when it is settled or another's turn */
function stepFor(
  { test, both, differences, assessments }: Case,
  who: Who,
  criterion: string,
  today: string,
): [Difference, SettlementKind] {
  if (!both || test.state !== 'settling')
    throw conflict('There is nothing to settle here, or no more. Look at the page of the test.');
  const part = partOf(who.personId, both);
  const why = part === 'third' ? whyNotScore(who, test, assessments, today) : null;
  if (why) throw new Problem(403, 'You cannot settle this one', why);
  const difference = differences.find(({ id }) => id === criterion);
  const step = difference && nextStep(difference, part, who.personId);
  if (!difference || difference.settled)
    throw conflict('This question is settled already. Look at the page of the test.');
  if (!step)
    throw conflict(
      'On this question it is the second scorer’s turn: their mark came in last, and they confirm one of the two.',
    );
  return [difference, step];
}

/** The mark, the reason and how it came about. Whoever agrees takes both from the proposal. */
function settled(
  { stored }: Case,
  difference: Difference,
  step: SettlementKind,
  { agrees, mark, reason }: Settling,
): Pick<Settlement, 'mark' | 'reason' | 'kind'> {
  if (agrees !== undefined) {
    if (step !== 'agreed' || difference.proposal?.id !== agrees)
      throw conflict('The proposal has changed meanwhile, or it is your own. Look at it again.');
    return { mark: difference.proposal.mark, reason: difference.proposal.reason, kind: 'agreed' };
  }
  const allowed: readonly number[] = step === 'confirmed' ? difference.from : possibleMarks(difference);
  const least = stored.set.scoring.reason_at_least;
  const mistakes = [
    ...(mark === undefined || !allowed.includes(mark)
      ? [{ field: `mark_${difference.id}`, message: `Choose one of the marks ${allowed.toSorted().join(', ')}.` }]
      : []),
    ...(reason.length > LONGEST_REASON
      ? [
          {
            field: `reason_${difference.id}`,
            message: `Use up to ${LONGEST_REASON.toLocaleString('en-GB')} characters.`,
          },
        ]
      : []),
    ...(reason.length < least
      ? [
          {
            field: `reason_${difference.id}`,
            message: `Say in ${least} characters or more how you came to the mark. The group reads it.`,
          },
        ]
      : []),
  ];
  if (mark === undefined || mistakes.length > 0) throw invalid(mistakes);
  return { mark, reason, kind: step === 'agreed' ? 'proposed' : step };
}
