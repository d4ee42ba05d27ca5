import type { Facility, Term } from '../../src/rooms/spaces/space-contract.ts';
import {
  COVER_FREE,
  COVER_PERCENT,
  facts,
  hourly,
  letRoom,
  on,
  OWN_COVER,
  price,
  WEEKDAYS,
  WEEKEND,
  type DemoRoom,
} from './room-builder.ts';

const [NHS, COUNTY, SCHOOL, COUNCIL, HOMES] = [
  'marlbeck-dales-nhs',
  'northshire-council',
  'st-hilds-trust',
  'marlbeck-council',
  'harbour-homes',
];

/** Terms of Marlbeck’s schools, each cut in two by its half-term week. Invented like the borough. */
export const marlbeckTerms: Term[] = [
  { name: 'Autumn 2026, first half', from: '2026-09-02', to: '2026-10-23' },
  { name: 'Autumn 2026, second half', from: '2026-11-02', to: '2026-12-18' },
  { name: 'Spring 2027, first half', from: '2027-01-04', to: '2027-02-12' },
  { name: 'Spring 2027, second half', from: '2027-02-22', to: '2027-03-25' },
  { name: 'Summer 2027, first half', from: '2027-04-12', to: '2027-05-28' },
  { name: 'Summer 2027, second half', from: '2027-06-07', to: '2027-07-21' },
  { name: 'Autumn 2027, first half', from: '2027-09-02', to: '2027-10-22' },
  { name: 'Autumn 2027, second half', from: '2027-11-01', to: '2027-12-17' },
  { name: 'Spring 2028, first half', from: '2028-01-04', to: '2028-02-11' },
  { name: 'Spring 2028, second half', from: '2028-02-21', to: '2028-03-31' },
  { name: 'Summer 2028, first half', from: '2028-04-18', to: '2028-05-26' },
  { name: 'Summer 2028, second half', from: '2028-06-05', to: '2028-07-21' },
];

const CLINIC: Facility[] = [
  'step_free',
  'accessible_toilet',
  'ground_floor',
  'lift',
  'hearing_loop',
  'parking',
  'blue_badge_parking',
  'quiet',
  'adjustable_light',
  'tables_and_chairs',
  'wifi',
];
const evenings = on(WEEKDAYS, '18:00', '21:00', { staffed: true });
const clinic = {
  open: [evenings],
  prices: hourly(0, 20),
  hirersLiability: COVER_FREE,
  minutesAfter: 15,
  noticeHours: 48,
  has: facts(CLINIC, ['kitchen', 'storage'], {
    parking: 'Free after 6pm.',
    hearing_loop: 'Ask at reception to have it switched on.',
  }),
  conditions: 'Health and self-help groups come first.',
  caretaking: 'The evening reception opens the door from 17:45 and closes at 21:15.',
  notAllowed: 'No candles and no hot food.',
};

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

const GLASS = facts(
  ['step_free', 'accessible_toilet', 'ground_floor', 'tables_and_chairs', 'stage', 'piano', 'kitchen', 'wifi'],
  ['quiet', 'hearing_loop', 'parking'],
  { piano: 'An old grand. Tuning costs extra.', parking: 'The car park on Marine Parade is two minutes away.' },
);
const glass = {
  open: [
    on([5, 6, 7], '10:00', '23:00', { staffed: true, seasonFrom: '2027-04-01', seasonTo: '2027-10-31' }),
    on([1, 2, 3, 4], '10:00', '22:00', { approval: 'negotiation', publishedOpen: false }),
    on([6, 7], '10:00', '17:00', {
      seasonFrom: '2026-11-01',
      seasonTo: '2027-03-31',
      note: 'Not heated: bring a coat.',
    }),
  ],
  hirersLiability: COVER_PERCENT,
  openingCostPence: 4_500,
  minutesBefore: 30,
  minutesAfter: 30,
  shortestMinutes: 120,
  noticeHours: 24 * 14,
  depositPence: 10_000,
  activities: 'Concerts, dances, fairs, weddings',
  caretaking: 'The Winter Gardens’ team opens and stays.',
};

/** The rooms of Marlbeck that groups can ask for, with everything they need to know before they do. */
export const marlbeckRooms: DemoRoom[] = [
  letRoom(NHS, 'MD-001', 'Group room', {
    ...clinic,
    layouts: { boardroom: 14, theatre: 18 },
    equipment: ['18 soft chairs', 'Flip chart'],
    activities: 'Self-help groups, talking, gentle exercise',
  }),
  letRoom(NHS, 'MD-001', 'Training room', {
    ...clinic,
    has: { ...clinic.has, ...facts(['screen']) },
    layouts: { boardroom: 16, theatre: 30 },
    equipment: ['8 tables', 'Screen with cable'],
  }),
  letRoom(NHS, 'MD-001', 'Talking room', { ...clinic, equipment: ['4 armchairs'], activities: 'Talking in private' }),
  letRoom(NHS, 'MD-004', 'Waiting hall', {
    ...clinic,
    open: [on([6], '09:00', '13:00', { staffed: false })],
    openingCostPence: 1_500,
    caretaking: 'A porter opens on Saturdays.',
    has: facts(['step_free', 'accessible_toilet', 'ground_floor'], ['kitchen']),
  }),
  letRoom(COUNTY, 'NCC-L-0300', 'Learning room', {
    ...library,
    prices: hourly(12.5, 25),
    layouts: { boardroom: 14, theatre: 20 },
    has: facts([...LIBRARY, 'ground_floor'], ['kitchen', 'stage'], {
      parking: 'In the car park behind, free after 6pm.',
    }),
    equipment: ['5 round tables', 'Screen', 'Flip chart'],
  }),
  letRoom(COUNTY, 'NCC-L-0300', 'Harbour room', {
    ...library,
    prices: [...hourly(15, 31.25), price('community', 'half_day', 40), price('community', 'hour', 16, '2027-04-01')],
    layouts: { boardroom: 24, theatre: 45 },
    has: facts([...LIBRARY, 'lift'], ['ground_floor'], { lift: 'It works whenever the library is open.' }),
  }),
  letRoom(COUNTY, 'NCC-L-0300', 'Quiet room', {
    ...library,
    prices: hourly(5, 10),
    has: facts(
      [...LIBRARY.filter((name) => name !== 'screen'), 'ground_floor', 'quiet', 'adjustable_light'],
      ['screen'],
    ),
    activities: 'Small groups, one-to-one talks',
  }),
  letRoom(COUNTY, 'NCC-L-0304', 'Library floor', {
    ...library,
    open: [on([1, 3, 5, 7], '09:00', '21:00')],
    openingCostPence: 1_200,
    prices: hourly(8, 16),
    has: facts(
      ['step_free', 'accessible_toilet', 'ground_floor', 'wifi', 'kitchen', 'tables_and_chairs'],
      ['hearing_loop', 'stage'],
    ),
  }),
  letRoom(COUNTY, 'NCC-L-0304', 'Study', {
    ...library,
    open: [on([1, 3, 5, 7], '09:00', '21:00')],
    openingCostPence: 1_200,
    prices: hourly(4, 8),
    has: facts(['step_free', 'accessible_toilet', 'ground_floor', 'wifi', 'quiet'], ['kitchen']),
  }),
  letRoom(SCHOOL, 'SH-10', 'Hall', {
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
    letRoom(SCHOOL, 'SH-10', name, {
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
  letRoom(SCHOOL, 'SH-01', 'Main hall', {
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
  letRoom(SCHOOL, 'SH-01', 'Dining room', {
    ...school,
    open: [on([1, 2, 3, 4], '18:00', '22:00', { term: 'term_time' }), on(WEEKEND, '09:00', '18:00')],
    prices: hourly(16, 35),
    has: facts(
      ['step_free', 'accessible_toilet', 'ground_floor', 'parking', 'kitchen', 'tables_and_chairs'],
      ['stage'],
    ),
  }),
  letRoom(SCHOOL, 'SH-01', 'Music room', {
    ...school,
    open: [on([1, 2, 3, 4], '18:00', '21:00', { term: 'term_time' })],
    prices: hourly(10),
    has: facts(['piano', 'tables_and_chairs'], ['step_free', 'lift', 'ground_floor'], {
      step_free: 'Up one flight of stairs.',
    }),
  }),
  letRoom(SCHOOL, 'SH-02', 'Sports hall', {
    ...school,
    open: [on([5], '17:00', '22:00', { term: 'term_time' }), on([7], '09:00', '18:00')],
    prices: hourly(30, 55),
    notAllowed: 'No outdoor shoes.',
    has: facts(['step_free', 'accessible_toilet', 'ground_floor', 'parking'], ['kitchen', 'quiet', 'hearing_loop']),
  }),
  letRoom(COUNCIL, 'MBC-B-0027', 'Main hall', {
    ...westfield,
    prices: hourly(12, 30),
    layouts: { theatre: 140, standing: 140 },
    has: WESTFIELD,
  }),
  letRoom(COUNCIL, 'MBC-B-0027', 'Half hall A', { ...westfield, prices: hourly(7, 18), has: WESTFIELD }),
  letRoom(COUNCIL, 'MBC-B-0027', 'Half hall B', { ...westfield, prices: hourly(7, 18), has: WESTFIELD }),
  letRoom(COUNCIL, 'MBC-B-0027', 'Plover room', {
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
  letRoom(COUNCIL, 'MBC-B-0028', 'Community room', {
    ...westfield,
    open: [on([1, 2, 3, 4], '13:00', '17:00', { approval: 'instant', staffed: true }), on([5, 6, 7], '10:00', '21:00')],
    prices: hourly(6, 12),
    has: facts(
      ['step_free', 'accessible_toilet', 'ground_floor', 'kitchen', 'tables_and_chairs'],
      ['hearing_loop', 'parking'],
    ),
  }),
  letRoom(COUNCIL, 'MBC-B-0030', 'Committee room 1', {
    ...townHall,
    prices: hourly(10, 30),
    layouts: { boardroom: 24, theatre: 30 },
    has: TOWN_HALL,
  }),
  letRoom(COUNCIL, 'MBC-B-0030', 'Committee room 2', {
    ...townHall,
    prices: hourly(8, 24),
    layouts: { boardroom: 14, theatre: 16 },
    has: TOWN_HALL,
  }),
  letRoom(COUNCIL, 'MBC-B-0016', 'Glass hall', {
    ...glass,
    prices: [...hourly(40, 120), price('community', 'half_day', 130), price('community', 'hour', 44, '2027-04-01')],
    layouts: { theatre: 260, standing: 300 },
    has: GLASS,
  }),
  letRoom(COUNCIL, 'MBC-B-0016', 'Palm end', {
    ...glass,
    openingCostPence: 2_500,
    depositPence: 3_000,
    prices: hourly(15, 45),
    layouts: { theatre: 70, standing: 80 },
    has: GLASS,
  }),
  letRoom(COUNCIL, 'MBC-B-0016', 'North room', {
    ...glass,
    openingCostPence: 2_500,
    depositPence: 3_000,
    shortestMinutes: 60,
    noticeHours: 72,
    prices: hourly(9, 25),
    layouts: { boardroom: 20, theatre: 30 },
    has: facts(
      ['step_free', 'accessible_toilet', 'ground_floor', 'tables_and_chairs', 'wifi', 'quiet'],
      ['stage', 'kitchen'],
    ),
  }),
  letRoom(HOMES, 'HH-C-02', 'Lounge', {
    open: [on([3, 5], '17:00', '21:00'), on([7], '10:00', '16:00', { publishedOpen: false })],
    prices: [price('community', 'session', 10), price('charity', 'session', 10)],
    layouts: { boardroom: 20, theatre: 40 },
    minutesAfter: 30,
    noticeHours: 72,
    hirersLiability: { available: true, cost: { kind: 'fixed', pence: 300 }, exclusions: null },
    conditions: 'Residents may join in.',
    notAllowed: 'No smoking. Quiet after 9pm.',
    caretaking: 'The scheme manager opens; in the evening a resident does.',
    has: facts(
      ['step_free', 'accessible_toilet', 'ground_floor', 'kitchen', 'tables_and_chairs', 'outdoor'],
      ['stage', 'hearing_loop'],
    ),
  }),
];
