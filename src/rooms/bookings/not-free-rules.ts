import { minuteOf } from '../../kernel/recurrence.ts';
import type { ClockTime } from '../../kernel/recurrence-contract.ts';
import { clockOf } from '../spaces/time-contract.ts';
import type { NotFree, Occurrence } from './booking-contract.ts';
import type { ClaimKind, Clash } from './claim-contract.ts';

const WHY: Record<ClaimKind, NotFree['why']> = { booking: 'taken', hold: 'held', closure: 'closed' };
const DAY = 24 * 60;

/**
 * Why a date cannot be had, by what lies in its way. Times of a neighbour are reckoned on the clock from that end of the date that lies
 * beside it: a night in which the clocks change has another clock at each end.
 */
export function notFreeBy(
  { kind, beside }: Omit<Clash, 'holder'>,
  { date, from, to, starts, ends }: Pick<Occurrence, 'date' | 'from' | 'to' | 'starts' | 'ends'>,
): NotFree {
  if (!beside) return { date, from, to, why: WHY[kind] };
  const [time, at] = beside.is === 'before' ? [from, starts] : [to, ends];
  const clock = (minute: number): ClockTime => clockOf((((minuteOf(time) + minute - at) % DAY) + DAY) % DAY);
  const neighbour = { is: beside.is, at: clock(beside.at), free: clock(beside.free) };
  return { date, from, to, why: 'cleaning', neighbour };
}
