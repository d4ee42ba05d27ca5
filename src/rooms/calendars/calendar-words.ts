import { dayIn } from '../../kernel/clock.ts';
import { CLOSURE_WORDS } from '../running/running-words.ts';
import type { BookedSeries, ClosedStretch } from './calendar-contract.ts';
import type { CalendarSeries } from '../../kernel/calendar/calendar-series-contract.ts';

/** Who reads a calendar: a group its own dates, those who run a building theirs, or everybody. */
export type Reader = 'group' | 'keeper' | 'everybody';

const MINUTE_MS = 60_000;
/** What is closed has no rule, only its instants. */
const ANY_TIME = { from: '00:00', to: '24:00' };
const UNDECIDED = ['requested', 'offered', 'default_offered'];

/** What a calendar shows of a booking. Nothing private: calendars are kept by programs and companies of all kinds. */
export function shownTo(reader: Reader, series: BookedSeries, baseUrl: string): CalendarSeries {
  const { id, version, zone, recurrence, from, to, dates } = series;
  return {
    id,
    version,
    zone,
    recurrence,
    from,
    to,
    dates: dates.map(({ space, building, added: _, ...date }) => ({
      ...date,
      ...(space === series.space && building === series.building
        ? {}
        : {
            elsewhere: {
              title: WORDS[reader]({ ...series, space, building }, baseUrl).title,
              place: placeOf({ space, building }),
            },
          }),
    })),
    namedByDate: series.namedByDate,
    certain: !UNDECIDED.includes(series.state),
    place: placeOf(series),
    ...WORDS[reader](series, baseUrl),
  };
}

/** A closed stretch as calendars show it. Why is for those who run the building, unless it was told to everybody. */
export function closedShown(reader: Reader, { id, zone, starts, ends, ...closed }: ClosedStretch): CalendarSeries {
  const { space, building, publicText, reason } = closed;
  const why = publicText ?? (reader === 'keeper' ? CLOSURE_WORDS[reason] : null);
  const day = dayIn(zone, new Date(starts * MINUTE_MS));
  return {
    id,
    version: 0,
    zone,
    recurrence: { kind: 'once', date: day },
    ...ANY_TIME,
    certain: true,
    title: why === null ? 'Closed' : `Closed: ${why}`,
    place: space === null ? building : placeOf({ space, building }),
    url: null,
    notes: [],
    dates: [{ id, originalDate: day, date: day, ...ANY_TIME, starts, ends }],
  };
}

const placeOf = ({ space, building }: { space: string; building: string }): string => `${space}, ${building}`;

type Shown = Pick<CalendarSeries, 'title' | 'url' | 'notes'>;
const booking = ({ id }: BookedSeries, baseUrl: string): string => `${baseUrl}/bookings/${id}`;

const WORDS: Record<Reader, (series: BookedSeries, baseUrl: string) => Shown> = {
  group: (series, baseUrl) => ({
    title: `${series.space}, ${series.building}`,
    url: booking(series, baseUrl),
    notes: [
      UNDECIDED.includes(series.state) ? 'Asked for, not certain yet.' : 'Booked.',
      'Change or cancel dates on the page of the booking.',
    ],
  }),
  keeper: (series, baseUrl) => ({
    title: `${series.groupOutside ?? series.group}: ${series.space}`,
    url: booking(series, baseUrl),
    notes: [
      UNDECIDED.includes(series.state) ? 'Asked for, not certain yet.' : 'Booked.',
      `${series.people} people${series.layout ? `, ${series.layout} layout` : ''}.`,
    ],
  }),
  everybody: ({ publicLabel }) => ({ title: publicLabel, url: null, notes: [] }),
};
