import { COVER_FREE, facts, hourly, letRoom, on, WEEKDAYS, WEEKEND, type DemoRoom } from './room-builder.ts';

const OWNER = 'marlbeck-council';

const WESTFIELD = facts(
  [
    'step_free',
    'accessible_toilet',
    'ground_floor',
    'hearing_loop',
    'parking',
    'blue_badge_parking',
    'kitchen',
    'tables_and_chairs',
    'wifi',
    'stage',
    'storage',
  ],
  ['quiet'],
  { parking: 'Twenty bays, busy in the morning.', storage: 'A locked cupboard, for £2 a week.' },
);
const westfield = {
  open: [
    on(WEEKDAYS, '17:00', '22:00'),
    on(WEEKEND, '09:00', '22:00'),
    on(WEEKDAYS, '09:00', '17:00', { staffed: true, publishedOpen: false, note: 'Mornings are busy.' }),
  ],
  hirersLiability: COVER_FREE,
  openingCostPence: 900,
  minutesAfter: 15,
  closedOnBankHolidays: false,
  depositPence: 2_000,
  activities: 'Meetings, dance, parties, lunch clubs',
  caretaking: 'A key holder opens and closes in the evening.',
};

/** Rooms of the council’s community centres. */
export const centreRooms: DemoRoom[] = [
  letRoom(OWNER, 'MBC-B-0027', 'Main hall', {
    ...westfield,
    prices: hourly(12, 30),
    layouts: { theatre: 140, standing: 140 },
    has: WESTFIELD,
  }),
  letRoom(OWNER, 'MBC-B-0027', 'Half hall A', { ...westfield, prices: hourly(7, 18), has: WESTFIELD }),
  letRoom(OWNER, 'MBC-B-0027', 'Half hall B', { ...westfield, prices: hourly(7, 18), has: WESTFIELD }),
  letRoom(OWNER, 'MBC-B-0027', 'Plover room', {
    ...westfield,
    prices: hourly(6, 15),
    layouts: { boardroom: 12, theatre: 16 },
    has: facts(
      [
        'step_free',
        'accessible_toilet',
        'ground_floor',
        'parking',
        'blue_badge_parking',
        'quiet',
        'adjustable_light',
        'wifi',
      ],
      ['stage', 'kitchen'],
    ),
  }),
  letRoom(OWNER, 'MBC-B-0028', 'Community room', {
    ...westfield,
    open: [on([1, 2, 3, 4], '13:00', '17:00', { approval: 'instant', staffed: true }), on([5, 6, 7], '10:00', '21:00')],
    prices: hourly(6, 12),
    has: facts(
      ['step_free', 'accessible_toilet', 'ground_floor', 'kitchen', 'tables_and_chairs'],
      ['hearing_loop', 'parking'],
    ),
  }),
];
