import type { GateState, Marks, Outcome, Tally } from './benefit-contract.ts';
import type { PathRules } from './criteria-contract.ts';
import { TOP_MARK, type Criterion } from './criterion-contract.ts';

type Weighted = Pick<Criterion, 'id' | 'weight'>;
type Passing = Pick<PathRules, 'pass_mark' | 'near_band' | 'criteria'>;

/** Points won and points there are; nothing while any question that is asked has no mark. */
export function tallyOf(criteria: readonly Weighted[], marks: Marks): Tally | null {
  if (criteria.some(({ id }) => marks[id] === undefined)) return null;
  return {
    points: criteria.reduce((sum, { id, weight }) => sum + weight * (marks[id] ?? 0), 0),
    possible: criteria.reduce((sum, { weight }) => sum + weight * TOP_MARK, 0),
  };
}

/** Points won so far, for whoever is still marking. */
export function soFar(criteria: readonly Weighted[], marks: Marks): Tally & { marked: number; asked: number } {
  const done = criteria.filter(({ id }) => marks[id] !== undefined);
  return {
    marked: done.length,
    asked: criteria.length,
    points: tallyOf(done, marks)?.points ?? 0,
    possible: tallyOf(criteria, { ...Object.fromEntries(criteria.map(({ id }) => [id, 0])), ...marks })?.possible ?? 0,
  };
}

/** Whether points reach a percentage. In whole numbers: a mark has one decimal at most, and nothing is rounded before comparing. */
export function reaches({ points, possible }: Tally, percent: number): boolean {
  return points * 1_000 >= Math.round(percent * 10) * possible;
}

/** Questions whose mark is below the least that is needed. */
export function failedMinima(criteria: readonly Pick<Criterion, 'id' | 'min'>[], marks: Marks): string[] {
  return criteria.filter(({ id, min }) => (marks[id] ?? 0) < min).map(({ id }) => id);
}

/**
 * What marks and gates come to; nothing while a question has no mark.
 * A "no" at a gate keeps a case that has the marks from passing, and gives it the one chance to put that right.
 */
export function outcomeOf(path: Passing, marks: Marks, gates: readonly Pick<GateState, 'answer'>[]): Outcome | null {
  const tally = tallyOf(path.criteria, marks);
  if (!tally) return null;
  const stopped = failedMinima(path.criteria, marks).length > 0 || gates.some(({ answer }) => answer === 'no');
  if (reaches(tally, path.pass_mark)) return stopped ? 'nearly' : 'pass';
  return reaches(tally, path.pass_mark - path.near_band) ? 'nearly' : 'not_yet';
}

/** What is wrong with marks, apart from any that are missing. */
export function markMistakes(
  criteria: readonly Weighted[],
  marks: Readonly<Record<string, unknown>>,
): { id: string; message: string }[] {
  return Object.entries(marks).flatMap(([id, mark]) => {
    if (!criteria.some((one) => one.id === id))
      return [{ id, message: `Take out the mark for ${id.slice(0, 12)}: this question is not asked here.` }];
    return isMark(mark) ? [] : [{ id, message: 'Choose a mark from 0 to 4. There are no half marks.' }];
  });
}

export const isMark = (mark: unknown): mark is number =>
  typeof mark === 'number' && Number.isInteger(mark) && mark >= 0 && mark <= TOP_MARK;

export type Comparison = { ours: Tally; theirs: Tally; greater: 'ours' | 'theirs' | 'close' };

/**
 * Compares two uses of one place by the questions on benefit that are meant for it; nothing while one of those has no mark.
 * @param closeGap two uses that differ by less, in percent, are close: then people try to share first
 */
export function compared(
  path: Pick<PathRules, 'criteria'>,
  ours: Marks,
  theirs: Marks,
  closeGap: number,
): Comparison | null {
  const asked = path.criteria.filter((one) => one.compared);
  const [mine, other] = [tallyOf(asked, ours), tallyOf(asked, theirs)];
  if (!mine || !other) return null;
  const lead = mine.points - other.points;
  if (Math.abs(lead) * 1_000 < Math.round(closeGap * 10) * mine.possible || lead === 0)
    return { ours: mine, theirs: other, greater: 'close' };
  return { ours: mine, theirs: other, greater: lead > 0 ? 'ours' : 'theirs' };
}

/** How many of a petition's signatures a question takes into account: many more make nothing better. */
export function signaturesThatCount({ counts_to }: Pick<Criterion, 'counts_to'>, valid: number): number {
  return counts_to === undefined ? valid : Math.min(valid, counts_to);
}
