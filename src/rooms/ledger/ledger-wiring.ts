import { areaPorts } from '../../ground/areas/area-ports.ts';
import type { Groups } from '../../groups/wing.ts';
import type { Contribution, Kernel } from '../../kernel/wing.ts';
import type { BookingReads } from '../bookings/booking-deps.ts';
import { bookingsOn } from '../bookings/booking-store.ts';
import type { BookingServices } from '../bookings/booking-services.ts';
import { ledgerOn } from './ledger-store.ts';
import { statementPages } from './statement-pages.ts';
import { statementService } from './statement-service.ts';

type Below = { groups: Groups; rooms: BookingReads; bookings: BookingServices };

/** What is owed and paid for bookings, and statements of it. */
export function ledgerFeature(
  { db, clock }: Kernel,
  { groups: { groups, groupPorts, areaKeeping }, rooms, bookings }: Below,
) {
  const statements = statementService({
    db,
    clock,
    owners: areaPorts.owners,
    groups: groupPorts,
    bookings: { byIds: (on, ids) => bookingsOn(on).byIds(ids), places: rooms.spaces.places },
  });
  const contribution: Contribution = {
    endpoints: ({ sendPage }) =>
      statementPages({ statements, bookingThing: bookings.thing, groupThing: groups.thing, sendPage }),
    forgets: [
      areaKeeping.forgets('receipts', {
        are: (on, what) => ledgerOn(on).hasOld(what),
        forget: (trx, what) => ledgerOn(trx).forgetNames(what),
      }),
    ],
  };
  return { statements, contribution };
}
