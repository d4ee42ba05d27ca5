import { datesOf } from '../../kernel/recurrence.ts';
import type { Day, Recurrence, Weekday } from '../../kernel/recurrence-contract.ts';
import type { CalendarDate, CalendarSeries } from './calendar-contract.ts';

/** A series as calendar files say it: one rule with the days it leaves out, and dates that stand for themselves. */
export type Laid = {
  ruled: { rule: string; first: CalendarDate; last: CalendarDate; leftOut: readonly Day[] } | null;
  single: readonly CalendarDate[];
};

const ICAL_DAYS: Record<Weekday, string> = { 1: 'MO', 2: 'TU', 3: 'WE', 4: 'TH', 5: 'FR', 6: 'SA', 7: 'SU' };
/** A rule that leaves out more days than it names is longer than the dates themselves. */
const FEWEST_RULED = 2;

/**
 * Says a series in the shortest way that is exact. Dates that are as the rule in force makes them go under the rule; the days of the
 * rule that do not take place are left out by name; moved and added dates, and those of earlier rules, stand for themselves.
 */
export function laidOut({
  recurrence,
  from,
  to,
  dates,
}: Pick<CalendarSeries, 'recurrence' | 'from' | 'to' | 'dates'>): Laid {
  const rule = ruleOf(recurrence);
  const days = new Set(rule ? datesOf(withoutTerms(recurrence)) : []);
  const [sample] = dates.filter((date) => date.from === from && date.to === to);
  const asRuled = dates.filter(
    (date) =>
      days.has(date.date) &&
      date.date === date.originalDate &&
      date.from === from &&
      date.to === to &&
      length(date) === (sample ? length(sample) : 0),
  );
  const [first, last] = [asRuled[0], asRuled.at(-1)];
  if (!rule || !first || !last || asRuled.length < FEWEST_RULED) return { ruled: null, single: dates };
  const taking = new Set(asRuled.map(({ date }) => date));
  const leftOut = [...days].filter((day) => day > first.date && day < last.date && !taking.has(day));
  if (leftOut.length > asRuled.length) return { ruled: null, single: dates };
  return { ruled: { rule, first, last, leftOut }, single: dates.filter((date) => !asRuled.includes(date)) };
}

const length = ({ starts, ends }: CalendarDate): number => ends - starts;

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
