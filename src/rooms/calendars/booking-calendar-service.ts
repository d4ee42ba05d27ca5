import type { Clock } from '../../kernel/clock.ts';
import type { Db } from '../../kernel/database.ts';
import { calendarsOn } from './calendar-store.ts';
import { calendarText } from './calendar-text.ts';
import { shownTo } from './calendar-words.ts';

const MINUTE_MS = 60_000;
/** So much of a booking goes into a mail: what is long past does not. In minutes. */
const BACK = 60 * 24 * 60;
const AHEAD = 1_100 * 24 * 60;

/** One booking as a calendar file, for a mail to its group. Reads the transaction in hand. */
export function bookingCalendar({ clock, baseUrl }: { clock: Clock; baseUrl: string }) {
  const host = new URL(baseUrl).hostname;
  return async (trx: Db, groupId: string, bookingId: string): Promise<string> => {
    const now = Math.floor(clock().getTime() / MINUTE_MS);
    const series = await calendarsOn(trx).dates({ groupId }, now - BACK, now + AHEAD);
    const own = series.filter(({ id }) => id.startsWith(bookingId)).map((one) => shownTo('group', one, baseUrl));
    return calendarText({ name: 'Your booking', host, now: clock(), series: own });
  };
}
