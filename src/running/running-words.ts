import { Temporal } from 'temporal-polyfill';
import type { ClosureReason } from '../bookings/closure-contract.ts';
import type { Day } from '../kernel/recurrence-contract.ts';
import type { Now } from './running-contract.ts';
import type { TonightState } from './tonight-contract.ts';

export const TONIGHT_WORDS: Record<TonightState, string> = {
  coming: '', used: 'They came', no_show: 'Nobody came', cancelled_by_group: 'Cancelled by the group', cancelled_by_owner: 'Cancelled by the owner', moved: 'Moved to another day',
};

export const CLOSURE_WORDS: Record<ClosureReason, string> = {
  bank_holiday: 'Bank holiday', school_holiday: 'School holiday', election: 'Election', repairs: 'Repairs', staffing: 'No staff', own_use: 'Our own use', emergency: 'Emergency', other: 'Another reason',
};

/** "today at 14:20", "yesterday at 09:00", "on 1 March at 09:00" */
export function whenWords(instant: string, { day, zone }: Pick<Now, 'day' | 'zone'>): string {
  const local = Temporal.Instant.from(instant).toZonedDateTimeISO(zone);
  const date = local.toPlainDate();
  const clock = local.toPlainTime().toString({ smallestUnit: 'minute' });
  const ago = date.until(day).days;
  if (ago === 0) return `today at ${clock}`;
  return ago === 1 ? `yesterday at ${clock}` : `on ${DAY_AND_MONTH.format(new Date(`${date.toString()}T00:00:00Z`))} at ${clock}`;
}

/** "Tonight", "Tomorrow", or the day of the week. */
export function dayTitle(day: Day, today: Day): string {
  const ahead = Temporal.PlainDate.from(today).until(day).days;
  if (ahead === 0) return 'Tonight';
  if (ahead === 1) return 'Tomorrow';
  return ahead === -1 ? 'Yesterday' : WEEKDAY.format(new Date(`${day}T00:00:00Z`));
}

const DAY_AND_MONTH = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', timeZone: 'UTC' });
const WEEKDAY = new Intl.DateTimeFormat('en-GB', { weekday: 'long', timeZone: 'UTC' });
