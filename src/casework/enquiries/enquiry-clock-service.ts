import { dayIn } from '../../kernel/clock.ts';
import type { EnquiryDeps } from './enquiry-deps.ts';
import type { EnquirySteps } from './enquiry-steps.ts';
import { enquiriesOn } from './enquiry-store.ts';

type Deps = Pick<EnquiryDeps, 'db' | 'clock' | 'areas' | 'inOneTransaction' | 'onError'> & { steps: EnquirySteps };
/** Looked up at once. */
const AT_ONCE = 200;

/**
 * What silence does. Only questions whose day has passed are looked at, each in a transaction of its own, found by an index however many
 * are closed; two servers at once do it once, because the second finds a later day in the row that it waited for.
 */
export function enquiryClock({ db, clock, areas, inOneTransaction, onError, steps }: Deps) {
  return {
    /** @returns how many steps the clock took */
    async runDue(): Promise<number> {
      const now = clock();
      const todays = [dayIn('UTC', now), ...(await areas.all(db)).map(({ timeZone }) => dayIn(timeZone, now))];
      const latest = todays.toSorted().at(-1) ?? '';
      let moved = 0;
      for (let due = await enquiriesOn(db).dueBefore(latest, null, AT_ONCE); due.length > 0;) {
        for (const { id } of due) moved += await moveOne(id);
        due = await enquiriesOn(db).dueBefore(latest, due.at(-1) ?? null, AT_ONCE);
      }
      return moved;
    },
  };

  /** One question that cannot be moved keeps none of the others from moving. */
  async function moveOne(id: string): Promise<number> {
    try {
      return await inOneTransaction(async (unit) => (await steps.locked(unit, id)).moved);
    } catch (error) {
      onError(error);
      return 0;
    }
  }
}
