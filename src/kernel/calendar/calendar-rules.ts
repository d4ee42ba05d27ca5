import { dated, datesOf } from '../recurrence.ts';
import type { Dated, Day, Recurrence, Weekday } from '../recurrence-contract.ts';
import type { CalendarDate, CalendarSeries } from './calendar-series-contract.ts';

/**
 * A series as calendar files say it: one rule with the days it leaves out and the dates that are otherwise than it says, each with the
 * day that it stands for; and dates that stand for themselves.
 */
export type Laid = {
  ruled: {
    rule: string;
    first: Dated;
    last: Dated;
    leftOut: readonly Day[];
    changed: readonly CalendarDate[];
  } | null;
  single: readonly CalendarDate[];
};
type Rule = Pick<CalendarSeries, 'recurrence' | 'from' | 'to' | 'zone' | 'dates' | 'namedByDate'>;

const ICAL_DAYS: Record<Weekday, string> = { 1: 'MO', 2: 'TU', 3: 'WE', 4: 'TH', 5: 'FR', 6: 'SA', 7: 'SU' };

/**
 * Says a series in the shortest way that is exact, and so that a date keeps the name that programs know it by, whatever becomes of it.
 * Dates that the rule in force makes are under the rule, those that were moved as changes to it; days of the rule that do not take
 * place are left out by name; added dates, and those of earlier rules, stand for themselves. So does a date whose time the clocks
 * skip: programs do not agree on when that is.
 */
export function laidOut({ recurrence, from, to, zone, dates, namedByDate }: Rule): Laid {
  const rule = namedByDate ? null : ruleOf(recurrence);
  const days = rule ? datesOf(withoutTerms(recurrence)) : [];
  const usual = new Map(days.map((day) => [day, dated(day, from, to, zone)]));
  const belongs = ({ originalDate }: CalendarDate): boolean => usual.get(originalDate)?.from === from;
  const under = dates.filter(belongs);
  const originals = under.map(({ originalDate }) => originalDate).toSorted();
  const [first, last] = [originals[0], originals.at(-1)].map((day) => usual.get(day ?? ''));
  if (!rule || !first || !last) return { ruled: null, single: dates };
  const named = new Set(originals);
  const leftOut = days.filter((day) => day > first.date && day < last.date && !named.has(day));
  const length = first.ends - first.starts;
  const changed = under.filter(
    (date) =>
      date.elsewhere !== undefined ||
      date.starts !== usual.get(date.originalDate)?.starts ||
      date.ends !== date.starts + length,
  );
  return { ruled: { rule, first, last, leftOut, changed }, single: dates.filter((date) => !belongs(date)) };
}

/** Terms are no part of a calendar file's rule: their days are left out by name. */
function withoutTerms(recurrence: Recurrence): Recurrence {
  if (recurrence.kind === 'once' || recurrence.kind === 'dates') return recurrence;
  const { termTime, ...rest } = recurrence;
  return rest;
}

/** The rule without its end (RFC 5545, section 3.3.10); nothing where the days follow none. */
function ruleOf(recurrence: Recurrence): string | null {
  if (recurrence.kind === 'weekly')
    return `FREQ=WEEKLY;INTERVAL=${recurrence.every};WKST=MO;BYDAY=${recurrence.weekdays.map((day) => ICAL_DAYS[day]).join(',')}`;
  return recurrence.kind === 'monthly' ? `FREQ=MONTHLY;BYDAY=${recurrence.nth}${ICAL_DAYS[recurrence.weekday]}` : null;
}
