import { Temporal } from 'temporal-polyfill';
import type { ClosureReason } from '../bookings/closure-contract.ts';
import { sameWeekdayNextYear } from '../../kernel/next-year.ts';
import type { Day } from '../../kernel/recurrence-contract.ts';
import type { CopiedHow, Gap } from './closure-form-contract.ts';

type Days = { from: Day; to: Day };
/** Bank holidays of the year that is copied and of the one it is copied to, and the holidays between terms of the latter. */
export type Calendars = { before: readonly Day[]; after: readonly Day[]; gaps: readonly Gap[] };

/** School holidays move by so many days from year to year, Easter's most of all. */
const GAP_MOVES = 35;

/**
 * Where a closure of one year goes in the next. A bank holiday goes to that year's, by its number in the year; days between terms to
 * the nearest of the new year's; everything else to the same weekday nearest to the same date, for as many days.
 */
export function inNextYear(
  { from, to, reason }: Days & { reason: ClosureReason },
  calendars: Calendars,
): Days & { how: CopiedHow } {
  const holiday = from === to ? holidayFor(from, calendars) : undefined;
  if (holiday) return { from: holiday, to: holiday, how: 'bank_holiday' };
  const shifted = sameWeekdayNextYear(from);
  const gap = reason === 'school_holiday' ? nearest(calendars.gaps, shifted) : undefined;
  if (gap) return { from: gap.from, to: gap.to, how: 'school_holiday' };
  const length = Temporal.PlainDate.from(from).until(to).days;
  return { from: shifted.toString(), to: shifted.add({ days: length }).toString(), how: 'weekday' };
}

/** The eighth bank holiday of one year is the eighth of the next; where the years have not as many, the nearest to the same date. */
function holidayFor(day: Day, { before, after }: Calendars): Day | undefined {
  const at = before.indexOf(day);
  if (at < 0) return undefined;
  return before.length === after.length
    ? after[at]
    : after.toSorted((one, other) => apart(one, day) - apart(other, day))[0];
}

/** How far two days are from each other in the round of the year. */
const apart = (one: Day, other: Day): number =>
  Math.abs(Temporal.PlainDate.from(other).add({ years: 1 }).until(one).days);

function nearest(gaps: readonly Gap[], day: Temporal.PlainDate): Gap | undefined {
  const distance = ({ from }: Gap): number => Math.abs(day.until(from).days);
  const [best] = gaps.toSorted((one, other) => distance(one) - distance(other));
  return best && distance(best) <= GAP_MOVES ? best : undefined;
}
