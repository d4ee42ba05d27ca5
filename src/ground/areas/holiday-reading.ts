import { z } from 'zod';
import { daySchema, type Day } from '../../kernel/recurrence-contract.ts';
import { readJson, wrongFile } from './json-file.ts';

const calendar = z.object({ events: z.array(z.object({ date: daySchema })).min(1) });
const file = z.record(z.string().regex(/^[a-z0-9-]{1,60}$/), calendar);

/** Days of a calendar, and the years of which it tells: of other years it says nothing. */
export type HolidaysRead = { calendar: string; days: readonly Day[]; years: readonly string[] };

/**
 * Bank holidays by calendar from the file that GOV.UK publishes (bank-holidays.json), or one of the same shape for another country:
 * `{"england-and-wales": {"events": [{"date": "2029-01-01"}]}}`.
 * @throws Problem 400 that names the file and says what to do
 */
export async function readHolidays(path: string): Promise<HolidaysRead[]> {
  const read = file.safeParse(await readJson(path));
  if (!read.success)
    throw wrongFile(
      path,
      'holds no calendars: give bank-holidays.json as GOV.UK publishes it, with dates such as 2029-01-01',
    );
  return Object.entries(read.data).map(([name, { events }]) => {
    const days = [...new Set(events.map(({ date }) => date))].toSorted();
    return { calendar: name, days, years: [...new Set(days.map((day) => day.slice(0, 4)))] };
  });
}
