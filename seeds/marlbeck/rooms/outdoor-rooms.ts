import { facts, hourly, letRoom, on, OWN_COVER, price, WEEKEND, type DemoRoom } from './room-builder.ts';

const DAYS = [1, 2, 3, 4, 5, 6, 7] as const;
const COUNCIL = 'marlbeck-council';

/** From 8am until dusk, as the park gates are open: by summer and winter. */
const untilDusk = [
  on(DAYS, '08:00', '20:00', { seasonFrom: '2027-04-01', seasonTo: '2027-09-30' }),
  on(DAYS, '08:00', '16:00', { seasonFrom: '2026-10-01', seasonTo: '2027-03-31' }),
];
const park = {
  hirersLiability: OWN_COVER,
  noticeHours: 72,
  conditions: 'Take your litter home.',
  notAllowed: 'No fires. No vehicles on the grass.',
  caretaking: 'The park keeper opens the gates and locks them at dusk.',
};

/** Greens, courts, yards and decks that groups can have by the hour or the day. */
export const outdoorRooms: DemoRoom[] = [
  letRoom(COUNCIL, 'MBC-L-0060', 'Green', {
    ...park,
    open: untilDusk,
    prices: [price('community', 'fixed', 0), price('charity', 'fixed', 0), price('private', 'fixed', 60)],
    has: facts(['outdoor', 'ground_floor'], ['parking'], { outdoor: 'A lawn with a hedge, benches and a water tap.' }),
  }),
  ...['North court', 'South court'].map((name) =>
    letRoom(COUNCIL, 'MBC-L-0061', name, {
      ...park,
      open: untilDusk,
      prices: hourly(4, 12),
      has: facts(['outdoor', 'ground_floor'], ['parking'], { outdoor: 'Hard ground, with a high fence.' }),
    }),
  ),
  letRoom(COUNCIL, 'MBC-L-0063', 'Stage', {
    ...park,
    open: [on(DAYS, '09:00', '21:00')],
    prices: hourly(0, 20),
    conditions: 'Fix nothing to the ironwork: the bandstand is listed.',
    caretaking: 'It is open. The socket is unlocked by the park keeper.',
    has: facts(['outdoor'], ['parking', 'kitchen'], { outdoor: 'Under a roof, by the sea.' }),
  }),
  ...(
    [
      ['Deck', 30],
      ['Sea end', 18],
      ['Town end', 15],
    ] as const
  ).map(([name, pounds]) =>
    letRoom(COUNCIL, 'MBC-L-0074', name, {
      hirersLiability: OWN_COVER,
      noticeHours: 168,
      depositPence: 5_000,
      open: [on(DAYS, '10:00', '22:00', { seasonFrom: '2027-03-28', seasonTo: '2027-10-31', staffed: true })],
      prices: hourly(pounds, pounds * 3),
      conditions: 'No more than 250 kg on a square metre. Bring weights for tents: it is windy.',
      notAllowed: 'No fires and no glass.',
      caretaking: 'The car park attendant closes the ramp and starts the lift.',
      has: facts(['outdoor', 'lift', 'parking']),
    }),
  ),
  letRoom(COUNCIL, 'MBC-L-0081', 'Yard', {
    hirersLiability: OWN_COVER,
    noticeHours: 168,
    depositPence: 5_000,
    open: [
      on(DAYS, '08:00', '21:00', { seasonFrom: '2026-05-01', seasonTo: '2027-03-31' }),
      on(DAYS, '08:00', '21:00', { seasonFrom: '2027-05-01', seasonTo: '2028-03-31' }),
    ],
    prices: [price('community', 'fixed', 15), price('charity', 'fixed', 15), price('commercial', 'fixed', 90)],
    conditions: 'Bring barriers for the quay edge.',
    notAllowed: 'Nothing within two metres of the edge.',
    caretaking: 'The harbour office gives out the key.',
    has: facts(['outdoor', 'ground_floor']),
  }),
  letRoom('marlbeck-dales-nhs', 'MD-013', 'Ten bays', {
    hirersLiability: OWN_COVER,
    noticeHours: 120,
    open: [on(WEEKEND, '08:00', '18:00')],
    prices: [price('community', 'fixed', 0), price('charity', 'fixed', 0)],
    conditions: 'Keep the way to the clinic door free.',
    caretaking: 'The trust’s caretaker puts out the cones.',
    has: facts(['outdoor', 'ground_floor', 'step_free']),
  }),
  ...['Salt shed', 'Yard'].map((name) =>
    letRoom('northshire-council', 'NCC-D-0410', name, {
      hirersLiability: OWN_COVER,
      noticeHours: 168,
      depositPence: 5_000,
      open: [on(DAYS, '08:00', '20:00', { seasonFrom: '2027-04-01', seasonTo: '2027-09-30' })],
      prices: hourly(6, 24),
      conditions: 'Nothing is stored overnight.',
      notAllowed: 'No food is cooked here: salt and fuel were kept in the shed.',
      caretaking: 'The highways office opens the gate.',
      has: facts(name === 'Yard' ? ['outdoor', 'ground_floor', 'parking'] : ['ground_floor', 'parking']),
    }),
  ),
];
