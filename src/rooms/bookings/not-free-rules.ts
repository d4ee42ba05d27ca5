import { minuteOf } from '../../kernel/recurrence.ts';
import type { ClockTime } from '../../kernel/recurrence-contract.ts';
import { clockOf } from '../spaces/time-contract.ts';
import type { NotFree, Occurrence } from './booking-contract.ts';
import type { ClaimKind, Clash } from './claim-contract.ts';

const WHY: Record<ClaimKind, NotFree['why']> = { booking: 'taken', hold: 'held', closure: 'closed' };
const DAY = 24 * 60;

/** Why a date cannot be had, by what lies in its way. Times of a neighbour are reckoned on the clock from those of the date. */
export function notFreeBy(
  { kind, beside }: Omit<Clash, 'holder'>,
  { date, from, to, starts }: Pick<Occurrence, 'date' | 'from' | 'to' | 'starts'>,
): NotFree {
  if (!beside) return { date, from, to, why: WHY[kind] };
  const clock = (minute: number): ClockTime => clockOf((minuteOf(from) + minute - starts + DAY) % DAY);
  const neighbour = { is: beside.is, at: clock(beside.at), free: clock(beside.free) };
  return { date, from, to, why: 'cleaning', neighbour };
}
