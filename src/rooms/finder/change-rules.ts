import { WEEKDAYS, type Weekday } from '../../kernel/recurrence-contract.ts';
import { clockOf, endAfter, lastMinuteOf, LONGEST_NIGHT } from '../spaces/time-contract.ts';
import { dayNamed, FINDER, repeatOf, weekdayNamed, type FinderQuery } from './finder-contract.ts';
import { changeWords } from './nothing-words.ts';

/** A wish with one thing changed. Of those with one `kind` only the first that helps is offered: the least change. */
export type Changed = { label: string; query: FinderQuery; kind?: 'earlier' | 'later' };

const HOUR = 60;
const DAY = 24 * HOUR;
const FURTHEST_KM = 50;
const MOVED_HOURS = [1, 2, 3, 4];
/** The furthest that any change moves the times, in minutes. */
export const MOST_MOVED = Math.max(...MOVED_HOURS) * HOUR;

/** The same wish with one thing left out or widened at a time: what to offer when nothing fits. */
export function changesOf(query: FinderQuery): Changed[] {
  const { need = [], most, term, off } = query;
  return [
    ...need.map((one) => ({
      label: changeWords.without(one),
      query: { ...query, need: need.filter((other) => other !== one) },
    })),
    ...further(query),
    ...onOtherDays(query).map(({ weekday, query: changed }) => ({
      label: changeWords.weekday(weekday),
      query: changed,
    })),
    ...wider(query),
    ...moved(query, -1),
    ...moved(query, 1),
    ...(most === undefined ? [] : [{ label: changeWords.anyPrice, query: { ...query, most: undefined } }]),
    ...(off === 'every' ? [{ label: changeWords.withoutShut, query: { ...query, off: undefined } }] : []),
    ...(off !== 'skip' && isRepeated(query)
      ? [{ label: changeWords.withoutDaysOff, query: { ...query, off: 'skip' as const } }]
      : []),
    ...(term === undefined ? [] : [{ label: changeWords.anyTime, query: { ...query, term: undefined } }]),
  ];
}

/** The widest that any change looks: twice as far. */
export const widestKm = ({ km = FINDER.kmUnlessTold }: FinderQuery): number => Math.min(FURTHEST_KM, km * 2);

/** The same on every other day of the week; none where several days are wanted, or one date. */
export function onOtherDays(query: FinderQuery): { weekday: Weekday; query: FinderQuery }[] {
  const [only, ...more] = query.day ?? [];
  const repeat = repeatOf(query);
  if (!only || more.length > 0 || !repeat || repeat === 'once') return [];
  return WEEKDAYS.filter((weekday) => weekday !== weekdayNamed(only)).map((weekday) => ({
    weekday,
    query: { ...query, day: [dayNamed(weekday)] },
  }));
}

function further(query: FinderQuery): Changed[] {
  const km = widestKm(query);
  return isSomewhere(query) && km > (query.km ?? FINDER.kmUnlessTold)
    ? [{ label: changeWords.further(km), query: { ...query, km } }]
    : [];
}

const isSomewhere = ({ near, lat }: FinderQuery): boolean => near !== undefined || lat !== undefined;

/** The same times some hours earlier, or later. */
function moved({ start, end, hours, ...query }: FinderQuery, direction: 1 | -1): Changed[] {
  if (start === undefined) return [];
  const over = overAt({ start, end, hours });
  return MOVED_HOURS.map((by) => ({ from: start + direction * by * HOUR, to: over + direction * by * HOUR }))
    .filter(({ from, to }) => from >= 0 && from < DAY && to <= lastMinuteOf(over))
    .map(({ from, to }) => ({
      label: changeWords.moved(clockOf(from), clockOf(to)),
      query: { ...query, start: from, end: to, hours },
      kind: direction < 0 ? ('earlier' as const) : ('later' as const),
    }));
}

const isRepeated = (query: FinderQuery): boolean => ['weekly', 'monthly'].includes(repeatOf(query) ?? 'once');

/** When the wanted hours are over, in minutes after the midnight before they begin. */
const overAt = ({ start, end, hours }: { start: number } & Pick<FinderQuery, 'end' | 'hours'>): number =>
  (end === undefined ? undefined : endAfter(start, end)) ?? start + (hours ?? 0) * HOUR;

/** An hour more at either end, with the length kept. */
function wider(query: FinderQuery): Changed[] {
  const { start, end, hours } = query;
  if (start === undefined) return [];
  const over = overAt({ start, end, hours });
  const [from, to] = [Math.max(0, start - HOUR), Math.min(lastMinuteOf(over), over + HOUR)];
  // Later than that on the next day nobody would read as a night.
  if (to > DAY && to - from > LONGEST_NIGHT) return [];
  return [
    {
      label: changeWords.wider(clockOf(from), clockOf(to)),
      query: { ...query, start: from, end: to, hours: hours ?? (over - start) / HOUR },
    },
  ];
}
