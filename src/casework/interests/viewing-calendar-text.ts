import type { CalendarSeries } from '../../kernel/calendar/calendar-series-contract.ts';
import { addressIn, calendarText } from '../../kernel/calendar/calendar-text.ts';
import { dated } from '../../kernel/recurrence.ts';
import type { Viewing } from './viewing-contract.ts';

type Around = { baseUrl: string; mailFrom: string; now: Date };
/** @param over whether it takes place no more for whoever gets this: programs take it out then */
type Told = { place: string; zone: string; url: string; over: boolean };

/** A time to see a place as a calendar file, for somebody who has a place in it: it says where to come. */
export function viewingCalendar(viewing: Viewing, { place, zone, url, over }: Told, around: Around): string {
  const { id, day, begins, ends, version, meeting } = viewing;
  const one: CalendarSeries = {
    id,
    version,
    zone,
    recurrence: { kind: 'once', date: day },
    from: begins,
    to: ends,
    certain: true,
    title: `See ${place}`,
    place: meeting,
    url,
    notes: ['Please do not pass on where it is: the place stands empty.'],
    dates: [{ ...dated(day, begins, ends, zone), id, originalDate: day }],
  };
  return calendarText({
    name: 'To see a place',
    series: over ? [] : [one],
    former: over ? [one] : [],
    organizer: addressIn(around.mailFrom),
    host: new URL(around.baseUrl).hostname,
    now: around.now,
    mailed: true,
  });
}
