import { COVER_PERCENT, facts, hourly, letRoom, on, price, type DemoRoom } from './room-builder.ts';

const OWNER = 'marlbeck-council';

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

/** The glass hall of the Winter Gardens and its parts. */
export const winterGardensRooms: DemoRoom[] = [
  letRoom(OWNER, 'MBC-B-0016', 'Glass hall', {
    ...glass,
    prices: [...hourly(40, 120), price('community', 'half_day', 130), price('community', 'hour', 44, '2027-04-01')],
    layouts: { theatre: 260, standing: 300 },
    has: GLASS,
  }),
  letRoom(OWNER, 'MBC-B-0016', 'Palm end', {
    ...glass,
    openingCostPence: 2_500,
    depositPence: 3_000,
    prices: hourly(15, 45),
    layouts: { theatre: 70, standing: 80 },
    has: GLASS,
  }),
  letRoom(OWNER, 'MBC-B-0016', 'North room', {
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
];
