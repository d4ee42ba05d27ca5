import type { OwnerCancel, TakenBack } from '../bookings/cancel-contract.ts';
import { daysAfter } from '../../kernel/clock.ts';
import type { UnitOfWork } from '../../kernel/facts.ts';
import { invalid } from '../../kernel/problem.ts';
import { endOfDay } from '../../kernel/recurrence.ts';
import type { HireDeps } from './hire-deps.ts';
import type { HireScene, HireScenes } from './hire-scene.ts';
import { HELD_STATES, type Booking, type Occurrence } from '../bookings/booking-contract.ts';
import type { DateOffer } from './date-offer-contract.ts';
import { dateOffersOn } from './date-offer-store.ts';

type Deps = Pick<HireDeps, 'rooms' | 'bookings' | 'clock'> & { scenes: HireScenes };

/** Holding another date for one that an owner takes back. It can be refused, so it is a part of taking back. */
export function insteadService({ rooms, bookings, clock, scenes }: Deps) {
  return async function holdInstead(unit: UnitOfWork, taken: TakenBack): Promise<string | null> {
    const { before, booking, occurrences, dates, wish } = taken;
    if (!wish.instead_date || HELD_STATES.includes(before.state)) return null;
    const [one, ...others] = dates;
    if (!one || others.length > 0)
      throw invalid([
        {
          field: 'instead_date',
          message:
            'A date to choose instead goes with one date that is taken back. For several, take them back one by one, or describe what you offer.',
        },
      ]);
    const offer = await held(await scenes.sceneOf(unit, booking, [...occurrences]), one, before, wish);
    await dateOffersOn(unit.trx).add(offer);
    return offer.id;
  };

  /** @throws Problem 422 where the room is not open then, 409 where it is taken: nothing is taken back in that case */
  async function held(
    { unit, booking, area, place, moment, today }: HireScene,
    one: Occurrence,
    before: Booking,
    wish: OwnerCancel,
  ): Promise<DateOffer> {
    const spaceId = wish.instead_space ?? one.spaceId;
    const [space] = await rooms.spaces.bookable(unit.trx, [spaceId]);
    const [other] = await rooms.spaces.places(unit.trx, [spaceId]);
    if (!space || other?.ownerId !== place.ownerId)
      throw invalid([
        {
          field: 'instead_space',
          message: 'Choose a room of the same owner. For another one the group asks its owner, with a new request.',
        },
      ]);
    const slot = {
      date: wish.instead_date ?? one.date,
      from: wish.instead_from ?? one.from,
      to: wish.instead_to ?? one.to,
      space,
    };
    const lapses = endOfDay(daysAfter(today, booking.terms.offer_lapses_days), area.timeZone);
    const { held: date, until } = await bookings.holdInstead(unit, booking, one, {
      slot,
      zone: area.timeZone,
      moment,
      lapses,
    });
    const { starts, ends, staffed, from, to } = date;
    return {
      id: date.id,
      bookingId: booking.id,
      occurrenceId: one.id,
      state: 'open',
      spaceId,
      date: date.date,
      from,
      to,
      starts,
      ends,
      staffed,
      stateBefore: before.state,
      until,
      createdAt: clock().toISOString(),
    };
  }
}
