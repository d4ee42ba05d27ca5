import { inTurn, overlap, whoGoesFirst, whyFirst, type Rival } from './competition-rules.ts';
import type { Comparison, Side } from './rival-contract.ts';

type Compared = Rival & { candidate: string };
/** One request that stands behind another, and why; `equal`: all who drew, where a draw decided. */
export type Verdict<R> = Pick<Comparison, 'why' | 'best'> & { first: R; behind: R; equal: R[] };

/**
 * Why each request that shares dates with the one that gets them stands behind it, or behind another that stands before it too.
 * @param able those who can get the dates now: where an owner was silent, those for whom that is an offer
 */
export function verdictsFor<R extends Compared>(
  first: R,
  all: readonly R[],
  able: readonly R[],
  tie: number,
): Verdict<R>[] {
  return all
    .filter((one) => one !== first && overlap(one.held, first.held))
    .map((behind) => {
      if (!able.includes(behind)) {
        const order = inTurn(all, tie);
        return order.indexOf(first) < order.indexOf(behind)
          ? { first, behind, ...whyFirst(first, behind, all, tie) }
          : { first, behind, why: 'silence', best: null, equal: [] };
      }
      const before = whoGoesFirst(behind, able, tie);
      return { first: before, behind, ...whyFirst(before, behind, able, tie) };
    });
}

/** How a request stands beside those it shares dates with, before anybody has decided: behind one of them, or before the next best. */
export function verdictBetween<R extends Compared>(wanted: R, all: readonly R[], tie: number): Verdict<R> | null {
  const first = whoGoesFirst(wanted, all, tie);
  const verdicts = verdictsFor(first, all, all, tie);
  return verdicts.find((one) => (first === wanted ? one.first === first : one.behind === wanted)) ?? null;
}

/** What of a contender is compared, and kept. */
export const sideOf = ({ benefit, minutes, candidate, number }: Compared): Side => ({
  benefit,
  minutes,
  candidate,
  number,
});
