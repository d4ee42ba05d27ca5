import { dayIn } from '../../kernel/clock.ts';
import type { EnquiryDeps } from './enquiry-deps.ts';
import type { EnquirySteps } from './enquiry-steps.ts';
import { enquiriesOn } from './enquiry-store.ts';

type Deps = Pick<EnquiryDeps, 'db' | 'clock' | 'areas' | 'inOneTransaction'> & { steps: EnquirySteps };
/** Looked up at once. */
const AT_ONCE = 200;

/**
 * What silence does. Only questions whose day has passed are looked at, each in a transaction of its own, found by an index however many
 * are closed; two servers at once do it once, because the second finds a later day in the row that it waited for.
 */
export function enquiryClock({ db, clock, areas, inOneTransaction, steps }: Deps) {
  return {
    /** @returns how many steps the clock took */
    async runDue(): Promise<number> {
      const now = clock();
      const todays = [dayIn('UTC', now), ...(await areas.all(db)).map(({ timeZone }) => dayIn(timeZone, now))];
      const latest = todays.toSorted().at(-1) ?? '';
      let moved = 0;
      for (
        let ids = await dueBefore(latest);
        ids.length > 0;
        ids = ids.length < AT_ONCE ? [] : await dueBefore(latest)
      ) {
        const before = moved;
        for (const id of ids) moved += await inOneTransaction(async (unit) => (await steps.locked(unit, id)).moved);
        if (moved === before) break;
      }
      return moved;
    },
  };

  function dueBefore(day: string): Promise<string[]> {
    return enquiriesOn(db).dueBefore(day, AT_ONCE);
  }
}
