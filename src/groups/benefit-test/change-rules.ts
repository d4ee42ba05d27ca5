import type { Changes, GateState, Marks, Rise } from './benefit-contract.ts';
import { failedMinima, outcomeOf, reaches, tallyOf } from './benefit-rules.ts';
import type { PathRules } from './criteria-contract.ts';
import { TOP_MARK } from './criterion-contract.ts';

type Passing = Pick<PathRules, 'pass_mark' | 'near_band' | 'criteria'>;

/**
 * What would have brought a pass. First the smallest rises of a single mark: all of the same, smallest size. Where no single one
 * does, the fewest steps that together do: what a least mark lacks first, then the questions that weigh most.
 */
export function whatWouldChange(path: Passing, marks: Marks, gates: readonly GateState[]): Changes {
  const stopping = gates.filter(({ answer }) => answer === 'no').map(({ id }) => id);
  if (passes(path, marks)) return { single: [], together: [], gates: stopping };
  const single = smallestRises(path, marks);
  return { single, together: single.length > 0 ? [] : fewestSteps(path, marks), gates: stopping };
}

function smallestRises(path: Passing, marks: Marks): Rise[] {
  for (let size = 1; size <= TOP_MARK; size++) {
    const rises = path.criteria.map(({ id }): Rise => ({ id, from: marks[id] ?? 0, to: (marks[id] ?? 0) + size }));
    const enough = rises.filter(({ id, to }) => to <= TOP_MARK && passes(path, { ...marks, [id]: to }));
    if (enough.length > 0) return enough;
  }
  return [];
}

function fewestSteps(path: Passing, marks: Marks): Rise[] {
  const raised: Record<string, number> = { ...marks };
  for (const id of failedMinima(path.criteria, marks))
    raised[id] = path.criteria.find((one) => one.id === id)?.min ?? 0;
  const heaviestFirst = path.criteria.toSorted((one, other) => other.weight - one.weight);
  while (!isEnough(path, raised)) {
    const next = heaviestFirst.find(({ id }) => (raised[id] ?? 0) < TOP_MARK);
    if (!next) break;
    raised[next.id] = (raised[next.id] ?? 0) + 1;
  }
  return path.criteria
    .map(({ id }): Rise => ({ id, from: marks[id] ?? 0, to: raised[id] ?? 0 }))
    .filter(({ from, to }) => to > from);
}

const passes = (path: Passing, marks: Marks): boolean => outcomeOf(path, marks, []) === 'pass';

function isEnough({ criteria, pass_mark }: Passing, marks: Marks): boolean {
  const tally = tallyOf(criteria, marks);
  return tally === null || reaches(tally, pass_mark);
}
