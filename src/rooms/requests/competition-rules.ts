import type { Stretch } from '../../kernel/recurrence-contract.ts';
import type { Passport } from './request-contract.ts';

/** A request that an owner may still say yes to, with what decides who goes first. */
export type Contender = {
  optionId: string;
  benefit: Pick<Passport, 'points' | 'possible'>;
  completeOn: string;
  completeAt: string;
};

/** What a request would hold: undivided spaces, and stretches with the minutes kept free around them. */
export type Held = { leaves: readonly number[]; stretches: readonly Stretch[] };

/**
 * Who goes first of those who want the same dates: the higher result of the test; with equal ones whoever was complete first
 * (casework reference 9.3, C8). Results are compared in whole numbers: 72 of 80 and 360 of 400 are equal.
 */
export function inTurn<C extends Contender>(contenders: readonly C[]): C[] {
  return contenders.toSorted((one, other) => lead(other.benefit, one.benefit) || earlier(one, other));
}

export function earlier(one: Contender, other: Contender): number {
  return (
    one.completeOn.localeCompare(other.completeOn) ||
    one.completeAt.localeCompare(other.completeAt) ||
    one.optionId.localeCompare(other.optionId)
  );
}

/** Do two requests want some of the same time? Half-open: one may begin when the other ends. */
export function overlap(one: Held, other: Held): boolean {
  if (!one.leaves.some((leaf) => other.leaves.includes(leaf))) return false;
  const later = other.stretches.toSorted((a, b) => a.starts - b.starts);
  return one.stretches.some(({ starts, ends }) => later.some((two) => two.starts < ends && starts < two.ends));
}

/** Above 0 when the first result is the higher. Without a result there are no points. */
function lead(one: Contender['benefit'], other: Contender['benefit']): number {
  const [mine, theirs] = [scored(one), scored(other)];
  return mine.points * theirs.possible - theirs.points * mine.possible;
}

function scored({ points, possible }: Contender['benefit']): { points: number; possible: number } {
  return points === null || possible === null || possible <= 0 ? { points: 0, possible: 1 } : { points, possible };
}

/** A contender with what it would hold. */
export type Rival = Contender & { held: Held };

/**
 * Which request gets the dates when one of several is to be offered them. Taken in their turn, each that shares no minute with one
 * before it stands; one that does not stand goes behind whoever it shares with.
 * @param wanted the one whose owner said yes, or was silent
 */
export function whoGoesFirst<R extends Rival>(wanted: R, all: readonly R[]): R {
  const standing: R[] = [];
  for (const rival of inTurn(all)) if (!standing.some((one) => overlap(one.held, rival.held))) standing.push(rival);
  return (
    standing.find(({ optionId }) => optionId === wanted.optionId) ??
    standing.find((one) => overlap(one.held, wanted.held)) ??
    wanted
  );
}
