import { daysAfter } from '../../kernel/clock.ts';
import type { FactKind } from '../../kernel/fact.ts';
import type { Day } from '../../kernel/recurrence-contract.ts';

/** What may open a room to somebody who found none. */
export const MAY_OPEN: readonly FactKind[] = [
  'booking_let_go',
  'booking_changed',
  'end_given_back',
  'dates_cancelled_by_group',
  'dates_cancelled_by_owner',
  'other_date_declined',
  'other_date_lapsed',
  'other_date_taken',
  'end_notice_given',
  'closure_removed',
  'space_added',
  'space_changed',
  'space_hours_changed',
  'space_prices_changed',
  'space_joined',
  'space_divided',
  'space_retired',
  'terms_changed',
  'days_off_changed',
  'asset_added',
  'asset_changed',
  'asset_released',
  'state_changed',
  'list_imported',
];

/** Holds run out and days come within reach by themselves. */
const AGAIN_AFTER_MS = 24 * 3_600_000;

/** When a need is looked at again though nothing has happened: after a day, and when it is over. One that was told waits for that alone. */
export function nextLookAt({ endsOn, toldAt }: { endsOn: Day; toldAt: string | null }, now: Date): string {
  const over = `${daysAfter(endsOn, 1)}T00:00:00.000Z`;
  const again = new Date(now.getTime() + AGAIN_AFTER_MS).toISOString();
  return toldAt !== null || over < again ? over : again;
}
