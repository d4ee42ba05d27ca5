import type { Db } from '../../kernel/database.ts';

/** Days that are no working days: bank holidays, and the days on which an area's own offices are closed. */
export function daysOffOn(db: Db) {
  return {
    /** Bank holidays of the area's calendar, and the days on which its own offices are closed. */
    async daysOff(areaId: string): Promise<string[]> {
      const rows: { day: string }[] = await db('bank_holidays')
        .whereIn('calendar', db('areas').where({ id: areaId }).select('holidays'))
        .select('day')
        .union(db('area_days_off').where({ area_id: areaId }).select('day'));
      return rows.map(({ day }) => day);
    },
    /** The same for several areas in one query, from a day on. */
    async daysOffOf(areaIds: readonly string[], from: string): Promise<{ areaId: string; day: string }[]> {
      return db('areas')
        .join('bank_holidays', 'bank_holidays.calendar', 'areas.holidays')
        .whereIn('areas.id', areaIds)
        .where('bank_holidays.day', '>=', from)
        .select({ areaId: 'areas.id', day: 'bank_holidays.day' })
        .union(
          db('area_days_off')
            .whereIn('area_id', areaIds)
            .where('day', '>=', from)
            .select({ areaId: 'area_id', day: 'day' }),
        );
    },
  };
}
