import { daysAfter } from '../../kernel/clock.ts';
import type { Day } from '../../kernel/recurrence-contract.ts';

/** Holds run out and days come within reach by themselves. */
const AGAIN_AFTER_MS = 24 * 3_600_000;

/** When a need is looked at again though nothing has happened: after a day, and when it is over. One that was told waits for that alone. */
export function nextLookAt({ endsOn, toldAt }: { endsOn: Day; toldAt: string | null }, now: Date): string {
  const over = `${daysAfter(endsOn, 1)}T00:00:00.000Z`;
  const again = new Date(now.getTime() + AGAIN_AFTER_MS).toISOString();
  return toldAt !== null || over < again ? over : again;
}
