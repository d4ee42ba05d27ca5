import { areaPorts } from '../../ground/areas/area-ports.ts';
import type { Area } from '../../ground/areas/area-contract.ts';
import { contactPorts } from '../../ground/contacts/contact-ports.ts';
import { peoplePorts } from '../../ground/people/people-ports.ts';
import { isBeingScored, standingOn } from '../../groups/benefit-test/passport-rules.ts';
import { testsOn } from '../../groups/benefit-test/test-store.ts';
import { compactOn } from '../../groups/compact/compact-store.ts';
import { outsideName, type Group } from '../../groups/groups/group-contract.ts';
import type { GroupPorts } from '../../groups/groups/group-ports.ts';
import { together, type Db } from '../../kernel/database.ts';
import type { UnitOfWork } from '../../kernel/facts.ts';
import type { Problem } from '../../kernel/problem.ts';
import type { Kernel } from '../../kernel/wing.ts';
import { publicAssetsOn } from '../../register/assets/public-asset-store.ts';
import { ruleOf } from '../spaces/opening-rules.ts';
import { quote } from '../spaces/price-rules.ts';
import type { Audience, Quote } from '../spaces/space-contract.ts';
import { spacesOn } from '../spaces/space-store.ts';
import { momentIn } from './booking-scene.ts';
import { priceOf } from './booking-rules.ts';
import { WITHOUT_END, type Booking, type Occurrence, type Place } from './booking-contract.ts';
import type { BookingReads } from './booking-deps.ts';
import { bookingsOn } from './booking-store.ts';
import type { AllBookingSteps } from './booking-services.ts';
import type { BookingGroup, Look, LookedFor, Moment } from './draft-contract.ts';
import { lookAt } from './look-steps.ts';
import { occurrencesOn } from './occurrence-store.ts';

/** What can be had of rooms, for whom and on which terms: what bookings and all that rests on them read. */
export function bookingReads({ clock, newId }: Pick<Kernel, 'clock' | 'newId'>, groups: GroupPorts): BookingReads {
  return {
    clock,
    newId,
    ruleOf,
    quote,
    areas: areaPorts,
    spaces: {
      bookable: (db, ids) => spacesOn(db).bookable(ids),
      places,
      inAsset: async (db, assetId) => (await spacesOn(db).inAsset(assetId)).filter(({ bookable }) => bookable),
    },
    groups: {
      async byId(db, id) {
        const [group, lead] = await together(db, () => [groups.byId(db, id), groups.lead(db, id)]);
        return group && bookingGroup(group, lead?.personId ?? null);
      },
      insuredUntil: async (db, id) =>
        (await groups.papers(db, id))
          .flatMap(({ kind, expiresOn }) => (kind === 'insurance' ? [expiresOn ?? WITHOUT_END] : []))
          .toSorted()
          .at(-1) ?? null,
    },
    terms: async (db, areaId, day) => (await compactOn(db).termsOn(areaId, day)).terms,
    async roomPass(db, groupId, day) {
      const runs = await testsOn(db).passportsOf(groupId);
      const { state } = standingOn(runs, day);
      return { state, resultBy: state === 'waiting' ? (runs.find(isBeingScored)?.dueOn ?? null) : null };
    },
    namesOf: peoplePorts.namesOf,
    readAhead: (db, { areaId, ownerId, assetId }) =>
      Promise.all([
        areaPorts.owners(db),
        contactPorts.sentence(db, areaId),
        peoplePorts.holders(db, 'owner', [ownerId]),
        peoplePorts.holders(db, 'asset', [assetId]),
        peoplePorts.holders(db, 'area', [areaId]),
      ]),
  };
}

/** Bookings as features have them that rest on bookings: read, and moved on step by step in the transaction in hand. */
export const bookingsFor = (steps: AllBookingSteps) => ({
  ...steps,
  byId: (db: Db, id: string): Promise<Booking | undefined> => bookingsOn(db).byId(id),
  byIds: (db: Db, ids: readonly string[]): Promise<Booking[]> => bookingsOn(db).byIds(ids),
  datesOf: (db: Db, id: string): Promise<Occurrence[]> => occurrencesOn(db).of(id),
  datesOfAll: (db: Db, ids: readonly string[]): Promise<Occurrence[]> => occurrencesOn(db).ofAll(ids),
  minutesHad: (
    db: Db,
    groupIds: readonly string[],
    ownerId: string,
    begun: { from: number; until: number },
  ): Promise<Map<string, number>> => occurrencesOn(db).minutesHad(groupIds, ownerId, begun),
  save: ({ trx }: UnitOfWork, booking: Booking): Promise<void> => bookingsOn(trx).save(booking),
  comesFrom: (
    { trx }: UnitOfWork,
    booking: Booking,
    request: { id: string; caseNumber: string | null },
  ): Promise<void> => bookingsOn(trx).comesFrom(booking, request),
});

/** Rooms as those features have them: what can be had of them, and the day and the time there. */
export const roomsFor = <R extends BookingReads>(rooms: R) => ({
  ...rooms,
  momentIn: (db: Db, area: Area): Promise<Moment> => momentIn(rooms, db, area),
  /** What the dates of a booking would cost another audience. */
  priceFor: (booking: Booking, dates: readonly Occurrence[], audience: Audience): Quote | null =>
    priceOf({ ...booking, audience }, dates, rooms.quote),
  look: (db: Db, wished: LookedFor, spaceId: string): Promise<Look | Problem> => lookAt(rooms, db, wished, spaceId),
});

async function places(db: Db, ids: readonly string[]): Promise<Place[]> {
  const [spaces, assets] = await together(db, () => [spacesOn(db).byIds(ids), publicAssetsOn(db).ofSpaces(ids)]);
  return spaces.flatMap((space) => {
    const asset = assets.get(space.assetId);
    return asset
      ? [
          {
            spaceId: space.id,
            spaceName: space.name,
            assetId: asset.id,
            assetName: asset.name,
            ownerId: asset.owner.id,
            areaId: asset.area.id,
            hidden: asset.redacted,
          },
        ]
      : [];
  });
}

/** Charities pay the price for charities; every other group is a community group until its test says otherwise. */
const bookingGroup = (group: Group, leadId: string | null): BookingGroup => ({
  id: group.id,
  areaId: group.areaId,
  name: group.name,
  outsideName: outsideName(group),
  audience: group.legalForm === 'charity' ? 'charity' : 'community',
  leadId,
});
