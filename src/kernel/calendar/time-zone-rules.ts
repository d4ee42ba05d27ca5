import ICAL from 'ical.js';
import { Temporal } from 'temporal-polyfill';
import { offsetName } from './time-zone-words.ts';

/** One change of the clocks: the instant, what they showed just before, and whether what begins is summer time. */
type Change = { begins: Temporal.ZonedDateTime; offsetBefore: string; shown: Temporal.PlainDateTime };

/** So many years must follow one rule before it is written as one: every date falls on every weekday within them. */
const YEARS_OF_A_RULE = 12;
const CHANGES_A_YEAR = 2;
const DAYS_OF_A_YEAR = 366;

/**
 * A zone as calendar files describe it, in the form of the example of RFC 5545 (section 3.6.5): winter time and summer time, each with
 * its rule for every year. Outlook takes in nothing else: it reads one change to summer and one back, each with a yearly rule of one
 * weekday of a month, and leaves out dates that are listed (MS-OXCICAL, section 2.1.3.1.1.19). A zone without changes is one stretch of
 * standard time. A zone whose changes follow no such rule (Morocco's follow the moon) has each change by itself.
 * @param zone IANA name
 * @param fromYear first year that must be right
 * @param toYear last year that must be right
 */
export function timeZone(zone: string, fromYear: number, toYear: number): ICAL.Component {
  const key = `${zone} ${fromYear} ${toYear}`;
  const known = described.get(key) ?? description(zone, fromYear, toYear).toString();
  described.set(key, known);
  return ICAL.Component.fromString(known);
}

/** Descriptions once made: finding the changes of dozens of years takes longer than writing the rest of a file. */
const described = new Map<string, string>();

function description(zone: string, fromYear: number, toYear: number): ICAL.Component {
  const component = new ICAL.Component('vtimezone');
  component.addPropertyWithValue('tzid', zone);
  const start = Temporal.ZonedDateTime.from(`${fromYear}-01-01T00:00[${zone}]`);
  const changes = changesIn(start, Math.max(toYear, fromYear + YEARS_OF_A_RULE - 1));
  const ruled = yearly(changes, fromYear);
  for (const { change, rule } of ruled) component.addSubcomponent(observance(change, rule));
  if (ruled.length > 0) return component;
  // What goes at the beginning counts from then on; each change after it has its instant.
  const first = { begins: start, offsetBefore: start.offset, shown: start.toPlainDateTime() };
  for (const change of [first, ...changes.filter(({ begins }) => begins.year <= toYear)])
    component.addSubcomponent(observance(change, null));
  return component;
}

function changesIn(start: Temporal.ZonedDateTime, toYear: number): Change[] {
  const changes: Change[] = [];
  for (let previous = start; ;) {
    const begins = previous.getTimeZoneTransition('next');
    if (!begins || begins.year > toYear) return changes;
    const shown = begins.toInstant().toZonedDateTimeISO(previous.offset).toPlainDateTime();
    // Zones change their names and their laws at times without the clocks moving.
    if (begins.offset !== previous.offset) changes.push({ begins, offsetBefore: previous.offset, shown });
    previous = begins;
  }
}

/** The first change of a year and the one back, each with the rule that all that follow keep; none where one of them keeps none. */
function yearly(changes: readonly Change[], fromYear: number): { change: Change; rule: string }[] {
  const ruled = changes.slice(0, CHANGES_A_YEAR).flatMap((change, at) => {
    const rule = ruleOf(
      changes.filter((_, index) => index % CHANGES_A_YEAR === at),
      fromYear,
    );
    return rule === null ? [] : [{ change, rule }];
  });
  return ruled.length === CHANGES_A_YEAR ? ruled : [];
}

/** "The last Sunday of March", if every year's change is there, at the same time on the clock and by the same step. */
function ruleOf(changes: readonly Change[], fromYear: number): string | null {
  const alike = ({ begins, offsetBefore, shown }: Change): string =>
    [shown.month, shown.dayOfWeek, shown.toPlainTime().toString(), offsetBefore, begins.offset].join(' ');
  const [first] = changes;
  if (!first || changes.length < YEARS_OF_A_RULE) return null;
  if (changes.some((one, index) => one.shown.year !== fromYear + index || alike(one) !== alike(first))) return null;
  const nth = ({ shown }: Change): number => Math.ceil(shown.day / shown.daysInWeek);
  const areLast = changes.every(({ shown }) => shown.day + shown.daysInWeek > shown.daysInMonth);
  if (!areLast && changes.some((one) => nth(one) !== nth(first))) return null;
  const weekday = ICAL.Recur.numericDayToIcalDay((first.shown.dayOfWeek % first.shown.daysInWeek) + 1);
  return `FREQ=YEARLY;BYMONTH=${first.shown.month};BYDAY=${areLast ? -1 : nth(first)}${weekday}`;
}

/** The local time at which an offset begins is written as the clocks showed it just before. */
function observance({ begins, offsetBefore, shown }: Change, rule: string | null): ICAL.Component {
  const component = new ICAL.Component(isSummer(begins) ? 'daylight' : 'standard');
  component.addPropertyWithValue(
    'dtstart',
    ICAL.Time.fromString(shown.toString({ smallestUnit: 'second' }), undefined),
  );
  if (rule !== null) component.addPropertyWithValue('rrule', ICAL.Recur.fromString(rule));
  component.addPropertyWithValue('tzoffsetfrom', ICAL.UtcOffset.fromString(offsetBefore));
  component.addPropertyWithValue('tzoffsetto', ICAL.UtcOffset.fromString(begins.offset));
  component.addPropertyWithValue('tzname', offsetName(begins));
  return component;
}

/**
 * Whether the clocks are ahead of what they showed before and will show after, both within a year. By what they show and not by what a
 * law calls summer: Ireland's law has winter time as the exception, and programs expect it like everybody else's.
 */
function isSummer(moment: Temporal.ZonedDateTime): boolean {
  // From the day after, so that a change which is itself the moment is the one that came before.
  const [came, goes] = [
    moment.add({ seconds: 1 }).getTimeZoneTransition('previous'),
    moment.getTimeZoneTransition('next'),
  ];
  if (!came || !goes || goes.since(came, { largestUnit: 'days' }).days > DAYS_OF_A_YEAR) return false;
  const before = came.subtract({ seconds: 1 });
  return moment.offsetNanoseconds > before.offsetNanoseconds && moment.offsetNanoseconds > goes.offsetNanoseconds;
}
