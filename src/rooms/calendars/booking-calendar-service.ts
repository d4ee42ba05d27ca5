import type { Clock } from '../../kernel/clock.ts';
import type { Db } from '../../kernel/database.ts';
import { dated } from '../../kernel/recurrence.ts';
import type { BookedSeries, FormerDate, FormerRule } from './calendar-contract.ts';
import { calendarsOn } from './calendar-store.ts';
import { addressIn, calendarText } from '../../kernel/calendar/calendar-text.ts';
import { shownTo } from './calendar-words.ts';

type Deps = { clock: Clock; baseUrl: string; mailFrom: string };

/**
 * One booking as a calendar file, for a mail to its group: all of it as it is now, and what programs knew of it that is no longer so,
 * marked as cancelled. Reads the transaction in hand. `rule` is the one that made the former dates, where it is another now.
 */
export function bookingCalendar({ clock, baseUrl, mailFrom }: Deps) {
  return async (trx: Db, bookingId: string, former: readonly FormerDate[] = [], rule?: FormerRule): Promise<string> => {
    const series = await calendarsOn(trx).dates({ bookingId }, 0);
    const [every] = former.length === 0 && !rule ? [] : await calendarsOn(trx).everyDate(bookingId);
    const shown = (all: readonly BookedSeries[]) => all.map((one) => shownTo('group', one, baseUrl));
    return calendarText({
      name: 'Your booking',
      host: new URL(baseUrl).hostname,
      organizer: addressIn(mailFrom),
      now: clock(),
      series: shown(series),
      former: every ? shown([{ ...every, ...rule, dates: formerly(every, former, staying(series, rule)) }]) : [],
      mailed: true,
    });
  };
}

/** Dates that a change of the rule has left where they were, though the new rule may give them another name. */
const staying = (series: readonly BookedSeries[], rule: FormerRule | undefined): BookedSeries['dates'] =>
  rule ? series.flatMap(({ dates }) => dates).filter(({ id }) => !rule.wished.includes(id)) : [];

/**
 * Dates as they were before they changed or went, those too of which nothing is left. By the rule of then each has the name that
 * programs know it by: what stood for itself and does no longer is taken back, so that nobody has it twice.
 */
function formerly(
  { zone, dates, space, building }: BookedSeries,
  former: readonly FormerDate[],
  unmoved: BookedSeries['dates'],
): BookedSeries['dates'] {
  const known = new Map(dates.map((date) => [date.id, date]));
  const changed = new Set(former.map(({ id }) => id));
  const before = former.map(({ id, date, from, to }) => ({
    ...(known.get(id) ?? { id, originalDate: date, space, building, added: false }),
    ...dated(date, from, to, zone),
  }));
  return [...unmoved.filter(({ id }) => !changed.has(id)), ...before];
}
