import { payWords } from '../../ground/cases/how-words.ts';
import { conflict, notFound } from '../../kernel/problem.ts';
import type { DatedBooking } from '../bookings/booking-contract.ts';
import { dateWords } from '../../kernel/day-words.ts';
import type { RequestAgreements } from './agreement-service.ts';
import type { RequestAsking } from './asking-steps.ts';
import type { RequestCompeting } from './competing-steps.ts';
import { OFFERED_STATES, type RequestState, type RoomOption } from './request-contract.ts';
import type { RequestCore } from './request-deps.ts';
import type { RequestHolding } from './holding-steps.ts';
import { closedMail, depositMail, lapsedMail } from './request-mail-words.ts';
import { depositOf, isPast } from './request-rules.ts';
import {
  currentOf,
  keep,
  movedOn,
  note,
  stateAfter,
  type Actor,
  type RequestScenes,
  type Scene,
} from './request-scene.ts';
import type { RequestTelling } from './request-telling.ts';
import { outcomeForOwnerMail } from './owner-mail-words.ts';

type Deps = RequestCore & {
  scenes: RequestScenes;
  holding: RequestHolding;
  telling: RequestTelling;
  asking: RequestAsking;
  competing: RequestCompeting;
  agreements: RequestAgreements;
};

/** Taking an offer, and the ways in which a request ends: confirmed, taken back, lapsed, or closed without a room. */
export function requestOfferService({ bookings, contactsOf, scenes, holding, telling, competing, agreements }: Deps) {
  return {
    agreementFor: agreements.agreementFor,
    confirmIn,
    lapseIn,

    /** The lead takes what is offered, and signs. Doing it twice is doing it once. */
    take: (actor: Actor, id: string): Promise<Scene> => scenes.inTurn(id, (scene) => takeIn(scene, actor)),
    takeIn,

    /**
     * The group does not want it any more. Everything that is held is free again at once.
     * @throws Problem 409 when the request has moved on since it was seen: a room that was taken meanwhile is not given up unseen
     */
    withdraw: (
      actor: Actor,
      id: string,
      { reason, seen }: { reason: string | null; seen?: RequestState | undefined },
    ): Promise<void> =>
      scenes.inTurn(id, async (scene) => {
        if (scene.request.state === 'withdrawn') return;
        if (seen !== undefined && seen !== scene.request.state)
          throw conflict(
            'This request has moved on since you opened the page. Read how it stands now, and take it back if you still want to.',
          );
        const told = currentOf(scene.options);
        const after = await end(scene, 'withdraw', 'withdrawn', reason);
        note(after, 'room_request_withdrawn', actor, {
          after: { from: scene.request.state },
          leadId: (await agreements.leadOf(after))?.personId ?? null,
        });
        if (told)
          await telling.toOwner(after, told, outcomeForOwnerMail(await telling.about(after, told), 'withdrawn'));
      }),

    /** A broker has looked, and there is no room. */
    close: (actor: Actor, id: string, reason: string): Promise<void> =>
      scenes.inTurn(id, async (scene) => {
        if (scene.request.state === 'declined') return;
        const [first] = scene.options;
        const after = await end(scene, 'decline', 'declined', reason);
        note(after, 'room_request_closed', actor, { reason, after: { from: scene.request.state } });
        if (first) await telling.toGroup(after, closedMail(await telling.about(after, first), reason));
      }),
  };

  async function takeIn(before: Scene, actor: Actor): Promise<Scene> {
    if (before.request.state === 'deposit_due' || before.request.state === 'confirmed') return before;
    const option = currentOf(before.options);
    if (!OFFERED_STATES.includes(before.request.state) || !option?.bookingId) throw movedOn();
    if (isPast(option.lapsesOn, before.today))
      throw conflict(
        `This offer could be taken until ${dateWords(option.lapsesOn ?? '')}. Ask again: what you asked for is still there to begin with.`,
      );
    if (!(await bookings.dropPast(before.unit, option.bookingId, before.now)))
      throw conflict('All dates of this offer have passed. Ask again for other dates.');
    const booking = await bookings.byId(before.unit.trx, option.bookingId);
    if (!booking) throw notFound('booking');
    const pence = booking.price.quote ? depositOf(booking.price.quote, before.request.terms) : 0;
    if (pence > 0) await bookings.confirmIn(before.unit, booking.id, 'deposit_due');
    const taken = { ...option, state: 'taken' as const };
    const scene = await keep(before, { state: stateAfter(before, 'take'), dueOn: option.lapsesOn }, taken);
    await agreements.sign(scene, taken, booking, actor);
    if (pence === 0) return confirmIn(scene, actor);
    await telling.toGroup(
      scene,
      depositMail(await telling.about(scene, option), pence, await payingFor(scene, option)),
    );
    return scene;
  }

  /** Everything is settled: the dates are booked for good. What follows is the booking's. */
  async function confirmIn(before: Scene, actor: Actor): Promise<Scene> {
    const option = currentOf(before.options);
    if (!option?.bookingId) throw movedOn();
    const held = await bookings.confirmIn(before.unit, option.bookingId, 'confirmed');
    const scene = await keep(before, { state: stateAfter(before, 'confirm'), dueOn: null });
    const hire = held.booking.price.quote?.totalPence ?? 0;
    note(scene, 'room_confirmed', actor, {
      after: { optionId: option.id, bookingId: held.booking.id, dates: planned(held).length, totalPence: hire },
    });
    return scene;
  }

  async function payingFor({ unit, request }: Scene, { ownerId }: RoomOption): Promise<string | null> {
    const known = await contactsOf(unit.trx, [request.areaId, ownerId]);
    return payWords({ owner: known.get(ownerId) ?? null, area: known.get(request.areaId) ?? null }, request.caseNumber);
  }

  /** Ends a request whose time is over. @param what what was not done in time */
  async function lapseIn(scene: Scene, what: 'offer' | 'deposit' | 'dates'): Promise<Scene> {
    const told = currentOf(scene.options) ?? scene.options[0];
    const after = await end(scene, 'lapse', 'lapsed', null);
    note(
      after,
      'room_request_lapsed',
      { personId: 'system', brought: null },
      { after: { what, dueOn: scene.request.dueOn } },
    );
    if (!told) return after;
    const about = await telling.about(after, told);
    await telling.toGroup(after, lapsedMail(about, what));
    if (told.state !== 'waiting') await telling.toOwner(after, told, outcomeForOwnerMail(about, 'lapsed'));
    return after;
  }

  async function end(
    before: Scene,
    move: 'withdraw' | 'decline' | 'lapse',
    state: 'withdrawn' | 'declined' | 'lapsed',
    reason: string | null,
  ): Promise<Scene> {
    const next = stateAfter(before, move);
    await holding.claimRooms(before.unit, before.options, before.now);
    const current = currentOf(before.options);
    if (current) await holding.letGo(before.unit, current, state);
    const scene = await keep(
      before,
      { state: next, dueOn: null, reason },
      current && { ...current, state: state === 'lapsed' ? 'lapsed' : 'withdrawn' },
    );
    if (current) await competing.decideRoom(scene, current);
    return scene;
  }
}
export type RequestOfferService = ReturnType<typeof requestOfferService>;

const planned = ({ occurrences }: DatedBooking) => occurrences.filter(({ state }) => state === 'planned');
