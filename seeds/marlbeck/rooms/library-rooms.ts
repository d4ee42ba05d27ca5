import type { Facility } from '../../../src/rooms/spaces/facility-contract.ts';
import { COVER_PERCENT, facts, hourly, letRoom, on, price, type DemoRoom } from './room-builder.ts';

const OWNER = 'northshire-council';

const LIBRARY: Facility[] = [
  'step_free',
  'accessible_toilet',
  'hearing_loop',
  'parking',
  'blue_badge_parking',
  'tables_and_chairs',
  'screen',
  'wifi',
];
const library = {
  open: [
    on([1, 2, 3, 4, 5, 6], '09:00', '17:00', { staffed: true, approval: 'instant' }),
    on([2, 4], '17:00', '21:00', { staffed: true, note: 'The library is open late.' }),
    on([1, 3, 5], '17:00', '21:00', { publishedOpen: false, note: 'A caretaker has to come.' }),
  ],
  hirersLiability: COVER_PERCENT,
  openingCostPence: 2_800,
  minutesAfter: 15,
  caretaking: 'Library staff open the room. When the library is closed, a caretaker does.',
  depositPence: 3_000,
  notAllowed: 'No loud music while the library is open.',
};

/** Rooms in the county’s libraries. */
export const libraryRooms: DemoRoom[] = [
  letRoom(OWNER, 'NCC-L-0300', 'Learning room', {
    ...library,
    prices: hourly(12.5, 25),
    layouts: { boardroom: 14, theatre: 20 },
    has: facts([...LIBRARY, 'ground_floor'], ['kitchen', 'stage'], {
      parking: 'In the car park behind, free after 6pm.',
    }),
    equipment: ['5 round tables', 'Screen', 'Flip chart'],
  }),
  letRoom(OWNER, 'NCC-L-0300', 'Harbour room', {
    ...library,
    prices: [...hourly(15, 31.25), price('community', 'half_day', 40), price('community', 'hour', 16, '2027-04-01')],
    layouts: { boardroom: 24, theatre: 45 },
    has: facts([...LIBRARY, 'lift'], ['ground_floor'], { lift: 'It works whenever the library is open.' }),
  }),
  letRoom(OWNER, 'NCC-L-0300', 'Quiet room', {
    ...library,
    prices: hourly(5, 10),
    has: facts(
      [...LIBRARY.filter((name) => name !== 'screen'), 'ground_floor', 'quiet', 'adjustable_light'],
      ['screen'],
    ),
    activities: 'Small groups, one-to-one talks',
  }),
  letRoom(OWNER, 'NCC-L-0304', 'Library floor', {
    ...library,
    open: [on([1, 3, 5, 7], '09:00', '21:00')],
    openingCostPence: 1_200,
    prices: hourly(8, 16),
    has: facts(
      ['step_free', 'accessible_toilet', 'ground_floor', 'wifi', 'kitchen', 'tables_and_chairs'],
      ['hearing_loop', 'stage'],
    ),
  }),
  letRoom(OWNER, 'NCC-L-0304', 'Study', {
    ...library,
    open: [on([1, 3, 5, 7], '09:00', '21:00')],
    openingCostPence: 1_200,
    prices: hourly(4, 8),
    has: facts(['step_free', 'accessible_toilet', 'ground_floor', 'wifi', 'quiet'], ['kitchen']),
  }),
];
