import { COVER_PERCENT, facts, hourly, letRoom, on, WEEKDAYS, type DemoRoom } from './room-builder.ts';

const OWNER = 'marlbeck-council';

const TOWN_HALL = facts(
  ['step_free', 'accessible_toilet', 'lift', 'hearing_loop', 'tables_and_chairs', 'screen', 'wifi', 'quiet'],
  ['ground_floor', 'kitchen', 'storage'],
  {
    step_free: 'By the side door in Silver Street: ring the bell. The lift goes to the first floor.',
    lift: 'The porter runs it until 9pm.',
  },
);
const townHall = {
  open: [on(WEEKDAYS, '17:00', '21:00', { staffed: true, publishedOpen: false, note: 'Not when a committee meets.' })],
  hirersLiability: COVER_PERCENT,
  noticeHours: 72,
  daysAhead: 180,
  caretaking: 'The evening porter lets you in.',
  conditions: 'Meetings of parties only by agreement with the clerk.',
};

/** The committee rooms of the Town Hall, when no committee meets. */
export const townHallRooms: DemoRoom[] = [
  letRoom(OWNER, 'MBC-B-0030', 'Committee room 1', {
    ...townHall,
    prices: hourly(10, 30),
    layouts: { boardroom: 24, theatre: 30 },
    has: TOWN_HALL,
  }),
  letRoom(OWNER, 'MBC-B-0030', 'Committee room 2', {
    ...townHall,
    prices: hourly(8, 24),
    layouts: { boardroom: 14, theatre: 16 },
    has: TOWN_HALL,
  }),
];
