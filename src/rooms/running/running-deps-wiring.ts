import { peoplePorts } from '../../ground/people/people-ports.ts';
import { may, scopesFor } from '../../ground/people/role-rules.ts';
import type { Ground } from '../../ground/wing.ts';
import { compactOn } from '../../groups/compact/compact-store.ts';
import type { Kernel } from '../../kernel/wing.ts';
import { bookingsOn } from '../bookings/booking-store.ts';
import type { BookingServices } from '../bookings/booking-services.ts';
import { occurrencesOn } from '../bookings/occurrence-store.ts';
import type { SpaceServices } from '../spaces/space-services.ts';
import type { RunningDeps } from './running-deps.ts';

export type BelowRunning = {
  ground: Ground;
  bookings: BookingServices;
  spaceEditing: SpaceServices;
  needsOf: RunningDeps['needsOf'];
};

/** Hands those who run buildings what they need of bookings, areas, people and the one table of rights. */
export function runningDeps(kernel: Kernel, { ground, bookings, spaceEditing, needsOf }: BelowRunning): RunningDeps {
  const { db } = kernel;
  const { areas, today } = ground;
  return {
    ...kernel,
    areas,
    closures: bookings.closures,
    needsOf,
    may: (who, act, thing) => may(who, act, thing, today()),
    held: (who, act) => ({
      areaIds: scopesFor(who, act, 'area', today()),
      ownerIds: scopesFor(who, act, 'owner', today()),
      assetIds: scopesFor(who, act, 'asset', today()),
      spaceIds: scopesFor(who, act, 'space', today()),
    }),
    dates: {
      async lock(trx, id) {
        const [date] = await occurrencesOn(trx).byIds([id]);
        const booking = date && (await bookingsOn(trx).lock(date.bookingId));
        return booking && (await occurrencesOn(trx).byIds([id]))[0];
      },
      setState: (trx, id, changed, at) => occurrencesOn(trx).setState([id], changed, at),
    },
    async schoolTerms(areaId, assetId) {
      const own = await spaceEditing.days.terms(areaId, assetId);
      return own.length > 0 ? own : spaceEditing.days.terms(areaId, null);
    },
    missedBeforeCall: async (areaId, day) => (await compactOn(db).termsOn(areaId, day)).terms.no_shows_before_call,
    leadsOf: (groupIds) => peoplePorts.leadsOf(db, groupIds),
    namesOf: (ids) => peoplePorts.namesForOfficers(db, ids),
  };
}
