import { bookingDeps } from './app-bookings.ts';
import { areasOn } from './ground/areas/area-store.ts';
import type { BookingDeps } from './rooms/bookings/booking-deps.ts';
import { bookingsOn } from './rooms/bookings/booking-store.ts';
import { groupsOn } from './groups/groups/group-store.ts';
import { statementService, type StatementService } from './rooms/ledger/statement-service.ts';

/** Builds statements of money and hands them bookings, places, groups and owners. */
export function statementsOf(
  kernel: Pick<BookingDeps, 'db' | 'clock' | 'newId' | 'inOneTransaction'>,
): StatementService {
  return statementService({
    ...kernel,
    owners: (db) => areasOn(db).owners(),
    groups: { byId: (db, id) => groupsOn(db).byId(id) },
    bookings: { byIds: (db, ids) => bookingsOn(db).byIds(ids), places: bookingDeps(kernel).spaces.places },
  });
}
