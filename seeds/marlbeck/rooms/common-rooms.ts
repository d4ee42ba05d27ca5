import { facts, letRoom, on, price, type DemoRoom } from './room-builder.ts';

const OWNER = 'harbour-homes';

/** Common rooms of Harbour Homes’ flats. */
export const commonRooms: DemoRoom[] = [
  letRoom(OWNER, 'HH-C-02', 'Lounge', {
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
  letRoom(OWNER, 'HH-C-04', 'Workshop', {
    open: [on([1, 2, 3, 4, 5], '18:00', '21:00', { publishedOpen: false })],
    prices: [price('community', 'session', 8), price('charity', 'session', 8)],
    noticeHours: 72,
    minutesAfter: 15,
    hirersLiability: { available: true, cost: { kind: 'fixed', pence: 300 }, exclusions: null },
    conditions: 'The repair café has the lease: its tools stay locked.',
    notAllowed: 'No washing machines on the old drains.',
    caretaking: 'Somebody from the café opens and shuts.',
    has: facts(['step_free', 'ground_floor', 'tables_and_chairs'], ['stage', 'hearing_loop', 'parking']),
  }),
];
