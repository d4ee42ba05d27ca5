import type { Db } from '../../kernel/database.ts';

/** Days that are no working days: bank holidays, and the days on which an area's own offices are closed. */
export function daysOffOn(db: Db) {
  return {
    /** Both for an area. */
    async daysOff(areaId: string): Promise<string[]> {
      const rows: { day: string }[] = await db('bank_holidays')
        .whereIn('calendar', db('areas').where({ id: areaId }).select('holidays'))
        .select('day')
        .union(db('area_days_off').where({ area_id: areaId }).select('day'));
      return rows.map(({ day }) => day);
    },
    /** Bank holidays of the area's calendar alone, which make periods longer. */
    bankHolidays(areaId: string): Promise<string[]> {
      return db('bank_holidays')
        .whereIn('calendar', db('areas').where({ id: areaId }).select('holidays'))
        .orderBy('day')
        .pluck('day');
    },
    /** Every day of a calendar. */
    holidays(calendar: string): Promise<string[]> {
      return db('bank_holidays').where({ calendar }).orderBy('day').pluck('day');
    },
    async changeHolidays(
      calendar: string,
      { added, removed }: { added: readonly string[]; removed: readonly string[] },
    ): Promise<void> {
      if (removed.length > 0) await db('bank_holidays').where({ calendar }).whereIn('day', removed).delete();
      const rows = added.map((day) => ({ calendar, day }));
      if (rows.length > 0) await db('bank_holidays').insert(rows).onConflict(['calendar', 'day']).ignore();
    },
    /** Both for several areas in one query, from a day on. */
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
