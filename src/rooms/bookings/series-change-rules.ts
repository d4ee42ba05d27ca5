import { type Standing, canMove, type ChangePlan, NOTHING, planned } from './change-rules.ts';
import type { Day, Recurrence } from '../../kernel/recurrence-contract.ts';
import type { Booking, Occurrence } from './booking-contract.ts';
import { carried, carriedTo, withItsWeeks } from './carried-rules.ts';
import type { Change } from './booking-form-contract.ts';
import { type Slot, seriesPlan, plannedDate } from './booking-plan-rules.ts';

/** The first day of the rule from which a change of the whole series counts: the date that was named, or the first that can still move. */
export function firstDay(standing: Standing, date: Day | undefined, today: Day): Day {
  const movable = standing.occurrences
    .filter((one) => canMove(one, standing))
    .map(({ originalDate }) => originalDate)
    .toSorted();
  return date ?? movable[0] ?? today;
}

/**
 * The rule that is wished for: another one, or the one in force with another last day or day of the week. With another day of the week
 * it has as many weeks as before, unless another last day is named.
 */
export function ruleWished(
  { recurrence }: Pick<Booking, 'recurrence'>,
  wish: Pick<Change, 'recurrence' | 'until' | 'weekday'>,
): Recurrence {
  if (wish.recurrence) return wish.recurrence;
  if (recurrence.kind !== 'weekly' && recurrence.kind !== 'monthly') return recurrence;
  const until = wish.until ?? recurrence.until;
  const becomes =
    recurrence.kind === 'monthly'
      ? { ...recurrence, until, weekday: wish.weekday ?? recurrence.weekday }
      : { ...recurrence, until, weekdays: wish.weekday ? [wish.weekday] : recurrence.weekdays };
  return until === recurrence.until ? withItsWeeks(recurrence, becomes) : becomes;
}

/**
 * Changes the rule, the times or the room of a date and all after it. What is past or past its deadline stays.
 * @param daysOff days that the booking leaves out; a date that is there already was wanted, and stays
 */
export function planRest(
  standing: Standing,
  cut: Day,
  days: readonly Day[],
  wish: Change,
  daysOff: ReadonlySet<Day>,
): ChangePlan {
  const { booking, spaces, judge, newId } = standing;
  const space = spaces.get(wish.space_id ?? booking.spaceId);
  if (!space) return NOTHING;
  const rule = {
    recurrence: ruleWished(booking, wish),
    from: wish.from ?? booking.from,
    to: wish.to ?? booking.to,
    spaceId: space.id,
  };
  const slotOn = (date: Day): Slot => ({ date, from: rule.from, to: rule.to, space });
  const { later, moved, wanted, leftOut } = underRule(standing, rule, cut, days, daysOff);
  const open = new Set(later.filter((one) => canMove(one, standing)).map(({ id }) => id));
  const { add, change, drop } = seriesPlan(wanted, later, open, slotOn, booking.zone, booking.spaceId);
  const fresh = add.map((day) =>
    plannedDate(
      { id: newId(), bookingId: booking.id, originalDate: day, exception: null },
      slotOn(day),
      booking.zone,
      judge,
    ),
  );
  const dropped = new Set(drop.map(({ id }) => id));
  return {
    ...planned(
      [...fresh, ...change.map(({ before, slot }) => plannedDate(before, slot, booking.zone, judge))],
      change.map(({ before }) => before),
    ),
    dropped: drop,
    carried: moved.filter(({ id }) => !dropped.has(id)),
    leftOut: leftOut.map((date) => ({ date, from: rule.from, to: rule.to, why: 'left_out' })),
    rule,
  };
}

/** Dates by the days of the new rule, those of them that are kept by another day than before, and the days that are wanted or left out. */
function underRule(
  standing: Standing,
  { recurrence }: Pick<Booking, 'recurrence'>,
  cut: Day,
  days: readonly Day[],
  daysOff: ReadonlySet<Day>,
): { later: Occurrence[]; moved: Occurrence[]; wanted: Day[]; leftOut: Day[] } {
  const { booking, occurrences } = standing;
  const carry = carriedTo(booking.recurrence, recurrence);
  const had = new Set(occurrences.flatMap(({ originalDate }) => (originalDate < cut ? [originalDate] : [])));
  const before = new Map(occurrences.map((one) => [one.id, one.originalDate]));
  const later = carried(
    occurrences.filter(({ originalDate }) => originalDate >= cut),
    had,
    carry,
  );
  const moved = later.filter(({ id, originalDate }) => before.get(id) !== originalDate);
  const first = carry ? carry(cut) : cut;
  const coming = days.filter((day) => day >= first && !had.has(day));
  const plain = new Set(
    moved.filter((one) => one.exception === null && canMove(one, standing)).map(({ originalDate }) => originalDate),
  );
  const there = new Set(later.map(({ originalDate }) => originalDate).filter((day) => !plain.has(day)));
  const isOut = (day: Day): boolean => booking.skipsDaysOff && daysOff.has(day) && !there.has(day);
  return { later, moved, wanted: coming.filter((day) => !isOut(day)), leftOut: coming.filter(isOut) };
}
