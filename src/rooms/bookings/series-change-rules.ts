import { type Standing, canMove, type ChangePlan, NOTHING, planned } from './change-rules.ts';
import type { Day, Recurrence } from '../../kernel/recurrence-contract.ts';
import type { Booking } from './booking-contract.ts';
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

/** The rule that is wished for: another one, or the one in force with another last day or day of the week. */
export function ruleWished(
  { recurrence }: Pick<Booking, 'recurrence'>,
  wish: Pick<Change, 'recurrence' | 'until' | 'weekday'>,
): Recurrence {
  if (wish.recurrence) return wish.recurrence;
  if (recurrence.kind !== 'weekly' && recurrence.kind !== 'monthly') return recurrence;
  const until = wish.until ?? recurrence.until;
  if (recurrence.kind === 'monthly') return { ...recurrence, until, weekday: wish.weekday ?? recurrence.weekday };
  return { ...recurrence, until, weekdays: wish.weekday ? [wish.weekday] : recurrence.weekdays };
}

/** Changes the rule, the times or the room of a date and all after it. What is past or past its deadline stays. */
export function planRest(standing: Standing, cut: Day, days: readonly Day[], wish: Change): ChangePlan {
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
  const later = standing.occurrences.filter(({ originalDate }) => originalDate >= cut);
  const open = new Set(later.filter((one) => canMove(one, standing)).map(({ id }) => id));
  const { add, change, drop } = seriesPlan(
    days.filter((day) => day >= cut),
    later,
    open,
    slotOn,
    booking.zone,
    booking.spaceId,
  );
  const fresh = add.map((day) =>
    plannedDate(
      { id: newId(), bookingId: booking.id, originalDate: day, exception: null },
      slotOn(day),
      booking.zone,
      judge,
    ),
  );
  const moved = change.map(({ before, slot }) => plannedDate(before, slot, booking.zone, judge));
  return {
    ...planned(
      [...fresh, ...moved],
      change.map(({ before }) => before),
    ),
    dropped: drop,
    rule,
  };
}
