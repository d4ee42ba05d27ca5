import { facts, hourly, letRoom, on, OWN_COVER, price, WEEKDAYS, WEEKEND, type DemoRoom } from './room-builder.ts';

const OWNER = 'st-hilds-trust';

const school = {
  hirersLiability: OWN_COVER,
  openingCostPence: 2_800,
  noticeHours: 120,
  depositPence: 5_000,
  minutesBefore: 15,
  minutesAfter: 15,
  conditions: 'Groups with children need a safeguarding policy.',
  caretaking: 'The caretaker opens 15 minutes before and waits until you have left.',
  notAllowed: 'No alcohol. Soft shoes on the wooden floor.',
};
const afterSchool = [
  on(WEEKDAYS, '17:30', '21:00', { term: 'term_time' }),
  on([6], '09:00', '17:00', { term: 'term_time' }),
];

/** Halls and rooms of the schools, after lessons and at weekends. */
export const schoolRooms: DemoRoom[] = [
  letRoom(OWNER, 'SH-10', 'Hall', {
    ...school,
    open: afterSchool,
    prices: hourly(18, 36),
    layouts: { theatre: 90, standing: 90 },
    has: facts(
      ['accessible_toilet', 'ground_floor', 'parking', 'tables_and_chairs'],
      ['step_free', 'lift', 'hearing_loop'],
      {
        step_free: 'Five steps up to the door, with a rail. A ramp is planned for 2028.',
        tables_and_chairs: 'Small chairs; ask for large ones.',
      },
    ),
  }),
  ...['Window half', 'Hatch half'].map((name) =>
    letRoom(OWNER, 'SH-10', name, {
      ...school,
      open: afterSchool,
      prices: hourly(10, 20),
      has: facts(
        ['accessible_toilet', 'ground_floor', 'parking', ...(name === 'Hatch half' ? (['kitchen'] as const) : [])],
        ['step_free', 'lift', 'hearing_loop'],
        { step_free: 'Five steps up to the door, with a rail.' },
      ),
    }),
  ),
  letRoom(OWNER, 'SH-01', 'Main hall', {
    ...school,
    open: [on([1, 2, 3, 4], '18:00', '22:00', { term: 'term_time' }), on(WEEKEND, '09:00', '18:00')],
    prices: [...hourly(25, 60), price('community', 'session', 80)],
    layouts: { theatre: 250 },
    has: facts(
      [
        'step_free',
        'accessible_toilet',
        'ground_floor',
        'parking',
        'blue_badge_parking',
        'stage',
        'piano',
        'tables_and_chairs',
      ],
      ['quiet'],
    ),
  }),
  letRoom(OWNER, 'SH-01', 'Dining room', {
    ...school,
    open: [on([1, 2, 3, 4], '18:00', '22:00', { term: 'term_time' }), on(WEEKEND, '09:00', '18:00')],
    prices: hourly(16, 35),
    has: facts(
      ['step_free', 'accessible_toilet', 'ground_floor', 'parking', 'kitchen', 'tables_and_chairs'],
      ['stage'],
    ),
  }),
  letRoom(OWNER, 'SH-01', 'Music room', {
    ...school,
    open: [on([1, 2, 3, 4], '18:00', '21:00', { term: 'term_time' })],
    prices: hourly(10),
    has: facts(['piano', 'tables_and_chairs'], ['step_free', 'lift', 'ground_floor'], {
      step_free: 'Up one flight of stairs.',
    }),
  }),
  letRoom(OWNER, 'SH-02', 'Sports hall', {
    ...school,
    open: [on([5], '17:00', '22:00', { term: 'term_time' }), on([7], '09:00', '18:00')],
    prices: hourly(30, 55),
    notAllowed: 'No outdoor shoes.',
    has: facts(['step_free', 'accessible_toilet', 'ground_floor', 'parking'], ['kitchen', 'quiet', 'hearing_loop']),
  }),
  letRoom(OWNER, 'SH-15', 'Village room', {
    ...school,
    open: [on([2, 4, 7], '18:00', '22:00')],
    prices: hourly(9, 20),
    layouts: { theatre: 60, boardroom: 24 },
    notAllowed: 'No candles. The stove is lit by the caretaker only.',
    has: facts(['step_free', 'ground_floor', 'kitchen', 'tables_and_chairs'], ['lift', 'hearing_loop', 'stage']),
  }),
];
