import type { Facility } from '../../../src/rooms/spaces/facility-contract.ts';
import { COVER_FREE, facts, hourly, letRoom, on, WEEKDAYS, type DemoRoom } from './room-builder.ts';

const OWNER = 'marlbeck-dales-nhs';

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

/** Rooms of the health trust: free in the evening, for health and self-help groups first. */
export const clinicRooms: DemoRoom[] = [
  letRoom(OWNER, 'MD-001', 'Group room', {
    ...clinic,
    layouts: { boardroom: 14, theatre: 18 },
    equipment: ['18 soft chairs', 'Flip chart'],
    activities: 'Self-help groups, talking, gentle exercise',
  }),
  letRoom(OWNER, 'MD-001', 'Training room', {
    ...clinic,
    has: { ...clinic.has, ...facts(['screen']) },
    layouts: { boardroom: 16, theatre: 30 },
    equipment: ['8 tables', 'Screen with cable'],
  }),
  letRoom(OWNER, 'MD-001', 'Talking room', { ...clinic, equipment: ['4 armchairs'], activities: 'Talking in private' }),
  letRoom(OWNER, 'MD-004', 'Waiting hall', {
    ...clinic,
    open: [on([6], '09:00', '13:00', { staffed: false })],
    openingCostPence: 1_500,
    caretaking: 'A porter opens on Saturdays.',
    has: facts(['step_free', 'accessible_toilet', 'ground_floor'], ['kitchen']),
  }),
];
