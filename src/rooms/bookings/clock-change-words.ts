import { lengthOf, minuteOf } from '../spaces/time-contract.ts';
import type { Occurrence } from './booking-contract.ts';
import { timeWords } from './booking-words.ts';

const DAY = 24 * 60;
type OnClocks = Pick<Occurrence, 'from' | 'to' | 'starts' | 'ends' | 'clockMoved'>;

/**
 * What somebody has to know of a date on which the clocks change while it goes on: that it is at another time than on every other
 * date, or how long it really is, which is what is paid for. Null on every other date.
 */
export function clockWords({ from, to, starts, ends, clockMoved }: OnClocks): string | null {
  if (clockMoved) return `The clocks go forward that night: ${timeWords(from, to)} instead.`;
  const [first, last] = [minuteOf(from) ?? 0, minuteOf(to) ?? 0];
  const more = ends - starts - (last - first + (last > first ? 0 : DAY));
  if (more === 0) return null;
  return `The clocks go ${more > 0 ? 'back' : 'forward'} that night: ${timeWords(from, to)} lasts ${lengthOf(ends - starts)}, and that is what is paid for.`;
}
