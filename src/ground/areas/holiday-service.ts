import { dayIn, type Clock } from '../../kernel/clock.ts';
import type { InOneTransaction } from '../../kernel/facts.ts';
import type { Day } from '../../kernel/recurrence-contract.ts';
import { areasOn } from './area-store.ts';
import type { HolidaysRead } from './holiday-reading.ts';

type Deps = { clock: Clock; inOneTransaction: InOneTransaction };
/** What changed in one calendar, and how many areas go by it. */
export type HolidaysTaken = { calendar: string; added: readonly Day[]; removed: readonly Day[]; areas: number };

/**
 * Bank holidays of calendars. Only days that are still to come are added or taken away, in every area that goes by the calendar: what
 * has been counted never changes, and every date can be worked out again later.
 */
export function holidayService({ clock, inOneTransaction }: Deps) {
  return {
    /** Takes calendars as a list tells them. Taken twice, it changes nothing. */
    take: (read: readonly HolidaysRead[]): Promise<HolidaysTaken[]> =>
      inOneTransaction(async ({ trx, record }) => {
        const store = areasOn(trx);
        const all = await store.all();
        const taken: HolidaysTaken[] = [];
        for (const { calendar, days, years } of read) {
          const areas = all.filter(({ holidays }) => holidays === calendar);
          const today =
            areas
              .map(({ timeZone }) => dayIn(timeZone, clock()))
              .toSorted()
              .at(-1) ?? dayIn('UTC', clock());
          const told = (day: Day): boolean => day > today && years.includes(day.slice(0, 4));
          const known = (await store.holidays(calendar)).filter(told);
          const added = days.filter((day) => told(day) && !known.includes(day));
          const removed = known.filter((day) => !days.includes(day));
          await store.changeHolidays(calendar, { added, removed });
          taken.push({ calendar, added, removed, areas: areas.length });
          if (added.length + removed.length === 0) continue;
          for (const { id } of areas)
            record({
              kind: 'bank_holidays_changed',
              areaId: id,
              subjectKind: 'area',
              subjectId: id,
              actor: 'system',
              after: { added, removed },
            });
        }
        return taken;
      }),
  };
}
