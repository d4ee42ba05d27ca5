import type { GivenUp, OwnerCancel } from '../bookings/cancel-contract.ts';
import { daysAfter } from '../../kernel/clock.ts';
import type { UnitOfWork } from '../../kernel/facts.ts';
import { invalid } from '../../kernel/problem.ts';
import { endOfDay } from '../../kernel/recurrence.ts';
import type { HireDeps } from './hire-deps.ts';
import { keepBooking, type HireScene, type HireScenes } from './hire-scene.ts';
import type { HireTelling } from './hire-telling.ts';
import type { Occurrence } from '../bookings/booking-contract.ts';
import type { DateOffer } from './date-offer-contract.ts';
import { dateOffersOn } from './date-offer-store.ts';
import { datesCancelledMail, takenBackMail } from './given-up-mail-words.ts';

type Deps = HireDeps & { scenes: HireScenes; telling: HireTelling };

/** What follows when dates of a certain booking are given up: money, a date instead, and telling the other side. */
export function givenUpService(deps: Deps) {
  const { rooms, bookings, clock, scenes, telling } = deps;

  /** A part of the transaction that gives the dates up. */
  return async function afterGivingUp(unit: UnitOfWork, given: GivenUp): Promise<void> {
    if (['requested', 'offered', 'default_offered'].includes(given.before.state)) return;
    const scene = await overSince(await scenes.sceneOf(unit, given.after, [...given.occurrences]));
    const total = ({ price }: GivenUp['before']): number => price.quote?.totalPence ?? 0;
    const credit = given.before.state === 'deposit_due' ? 0 : total(given.before) - total(given.after);
    const about = telling.about(scene);
    if (given.by === 'group') return telling.toOwner(scene, datesCancelledMail(about, given.dates));
    const offer = given.wish ? await offerInstead(scene, given, given.wish) : null;
    await telling.toGroup(
      scene,
      takenBackMail(about, given.dates, {
        ...(given.wish ?? { reason: 'other', explanation: '', alternative: '' }),
        offer,
        room: offer ? await roomOf(scene, offer) : '',
        zone: scene.area.timeZone,
        credit,
      }),
    );
  };

  /** From the day on which the last date was given up, the deposit is due back. */
  async function overSince(scene: HireScene): Promise<HireScene> {
    const { booking, today } = scene;
    if (!['ended', 'cancelled'].includes(booking.state)) return scene;
    return keepBooking(scene, { overOn: today });
  }

  async function offerInstead(
    scene: HireScene,
    { before, dates }: GivenUp,
    wish: OwnerCancel,
  ): Promise<DateOffer | null> {
    const [one, ...others] = dates;
    if (!wish.instead_date) return null;
    if (!one || others.length > 0)
      throw invalid([
        {
          field: 'instead_date',
          message:
            'A date to choose instead goes with one date that is taken back. For several, take them back one by one, or describe what you offer.',
        },
      ]);
    const offer = await held(scene, one, before, wish);
    await dateOffersOn(scene.unit.trx).add(offer);
    return offer;
  }

  /** @throws Problem 422 where the room is not open then, 409 where it is taken: nothing is taken back in that case */
  async function held(
    { unit, booking, area, moment, today }: HireScene,
    one: Occurrence,
    before: GivenUp['before'],
    wish: OwnerCancel,
  ): Promise<DateOffer> {
    const spaceId = wish.instead_space ?? one.spaceId;
    const [space] = await rooms.spaces.bookable(unit.trx, [spaceId]);
    const [place] = await rooms.spaces.places(unit.trx, [spaceId]);
    if (!space || place?.areaId !== booking.areaId)
      throw invalid([{ field: 'instead_space', message: 'Choose a room of the same area.' }]);
    const slot = {
      date: wish.instead_date ?? one.date,
      from: wish.instead_from ?? one.from,
      to: wish.instead_to ?? one.to,
      space,
    };
    const lapses = endOfDay(daysAfter(today, booking.terms.offer_lapses_days), area.timeZone);
    const { held: other, until } = await bookings.holdInstead(unit, booking, one, {
      slot,
      zone: area.timeZone,
      moment,
      lapses,
    });
    const { starts, ends, staffed, date, from, to } = other;
    return {
      id: other.id,
      bookingId: booking.id,
      occurrenceId: one.id,
      state: 'open',
      spaceId,
      date,
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

  async function roomOf({ unit }: HireScene, { spaceId }: DateOffer): Promise<string> {
    const [place] = await rooms.spaces.places(unit.trx, [spaceId]);
    return place ? `${place.spaceName}, ${place.assetName}` : 'the room';
  }
}
