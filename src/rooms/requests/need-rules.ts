import { canPay } from '../finder/finder-contract.ts';
import type { Quote } from '../spaces/space-contract.ts';
import { minuteOf } from '../spaces/time-contract.ts';
import type { Wish } from './request-contract.ts';

const DAY = 24 * 60;

/** A wish's times as minutes of the day; an end at or before the start is the next day's. */
export function minutesOf({ from, to }: Pick<Wish, 'from' | 'to'>): { from: number; to: number } {
  const [start, end] = [minuteOf(from) ?? 0, minuteOf(to) ?? 0];
  return { from: start, to: end > start ? end : end + DAY };
}

/** By how much a price lies above what the group can pay, in pence; null where it does not, or where nobody knows. */
export function aboveBudget(
  wish: Pick<Wish, 'most' | 'from' | 'to'>,
  quote: Quote | null,
  dates: number,
): number | null {
  if (!wish.most || !quote) return null;
  const { from, to } = minutesOf(wish);
  const above = quote.totalPence - canPay(wish.most, dates, to - from);
  return above > 0 ? above : null;
}
