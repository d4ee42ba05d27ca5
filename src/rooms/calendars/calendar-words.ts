import type { BookedSeries, CalendarSeries } from './calendar-contract.ts';

/** Who reads a calendar: a group its own dates, those who run a building theirs, or everybody. */
export type Reader = 'group' | 'keeper' | 'everybody';

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
    dates,
    certain: !UNDECIDED.includes(series.state),
    place: `${series.space}, ${series.building}`,
    ...WORDS[reader](series, baseUrl),
  };
}

type Shown = Pick<CalendarSeries, 'title' | 'url' | 'notes'>;
const booking = ({ id }: BookedSeries, baseUrl: string): string => `${baseUrl}/bookings/${id.slice(0, 36)}`;

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
