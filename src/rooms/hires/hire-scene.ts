import type { Area } from '../../ground/areas/area-contract.ts';
import type { Asker, Booking, Occurrence, Place } from '../bookings/booking-contract.ts';
import type { Moment } from '../bookings/draft-contract.ts';
import type { Group } from '../../groups/groups/group-contract.ts';
import { minuteNow } from '../../kernel/clock.ts';
import type { NewFact } from '../../kernel/fact.ts';
import type { UnitOfWork } from '../../kernel/facts.ts';
import { notFound } from '../../kernel/problem.ts';
import type { Day } from '../../kernel/recurrence-contract.ts';
import type { DaysOff } from '../../kernel/working-days.ts';
import type { HireDeps } from './hire-deps.ts';
import type { HireFactKind } from './hire-facts.ts';

/** A booking that a transaction holds, with everything around it. */
export type HireScene = {
  unit: UnitOfWork;
  booking: Booking;
  occurrences: Occurrence[];
  group: Group;
  area: Area;
  place: Place;
  owner: string;
  moment: Moment;
  today: Day;
  now: number;
  daysOff: DaysOff;
  save(booking: Booking): Promise<void>;
};
/** What runs by itself. */
export const BY_ITSELF: Asker = { personId: 'system', brought: null };

type Looking = Pick<HireDeps, 'clock' | 'rooms' | 'bookings' | 'groups' | 'owners'>;

/** Opening a booking to go on with it: whoever else wants to waits. */
export function hireScenes({ inOneTransaction, ...looking }: Looking & Pick<HireDeps, 'inOneTransaction'>) {
  const { bookings } = looking;
  const sceneOf = sceneMaker(looking);
  return {
    sceneOf,
    /** @throws Problem 404 */
    open: <T>(bookingId: string, work: (scene: HireScene) => Promise<T>): Promise<T> =>
      inOneTransaction(async (unit) => {
        const { booking, occurrences } = await bookings.take(unit, bookingId);
        return work(await sceneOf(unit, booking, occurrences));
      }),
  };
}
export type HireScenes = ReturnType<typeof hireScenes>;

/** Everything around a booking, as a transaction sees it. */
export function sceneMaker({ clock, rooms, bookings, groups, owners }: Looking) {
  return async function sceneOf(unit: UnitOfWork, booking: Booking, occurrences: Occurrence[]): Promise<HireScene> {
    const [group, area, [place]] = [
      await groups.byId(unit.trx, booking.groupId),
      await rooms.areas.byId(unit.trx, booking.areaId),
      await rooms.spaces.places(unit.trx, [booking.spaceId]),
    ];
    if (!group || !area || !place) throw notFound('booking');
    const owner = (await owners(unit.trx)).find(({ id }) => id === place.ownerId)?.name ?? 'The owner';
    const moment = await rooms.momentIn(unit.trx, area);
    const { today, daysOff } = moment;
    return {
      unit,
      booking,
      occurrences,
      group,
      area,
      place,
      owner,
      moment,
      today,
      now: minuteNow(clock),
      daysOff,
      save: (changed) => bookings.save(unit, changed),
    };
  };
}

/** Saves what changed of a booking. */
export async function keepBooking(scene: HireScene, changed: Partial<Booking>): Promise<HireScene> {
  const booking = { ...scene.booking, ...changed };
  await scene.save(booking);
  return { ...scene, booking: { ...booking, version: booking.version + 1 } };
}

/** Puts something on the record of a booking. What people wrote to each other is not in it. */
export function noteBooking(
  { unit, booking }: Pick<HireScene, 'unit' | 'booking'>,
  kind: HireFactKind,
  { personId, brought }: Asker,
  more: Partial<Pick<NewFact, 'after' | 'before' | 'reason'>> = {},
): void {
  unit.record({
    kind,
    areaId: booking.areaId,
    subjectKind: 'booking',
    subjectId: booking.id,
    actor: personId,
    channel: brought?.channel ?? null,
    ...more,
    after: {
      ...(more.after as object | undefined),
      ...(brought && { receivedOn: brought.receivedOn, readBack: brought.readBack }),
    },
  });
}
