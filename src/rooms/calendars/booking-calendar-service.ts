import type { Clock } from '../../kernel/clock.ts';
import type { Db } from '../../kernel/database.ts';
import { dated } from '../../kernel/recurrence.ts';
import type { BookedSeries, FormerDate } from './calendar-contract.ts';
import { calendarsOn } from './calendar-store.ts';
import { addressIn, calendarText } from './calendar-text.ts';
import { shownTo } from './calendar-words.ts';

type Deps = { clock: Clock; baseUrl: string; mailFrom: string };

/**
 * One booking as a calendar file, for a mail to its group: all of it as it is now, and what programs knew of it that is no longer so,
 * marked as cancelled. Reads the transaction in hand.
 */
export function bookingCalendar({ clock, baseUrl, mailFrom }: Deps) {
  return async (trx: Db, bookingId: string, former: readonly FormerDate[] = []): Promise<string> => {
    const series = await calendarsOn(trx).dates({ bookingId }, 0);
    const [every] = former.length === 0 ? [] : await calendarsOn(trx).everyDate(bookingId);
    const shown = (all: readonly BookedSeries[]) => all.map((one) => shownTo('group', one, baseUrl));
    return calendarText({
      name: 'Your booking',
      host: new URL(baseUrl).hostname,
      organizer: addressIn(mailFrom),
      now: clock(),
      series: shown(series),
      former: every ? shown([{ ...every, dates: formerly(every, former) }]) : [],
      mailed: true,
    });
  };
}

/**
 * Dates as they were before they changed or went. Those that a rule made were known by the name of their series, and a rule that has
 * changed since does not make them any more: only dates that stood for themselves are taken back one by one, unless nothing is left.
 */
function formerly({ zone, dates }: BookedSeries, former: readonly FormerDate[]): BookedSeries['dates'] {
  const known = new Map(dates.map((date) => [date.id, date]));
  return former.flatMap(({ id, date, from, to }) => {
    const is = known.get(id);
    return is ? [{ ...is, ...dated(date, from, to, zone) }] : [];
  });
}
