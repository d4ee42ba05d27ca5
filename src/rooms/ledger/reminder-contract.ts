import { daysAfter } from '../../kernel/day-contract.ts';
import type { Day } from '../../kernel/recurrence-contract.ts';
import type { RoomTerms } from '../../groups/compact/compact-contract.ts';

/** When a group is reminded of money: some days before it is due, on the day after, and once more. Then somebody rings. */
export const REMINDER_STAGES = ['soon', 'late', 'again'] as const;
export type ReminderStage = (typeof REMINDER_STAGES)[number];
type Terms = Pick<RoomTerms, 'hire_reminder_days' | 'hire_reminded_again_days' | 'hire_ring_days'>;

/** @param charged the day on which it was charged: whoever has just been told of it is not reminded the same day */
const daysOf = (dueOn: Day, charged: Day, terms: Terms): Record<ReminderStage, Day | null> => {
  const soon = daysAfter(dueOn, -terms.hire_reminder_days);
  return {
    soon: terms.hire_reminder_days > 0 && soon > charged ? soon : null,
    late: daysAfter(dueOn, 1),
    again: terms.hire_reminded_again_days > 1 ? daysAfter(dueOn, terms.hire_reminded_again_days) : null,
  };
};

/** A reminder that could not be sent for so long is not sent any more: whoever rings comes soon enough. */
const LATE_REMINDER_DAYS = 14;

/** The reminder whose day has come last; null where none has, or too long ago. After a pause only that one is sent. */
export function stageOn(today: Day, dueOn: Day, charged: Day, terms: Terms): ReminderStage | null {
  const days = daysOf(dueOn, charged, terms);
  const stage = REMINDER_STAGES.findLast((one) => (days[one] ?? NEVER) <= today) ?? null;
  return stage !== null && today <= daysAfter(days[stage] ?? NEVER, LATE_REMINDER_DAYS) ? stage : null;
}
const NEVER: Day = '9999-12-01';

/** The day of the first reminder after a day; null after the last. */
export function nextReminder(after: Day, dueOn: Day, charged: Day, terms: Terms): Day | null {
  const days = Object.values(daysOf(dueOn, charged, terms)).filter((day): day is Day => day !== null && day > after);
  return days.toSorted()[0] ?? null;
}

/** The first day on which a group is to be rung about what was due on a day. */
export const ringFrom = (dueOn: Day, { hire_ring_days: days }: Pick<Terms, 'hire_ring_days'>): Day =>
  daysAfter(dueOn, days);
