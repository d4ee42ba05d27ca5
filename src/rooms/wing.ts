import type { Ground } from '../ground/wing.ts';
import type { Groups } from '../groups/wing.ts';
import type { House, Kernel } from '../kernel/wing.ts';
import type { Register } from '../register/wing.ts';
import { arrearsFeature } from './arrears/arrears-wiring.ts';
import { bookingReads } from './bookings/booking-ports-wiring.ts';
import { bookingsFeature } from './bookings/booking-wiring.ts';
import { allBookingSteps } from './bookings/booking-services.ts';
import { calendarsFeature } from './calendars/calendar-wiring.ts';
import { finderFeature } from './finder/finder-wiring.ts';
import { hiresFeature } from './hires/hire-wiring.ts';
import { ledgerFeature } from './ledger/ledger-wiring.ts';
import { requestsFeature } from './requests/request-wiring.ts';
import { roomListsFeature } from './room-lists/room-list-wiring.ts';
import { runningFeature } from './running/running-wiring.ts';
import { spacesFeature } from './spaces/space-wiring.ts';

export type BelowRooms = { ground: Ground; register: Register; groups: Groups };

/** Rooms: what can be had, who asks for it, who has it, what it costs and who opens the door. */
export function roomsWing(kernel: Kernel, below: BelowRooms) {
  const { ground, register, groups } = below;
  const { assets } = register;
  const rooms = bookingReads(kernel, groups.groupPorts);
  const steps = allBookingSteps(rooms);
  const { contribution: ofSpaces, ...spaces } = spacesFeature(kernel, below);
  const { hires, contribution: ofHires } = hiresFeature(kernel, { ground, groups, rooms, steps });
  const { holdInstead, needsOf, standings } = hires;
  const { bookings, contribution: ofBookings } = bookingsFeature(kernel, {
    ground,
    rooms,
    steps,
    holdInstead,
    stands: hires.state,
  });
  const { statements, contribution: ofLedger } = ledgerFeature(kernel, { groups, rooms, bookings });
  const { arrears, contribution: ofArrears } = arrearsFeature(kernel, { ground, groups });
  const { finder, needs, contribution: ofFinder } = finderFeature(kernel, { ground, groups, rooms });
  const { calendars, contribution: ofCalendars } = calendarsFeature(kernel, { ground, assets, rooms, ...spaces });
  const asking = { ground, groups, rooms, steps, finder, bookingStandings: standings };
  const { requests, contribution: ofRequests } = requestsFeature(kernel, asking);
  const { running, contribution: ofRunning } = runningFeature(kernel, { ground, assets, bookings, needsOf, ...spaces });
  const { roomImports, contribution: ofLists } = roomListsFeature(kernel, {
    ground,
    register: register.register,
    ...spaces,
  });
  const house: House = [
    ofCalendars,
    ofBookings,
    ofLedger,
    ofArrears,
    ofFinder,
    ofRequests,
    ofHires(bookings),
    ofSpaces,
    ofLists,
    ofRunning,
  ];
  return {
    ...spaces,
    bookings,
    hires,
    statements,
    arrears,
    finder,
    needs,
    calendars,
    requests,
    running,
    roomImports,
    house,
  };
}
export type Rooms = ReturnType<typeof roomsWing>;
