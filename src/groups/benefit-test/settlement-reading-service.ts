import type { Case } from './case-reading.ts';
import type { Who } from '../../ground/people/role-contract.ts';
import type { Difference, SettlementKind, Settlement } from './scoring-contract.ts';
import { conflict, notFound, Problem, invalid } from '../../kernel/problem.ts';
import { isOpenTo } from './opening-rules.ts';
import { partOf, nextStep, possibleMarks } from './settling-rules.ts';
import { whyNotScore } from './scoring-rules.ts';
import type { Settling } from './test-page-contract.ts';
import { LONGEST_REASON } from './score-sheet-rules.ts';

/** @throws Problem 404 for somebody to whom it is not open, 403, or 409 when it is settled or another's turn */
export function stepFor(
  { test, both, differences, assessments, evidence }: Case,
  who: Who,
  criterion: string,
  today: string,
): [Difference, SettlementKind] {
  if (!isOpenTo(who, test, today)) throw notFound('test');
  if (!both || test.state !== 'settling')
    throw conflict('There is nothing to settle here, or no more. Look at the page of the test.');
  const part = partOf(who.personId, both);
  const why = part === 'third' ? whyNotScore(who, test, assessments, today, evidence) : null;
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
export function settled(
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
