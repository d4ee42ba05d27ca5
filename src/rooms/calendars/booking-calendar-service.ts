import type { Clock } from '../../kernel/clock.ts';
import type { Db } from '../../kernel/database.ts';
import { dated } from '../../kernel/recurrence.ts';
import type { BookedSeries, CalendarDate, FormerDate } from './calendar-contract.ts';
import { calendarsOn } from './calendar-store.ts';
import { calendarText } from './calendar-text.ts';
import { shownTo } from './calendar-words.ts';

type Deps = { clock: Clock; baseUrl: string; mailFrom: string };
const MINUTE_MS = 60_000;
/** So much of a booking goes into a mail: what is long past does not. In minutes. */
const BACK = 60 * 24 * 60;
const AHEAD = 1_100 * 24 * 60;

/**
 * One booking as a calendar file, for a mail to its group: all of it as it is now, and what programs knew of it that is no longer so,
 * marked as cancelled. Reads the transaction in hand.
 */
export function bookingCalendar({ clock, baseUrl, mailFrom }: Deps) {
  const host = new URL(baseUrl).hostname;
  const organizer = /<([^>]+)>/.exec(mailFrom)?.[1] ?? mailFrom;
  return async (trx: Db, bookingId: string, former: readonly FormerDate[] = []): Promise<string> => {
    const now = Math.floor(clock().getTime() / MINUTE_MS);
    const series = await calendarsOn(trx).dates({ bookingId }, now - BACK, now + AHEAD);
    const before = former.length === 0 ? [] : formerly(series, await calendarsOn(trx).everyDate(bookingId), former);
    const shown = (all: readonly BookedSeries[]) => all.map((one) => shownTo('group', one, baseUrl));
    return calendarText({
      name: 'Your booking',
      host,
      organizer,
      now: clock(),
      series: shown(series),
      former: shown(before),
    });
  };
}

/** Series as they were before some of their dates changed or went. */
function formerly(
  series: readonly BookedSeries[],
  every: readonly BookedSeries[],
  former: readonly FormerDate[],
): BookedSeries[] {
  const [sample] = every;
  if (!sample) return [];
  const changed = new Set(former.map(({ id }) => id));
  const known = new Map(every.flatMap(({ dates }) => dates).map((date) => [date.id, date]));
  const suffixes = new Set([...series.map(({ id }) => id), ...former.map(({ spaceId }) => idOf(sample, spaceId))]);
  return [...suffixes].map((id): BookedSeries => {
    const is = series.find((one) => one.id === id) ?? every.find((one) => one.id === id) ?? { ...sample, id };
    const kept = series.flatMap((one) => (one.id === id ? one.dates.filter((date) => !changed.has(date.id)) : []));
    const gone = former
      .filter(({ spaceId }) => idOf(sample, spaceId) === id)
      .map((one): CalendarDate => ({
        id: one.id,
        originalDate: known.get(one.id)?.originalDate ?? one.date,
        ...dated(one.date, one.from, one.to, is.zone),
      }));
    return { ...is, dates: [...kept, ...gone].toSorted((one, other) => one.starts - other.starts) };
  });
}

/** Of a series of a booking in one space: see the store. */
const idOf = ({ id }: BookedSeries, spaceId: string): string => `${id.slice(0, 36)}-${spaceId.slice(-12)}`;
