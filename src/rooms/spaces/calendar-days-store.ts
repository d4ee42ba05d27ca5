import { type Db, insertAll } from '../../kernel/database.ts';
import type { NewId } from '../../kernel/ids.ts';
import type { Day } from '../../kernel/recurrence-contract.ts';
import type { Term } from './space-contract.ts';
import type { DayOff } from './calendar-days-contract.ts';

/** Terms of areas and of single places, and the days on which an area's offices are closed. */
export function calendarDaysOn(db: Db) {
  const termsWhere = (areaId: string, assetId: string | null) =>
    db('terms')
      .where({ area_id: areaId })
      .where((query) => (assetId === null ? query.whereNull('asset_id') : query.where({ asset_id: assetId })));

  return {
    /** The terms of an area, or the own ones of a place in it. */
    async terms(areaId: string, assetId: string | null): Promise<Term[]> {
      const rows: { name: string; from_day: Day; to_day: Day }[] = await termsWhere(areaId, assetId)
        .orderBy('from_day')
        .select('name', 'from_day', 'to_day');
      return rows.map(({ name, from_day, to_day }) => ({ name, from: from_day, to: to_day }));
    },
    async replaceTerms(areaId: string, assetId: string | null, terms: readonly Term[], newId: NewId): Promise<void> {
      await termsWhere(areaId, assetId).delete();
      await insertAll(
        db,
        'terms',
        terms.map(({ name, from, to }) => ({
          id: newId(),
          area_id: areaId,
          asset_id: assetId,
          name,
          from_day: from,
          to_day: to,
        })),
      );
    },
    /** The area's own days off, without the bank holidays. */
    async daysOff(areaId: string): Promise<DayOff[]> {
      return db('area_days_off').where({ area_id: areaId }).orderBy('day').select('day', 'name');
    },
    async replaceDaysOff(areaId: string, days: readonly DayOff[]): Promise<void> {
      await db('area_days_off').where({ area_id: areaId }).delete();
      await insertAll(
        db,
        'area_days_off',
        days.map(({ day, name }) => ({ area_id: areaId, day, name })),
      );
    },
    async bankHolidays(calendar: string, from: Day): Promise<Day[]> {
      return (await db('bank_holidays').where({ calendar }).where('day', '>=', from).orderBy('day').select('day')).map(
        ({ day }: { day: Day }) => day,
      );
    },
    /** Takes an area's calendar for this transaction. */
    async lock(areaId: string): Promise<void> {
      await db('areas').where({ id: areaId }).forNoKeyUpdate().first('id');
    },
  };
}
