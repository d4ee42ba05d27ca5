import { conflict, notFound } from '../../kernel/problem.ts';
import type { HireDeps } from './hire-deps.ts';
import { BY_ITSELF, keepBooking, noteBooking, type HireScene, type HireScenes } from './hire-scene.ts';
import { LIVE_STATES, type Occurrence, type Asker } from '../bookings/booking-contract.ts';
import type { DateOffer } from './date-offer-contract.ts';
import { dateOffersOn } from './date-offer-store.ts';
import { instantWords } from './given-up-mail-words.ts';

type Deps = HireDeps & { scenes: HireScenes };

/** The group's answer to a date that is offered for one taken back. */
export function dateOfferService(deps: Deps) {
  const { db, clock, bookings, scenes, onError } = deps;
  return {
    /** Takes the other date, or says no. Doing the same twice is doing it once. @throws Problem 404, 409 when the time is over */
    answer: (asker: Asker, bookingId: string, offerId: string, answer: 'accept' | 'decline'): Promise<void> =>
      scenes.open(bookingId, async (scene) => {
        const offer = await offerOf(scene, offerId);
        if (offer.state === (answer === 'accept' ? 'accepted' : 'declined')) return;
        if (offer.state !== 'open' || offer.until <= scene.now)
          throw conflict(
            `This date was held until ${instantWords(offer.until - 1, scene.area.timeZone)}. Ask for a new date on the page of the room.`,
          );
        await (answer === 'accept' ? accept(scene, offer, asker) : letGo(scene, offer, 'declined', asker));
      }),

    /** Lets go of what nobody answered in time. @returns how many */
    async lapseDue(): Promise<number> {
      const due = await dateOffersOn(db).over(Math.floor(clock().getTime() / 60_000));
      let lapsed = 0;
      for (const { id, bookingId } of due)
        lapsed += await scenes
          .open(bookingId, (scene) => lapse(scene, id))
          .catch((error: unknown) => (onError(error), 0));
      return lapsed;
    },
  };

  async function offerOf({ unit, booking }: HireScene, id: string): Promise<DateOffer> {
    const offer = await dateOffersOn(unit.trx).byId(id);
    if (!offer || offer.bookingId !== booking.id) throw notFound('offer');
    return offer;
  }

  async function accept(before: HireScene, offer: DateOffer, asker: Asker): Promise<void> {
    const { unit, booking, occurrences } = before;
    const given = occurrences.find(({ id }) => id === offer.occurrenceId);
    if (!given || ![...LIVE_STATES, 'cancelled', 'ended'].includes(booking.state))
      throw conflict('This booking is over and settled. Ask for the room anew.');
    const { date, from, to, starts, ends, staffed, spaceId } = offer;
    const moved: Occurrence = {
      ...given,
      date,
      from,
      to,
      starts,
      ends,
      staffed,
      spaceId,
      state: 'planned',
      exception: given.exception ?? 'moved',
      charged: false,
      clockMoved: false,
      paidTo: null,
      note: null,
    };
    await bookings.put(unit, moved, offer.id);
    await dateOffersOn(unit.trx).close(offer.id, 'accepted');
    const scene = await bringBack(
      before,
      offer,
      given,
      occurrences.map((one) => (one.id === moved.id ? moved : one)),
    );
    noteBooking(scene, 'other_date_taken', asker, {
      before: { date: given.date, totalPence: booking.price.quote?.totalPence ?? null },
      after: {
        dates: [{ id: moved.id, date, from, to, spaceId }],
        spaceId,
        state: scene.booking.state,
        totalPence: scene.booking.price.quote?.totalPence ?? null,
      },
    });
  }

  /** The booking lives on, at the price of the room it was booked for: what the owner changes costs the group nothing more. */
  async function bringBack(
    before: HireScene,
    offer: DateOffer,
    given: Occurrence,
    occurrences: Occurrence[],
  ): Promise<HireScene> {
    const { booking } = before;
    const list = booking.price.lists[given.spaceId];
    const lists =
      list && !booking.price.lists[offer.spaceId]
        ? { ...booking.price.lists, [offer.spaceId]: list }
        : booking.price.lists;
    const state = LIVE_STATES.includes(booking.state) ? booking.state : offer.stateBefore;
    const becomes = bookings.reckoned(
      { ...booking, state, overOn: null, price: { ...booking.price, lists } },
      occurrences,
    );
    return keepBooking({ ...before, occurrences }, becomes);
  }

  async function lapse(scene: HireScene, id: string): Promise<number> {
    const offer = await offerOf(scene, id);
    if (offer.state !== 'open' || offer.until > scene.now) return 0;
    await letGo(scene, offer, 'lapsed', BY_ITSELF);
    return 1;
  }

  async function letGo(scene: HireScene, offer: DateOffer, how: 'declined' | 'lapsed', asker: Asker): Promise<void> {
    const { unit } = scene;
    await bookings.release(unit, [offer.id]);
    await dateOffersOn(unit.trx).close(offer.id, how);
    const { id, date, from, to, spaceId } = offer;
    noteBooking(scene, `other_date_${how}`, asker, { after: { dates: [{ id, date, from, to, spaceId }] } });
  }
}
