import { Temporal } from 'temporal-polyfill';
import type { ClosureReason } from '../bookings/closure-contract.ts';
import type { Day } from '../../kernel/recurrence-contract.ts';
import type { ClosedWhen, CopiedHow, CopyRow } from './closure-form-contract.ts';
import type { Now } from './running-contract.ts';
import type { TonightState } from './tonight-contract.ts';

export const TONIGHT_WORDS: Record<TonightState, string> = {
  coming: '',
  used: 'They came',
  no_show: 'Nobody came',
  cancelled_by_group: 'Cancelled by the group',
  cancelled_by_owner: 'Cancelled by the owner',
  moved: 'Moved to another day',
};

export const CLOSURE_WORDS: Record<ClosureReason, string> = {
  bank_holiday: 'Bank holiday',
  school_holiday: 'School holiday',
  election: 'Election',
  repairs: 'Repairs',
  staffing: 'No staff',
  own_use: 'Our own use',
  emergency: 'Emergency',
  other: 'Another reason',
};

export const CLOSED_WHEN_WORDS: Record<ClosedWhen, string> = {
  day: 'One day',
  range: 'Several days',
  bank_holidays: 'All bank holidays of a year',
  school_holidays: 'School holidays',
  dates: 'Single dates',
};

/** "today at 14:20", "yesterday at 09:00", "on 1 March at 09:00" */
export function whenWords(instant: string, { day, zone }: Pick<Now, 'day' | 'zone'>): string {
  const local = Temporal.Instant.from(instant).toZonedDateTimeISO(zone);
  const date = local.toPlainDate();
  const clock = local.toPlainTime().toString({ smallestUnit: 'minute' });
  const ago = date.until(day).days;
  if (ago === 0) return `today at ${clock}`;
  return ago === 1
    ? `yesterday at ${clock}`
    : `on ${DAY_AND_MONTH.format(new Date(`${date.toString()}T00:00:00Z`))} at ${clock}`;
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

/** What became of a date; nothing for one that is to come or of which nobody has told. */
export const OUTCOME_WORDS: Record<'planned' | 'used' | 'no_show', string> = {
  planned: '',
  used: 'They came',
  no_show: 'Nobody came',
};

export const COPIED_WORDS: Record<CopiedHow, string> = {
  bank_holiday: 'this year’s bank holiday',
  school_holiday: 'this year’s school holidays',
  weekday: 'the same weekday, nearest to the same date',
};
export const COPY_STATE_WORDS: Record<CopyRow['state'], string> = {
  free: 'Nothing is in the way.',
  in_the_way: 'Something is in the way.',
  closed_already: 'Closed already.',
  past: 'These days are past.',
  wrong: 'Enter a last day that is not before the first.',
};

/** What closing has come to. */
export function closedTold({ days, leftOut }: { days: number; leftOut: number }): string {
  const closed = days === 0 ? 'Nothing was closed.' : `${days} ${days === 1 ? 'day is' : 'days are'} closed.`;
  return leftOut === 0
    ? closed
    : `${closed} ${leftOut} ${leftOut === 1 ? 'day stays open because it is' : 'days stay open because they are'} booked or asked for.`;
}
