import type { AgreedMark, GateState } from './benefit-contract.ts';
import type { Criterion } from './criterion-contract.ts';
import type { GateStanding } from './gate-contract.ts';
import { NOBODY_CHECKED } from './result-words.ts';
import type { Assessment, Difference } from './scoring-contract.ts';

type Sheet = Pick<Assessment, 'scores'>;
type Asked = readonly Pick<Criterion, 'id'>[];

/**
 * The marks that stand when the time is up; nothing where nobody has scored. Of one sheet its own. Of two what they have in common or
 * have settled, and the lower of the two where they have not.
 * @param sheets with marks, the first scorer's first
 */
export function marksAtLimit(
  asked: Asked,
  sheets: readonly Sheet[],
  differences: readonly Pick<Difference, 'id' | 'settled'>[],
): AgreedMark[] | null {
  if (sheets.length === 0) return null;
  return asked.map(({ id }) => {
    const settled = differences.find((one) => one.id === id)?.settled;
    if (settled) return { id, mark: settled.mark, reasons: [settled.reason] };
    const given = sheets.map(({ scores }) => scores.find((one) => one.id === id));
    const mark = Math.min(...given.map((score) => score?.value ?? 0));
    return { id, mark, reasons: given.flatMap((score) => (score && score.value === mark ? [score.reason] : [])) };
  });
}

/** The questions on which the lower of two marks stands. */
export const loweredIn = (differences: readonly Pick<Difference, 'id' | 'settled'>[]): string[] =>
  differences.filter(({ settled }) => settled === null).map(({ id }) => id);

/**
 * The gates as a result keeps them that is published because the time is up. One for the decision that nobody answered says so, and
 * defeats nothing; one for the start stays to be shown before the start.
 */
export const gatesAtLimit = (standings: readonly GateStanding[]): GateState[] =>
  standings.map(({ gate, answer, note }) => ({
    id: gate.id,
    answer: answer ?? 'not_yet',
    note: answer === null && gate.stage === 'D' ? NOBODY_CHECKED : note,
  }));
