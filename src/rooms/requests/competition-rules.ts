import type { Tally } from '../../groups/benefit-test/benefit-contract.ts';
import type { Stretch } from '../../kernel/recurrence-contract.ts';
import type { WhyFirst } from './rival-contract.ts';

/** When a request was complete: on which day, and at which instant. */
export type Complete = { optionId: string; completeOn: string; completeAt: string };
/** A request that an owner may still say yes to, with what decides who goes first. */
export type Contender = Complete & {
  /** Points on the questions about benefit alone; null for a group that has not passed. */
  benefit: Tally | null;
  /** In rooms of this owner in the last twelve months. */
  minutes: number;
  /** Its number in the draw, in hexadecimal digits: the lowest goes first. Empty where there is nothing left to draw. */
  number: string;
};
/** What a request would hold: undivided spaces, and stretches with the minutes kept free around them. */
export type Held = { leaves: readonly number[]; stretches: readonly Stretch[] };
/** A contender with what it would hold. */
export type Rival = Contender & { held: Held };

/**
 * Who goes first of those who want the same dates (docs/decisions/0023-rivals-for-a-room.md). The best result leads; everybody less than
 * `tie` points in 100 below it is as good; of those goes first who has had fewer hours, then whoever has the lower number in the draw.
 * Then the same again among those that are left. Whoever has not passed comes after all who have.
 * Being as good is not transitive (70, 67, 64), being less than so much below the best is: so there is one order, whatever order they come in.
 * @param tie in points of 100, whole; compared without rounding
 */
export function inTurn<C extends Contender>(contenders: readonly C[], tie: number): C[] {
  const left = contenders.toSorted(afterResults);
  const order: C[] = [];
  while (left.length > 0) {
    const best = bestOf(left);
    order.push(
      ...left.splice(
        left.findIndex(({ benefit }) => asGood(best, benefit, tie)),
        1,
      ),
    );
  }
  return order;
}

/**
 * Why one of two went first, with the best result of those among whom it was chosen, and all of these that were equal in everything
 * before the draw.
 */
export function whyFirst<C extends Contender>(
  first: C,
  other: C,
  all: readonly C[],
  tie: number,
): { why: WhyFirst; best: Tally | null; equal: C[] } {
  const order = inTurn(all, tie);
  const left = order.slice(order.indexOf(first));
  const best = bestOf(left);
  const equal = left.filter(({ benefit, minutes }) => asGood(best, benefit, tie) && minutes === first.minutes);
  return { why: whyOf(first, other, asGood(best, other.benefit, tie)), best, equal };
}

function whyOf(first: Contender, other: Contender, isAsGood: boolean): WhyFirst {
  if (!isAsGood) return other.benefit === null ? 'passed' : 'benefit';
  if (first.minutes !== other.minutes) return 'fewer_hours';
  return first.number === other.number ? 'earlier' : 'draw';
}

/** Whether some are equal in everything that is looked at before a draw. */
export const mustDraw = (all: readonly Contender[], tie: number): boolean =>
  all.some((one, at) =>
    all.slice(at + 1).some((two) => one.minutes === two.minutes && asGood(one.benefit, two.benefit, tie)),
  );

/** Whether two results are as good: less than `tie` points of 100 apart, in whole numbers. Results of different sets of questions compare too. */
export function asGood(one: Tally | null, other: Tally | null, tie: number): boolean {
  if (one === null || other === null) return one === other;
  const gap = Math.abs(lead(one, other));
  return gap === 0 || gap * 100 < tie * one.possible * other.possible;
}

/** Above 0 when the first result is the higher. */
const lead = (one: Tally, other: Tally): number => one.points * other.possible - other.points * one.possible;

const bestOf = (all: readonly Contender[]): Tally | null =>
  all
    .flatMap(({ benefit }) => benefit ?? [])
    .toSorted((one, other) => lead(other, one))
    .at(0) ?? null;

/** A group that asks twice has the same number twice: then its earlier request goes first. */
const afterResults = (one: Contender, other: Contender): number =>
  one.minutes - other.minutes || compared(one.number, other.number) || earlier(one, other);

export const earlier = (one: Complete, other: Complete): number =>
  compared(one.completeOn, other.completeOn) ||
  compared(one.completeAt, other.completeAt) ||
  compared(one.optionId, other.optionId);

const compared = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);

/** Do two requests want some of the same time? Half-open: one may begin when the other ends. */
export function overlap(one: Held, other: Held): boolean {
  if (!one.leaves.some((leaf) => other.leaves.includes(leaf))) return false;
  const later = other.stretches.toSorted((a, b) => a.starts - b.starts);
  return one.stretches.some(({ starts, ends }) => later.some((two) => two.starts < ends && starts < two.ends));
}

/**
 * Which request gets the dates when one of several is to be offered them. Taken in their turn, each that shares no minute with one
 * before it stands; one that does not stand goes behind whoever it shares with.
 * @param wanted the one whose owner said yes, or was silent
 */
export function whoGoesFirst<R extends Rival>(wanted: R, all: readonly R[], tie: number): R {
  const standing: R[] = [];
  for (const rival of inTurn(all, tie))
    if (!standing.some((one) => overlap(one.held, rival.held))) standing.push(rival);
  return (
    standing.find(({ optionId }) => optionId === wanted.optionId) ??
    standing.find((one) => overlap(one.held, wanted.held)) ??
    wanted
  );
}
