import type { Day } from '../../kernel/recurrence-contract.ts';
import { endOfDay } from '../../kernel/recurrence.ts';
import type { RequestCore } from './request-deps.ts';
import type { RoomOption } from './request-contract.ts';
import { offeredMail } from './request-mail-words.ts';
import { offerLapsesOn } from './request-rules.ts';
import { CLOCK, keep, note, stateAfter, type Actor, type Scene } from './request-scene.ts';
import type { RequestTelling } from './request-telling.ts';
import { outcomeForOwnerMail } from './owner-mail-words.ts';

/** How an offer came about. `effectiveOn` is the day it counts from; `pence` is a price that the owner named; `why` it goes before others that wanted the dates. */
export type Offer = {
  how: 'said_yes' | 'silent' | 'at_once';
  effectiveOn: Day;
  actor: Actor;
  pence: number | null;
  why?: readonly string[];
};
type Deps = RequestCore & { telling: RequestTelling };

/** Making an offer of a room whose dates are held. */
export function requestOffering({ bookings, telling }: Deps) {
  /** @returns null when all of its dates have passed meanwhile */
  return async function offerIn(scene: Scene, option: RoomOption, offer: Offer): Promise<Scene | null> {
    const { unit, request, area, today } = scene;
    const bookingId = option.bookingId;
    if (bookingId === null || !(await bookings.dropPast(unit, bookingId, scene.now))) return null;
    if (offer.pence !== null) await bookings.namePrice(unit, bookingId, offer.pence);
    const state =
      stateAfter(scene, offer.how === 'silent' ? 'offer_by_default' : 'offer') === 'default_offered'
        ? 'default_offered'
        : 'offered';
    const lapsesOn = offerLapsesOn(offer.effectiveOn, today, request.terms);
    await bookings.holdIn(unit, bookingId, state, endOfDay(lapsesOn, area.timeZone));
    const booking = await bookings.byId(unit.trx, bookingId);
    const [quote, trial] = [booking?.price.quote ?? null, booking?.trial ?? false];
    const answered: RoomOption = {
      ...option,
      state,
      answeredOn: offer.effectiveOn,
      answeredBy: offer.actor.personId,
      lapsesOn,
      asked: option.asked && { ...option.asked, quote },
    };
    const after = await keep(scene, { state, dueOn: lapsesOn }, answered);
    note(after, offer.how === 'silent' ? 'room_default_offered' : 'room_offered', offer.actor, {
      after: {
        optionId: option.id,
        spaceId: option.spaceId,
        effectiveOn: offer.effectiveOn,
        lapsesOn,
        dueOn: option.dueOn,
        totalPence: quote?.totalPence ?? null,
        compact: option.asked?.compact ?? null,
        trial,
      },
    });
    const about = await telling.about(after, option);
    await telling.toGroup(after, offeredMail(about, offer.how, { trial, why: offer.why ?? [] }));
    if (offer.how === 'silent') await telling.toOwner(after, option, outcomeForOwnerMail(about, 'offered_by_default'));
    return after;
  };
}
export type OfferIn = ReturnType<typeof requestOffering>;

export const AT_ONCE = (today: Day): Offer => ({ how: 'at_once', effectiveOn: today, actor: CLOCK, pence: null });
