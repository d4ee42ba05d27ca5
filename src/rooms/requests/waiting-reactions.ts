import { dayIn } from '../../kernel/clock.ts';
import type { Fact } from '../../kernel/fact.ts';
import { unitsWithin, type UnitOfWork } from '../../kernel/facts.ts';
import { nothingFollows, type Reaction } from '../../kernel/reactions.ts';
import type { Consequence } from '../room-facts.ts';
import type { RequestCore } from './request-deps.ts';
import type { WaitingPlace } from './waiting-contract.ts';
import { waitingOffers } from './waiting-offer-service.ts';
import { waitingOn } from './waiting-store.ts';

export type WaitingDeps = Omit<RequestCore, 'db' | 'inOneTransaction'>;

/** Whoever waits is held what becomes free before anybody else can ask for it: in the transaction that gives it up. */
export function waitingReactions(deps: WaitingDeps): Consequence {
  const wake: Reaction = async (unit, fact) => {
    if (fact.areaId === null) return;
    const area = await deps.rooms.areas.byId(unit.trx, fact.areaId);
    const waiting = await waitingOn(unit.trx).inArea(fact.areaId);
    if (!area || waiting.length === 0) return;
    const offers = waitingOffers({ ...deps, db: unit.trx, inOneTransaction: unitsWithin(unit), onError: rethrow });
    for (const places of await inRoomsOf(unit, fact, waiting))
      await offers.offerIn(places, area.id, dayIn(area.timeZone, deps.clock()));
  };

  /** Those who wait in rooms that share a wall with what the fact is about; everybody where a whole building opened. */
  async function inRoomsOf(
    { trx }: UnitOfWork,
    fact: Fact,
    waiting: readonly WaitingPlace[],
  ): Promise<WaitingPlace[][]> {
    const rooms = [...new Set(waiting.map(({ spaceId }) => spaceId))];
    const freed = fact.subjectKind === 'booking' ? await spacesOf(trx, fact.subjectId) : rooms;
    const known = await deps.rooms.spaces.bookable(trx, [...new Set([...rooms, ...freed])]);
    const leavesOf = (id: string) => known.find((space) => space.id === id)?.leaves ?? [];
    const open = new Set(freed.flatMap(leavesOf));
    return rooms
      .filter((id) => leavesOf(id).some((leaf) => open.has(leaf)))
      .map((id) => waiting.filter(({ spaceId }) => spaceId === id));
  }

  async function spacesOf(trx: UnitOfWork['trx'], bookingId: string): Promise<string[]> {
    const [booking, dates] = [await deps.bookings.byId(trx, bookingId), await deps.bookings.datesOf(trx, bookingId)];
    return [
      ...(booking ? [booking.spaceId, ...Object.keys(booking.price.lists)] : []),
      ...dates.map(({ spaceId }) => spaceId),
    ];
  }

  return {
    booking_let_go: [wake],
    booking_changed: [wake],
    end_given_back: [wake],
    dates_cancelled_by_group: [wake],
    dates_cancelled_by_owner: [wake],
    other_date_declined: [wake],
    other_date_lapsed: [wake],
    other_date_taken: [wake],
    end_notice_given: [wake],
    closure_removed: [wake],
    // These take time or leave it as it is. A hold that runs out by itself is found by the clock of the waiting lists.
    ...nothingFollows(
      'booking_requested',
      'booking_made',
      'booking_taken',
      'booking_confirmed',
      'booking_ended',
      'booking_begun',
      'booking_evaluated',
      'booking_closed',
      'closure_made',
      'date_held_back',
      'date_freed',
      'date_used',
      'date_no_show',
      'check_in_undone',
      'no_show_call_made',
      'money_reminded',
      'money_call_made',
      'arrival_notes_changed',
      'induction_signed',
      'renewal_reminded',
      'waiting_joined',
      'waiting_left',
      'waiting_offered',
    ),
    // What a request lets go of is let go by its booking, which has a fact of its own.
    ...nothingFollows(
      'room_requested',
      'room_request_complete',
      'room_asked',
      'room_owner_warned',
      'room_owner_said_yes',
      'room_offered',
      'room_default_offered',
      'room_goes_first',
      'room_rivals_compared',
      'room_draw_made',
      'room_owner_silent',
      'room_declined',
      'room_outbid',
      'room_gone',
      'room_passed_over',
      'room_added',
      'room_request_with_broker',
      'room_test_passed',
      'room_test_not_yet',
      'room_audience_changed',
      'room_agreement_signed',
      'room_confirmed',
      'room_request_withdrawn',
      'room_request_lapsed',
      'room_request_closed',
    ),
    // Money frees no room.
    ...nothingFollows(
      'room_money_charged',
      'room_money_credited',
      'room_money_paid',
      'room_money_waived',
      'room_money_instalment',
      'room_money_corrected',
      'room_money_returned',
      'room_money_deducted',
      'no_deposit_to_return',
      'deposit_returned',
      'deduction_disputed',
      'dispute_answered',
      'hire_paid_back',
    ),
  };
}

/** In the transaction of an act a mistake of ours takes the act with it; only what cannot be had is passed over. */
function rethrow(error: unknown): never {
  throw error;
}
