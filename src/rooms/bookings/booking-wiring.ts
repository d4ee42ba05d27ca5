import type { Ground } from '../../ground/wing.ts';
import type { Who } from '../../ground/people/role-contract.ts';
import { idsIn } from '../../ground/people/role-rules.ts';
import type { Standing } from '../../ground/cases/standing-contract.ts';
import type { AtHome } from '../../ground/people/home-slot.ts';
import type { Contribution, Kernel } from '../../kernel/wing.ts';
import { bookingApi } from './booking-api.ts';
import type { BookingDeps, BookingReads } from './booking-deps.ts';
import { bookingKeeper } from './booking-keeper.ts';
import { bookingPages } from './booking-pages.ts';
import { bookingServices, type AllBookingSteps, type BookingServices } from './booking-services.ts';
import { changePages } from './change-pages.ts';
import type { DateNeed } from './date-need-contract.ts';

type Below = {
  ground: Ground;
  rooms: BookingReads;
  steps: AllBookingSteps;
  holdInstead: BookingDeps['holdInstead'];
  /** Where a booking stands, and what its dates to come lack. */
  stands(bookingId: string): Promise<{ standing: Standing; needs: readonly DateNeed[] }>;
};

/** Booking rooms, looking at bookings, changing and giving them up. */
export function bookingsFeature(kernel: Kernel, { ground: { access }, rooms, steps, holdInstead, stands }: Below) {
  const { clock } = kernel;
  const bookings = bookingServices({ ...kernel, ...rooms, steps, holdInstead });
  const contribution: Contribution = {
    endpoints: ({ sendPage }) => [
      ...bookingApi({ bookings, access, clock, sendPage }),
      ...changePages({ bookings, access, clock, sendPage }),
      ...bookingPages({
        bookings,
        access,
        clock,
        sendPage,
        stands,
      }),
    ],
    keeper: bookingKeeper,
    atHome: (who) => nextUses(bookings, who),
  };
  return { bookings, contribution };
}

async function nextUses(bookings: BookingServices, who: Who): Promise<AtHome> {
  const uses = await bookings.nextUses(idsIn(who, 'group', ['group_lead', 'group_deputy', 'group_member']));
  return {
    expecting: uses.map(({ bookingId, group, room, date }) => ({
      text: `${group}: ${room}`,
      href: `/bookings/${bookingId}`,
      due: date,
      happens: true,
    })),
  };
}
