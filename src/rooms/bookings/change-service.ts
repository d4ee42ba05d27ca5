import { minuteNow } from '../../kernel/clock.ts';
import type { UnitOfWork } from '../../kernel/facts.ts';
import { invalid, Problem } from '../../kernel/problem.ts';
import { contextOf, judgeFor, priceListOf } from './booking-scene.ts';
import type { Change } from './booking-form-contract.ts';
import type { Context } from './draft-contract.ts';
import {
  HELD_STATES,
  LIVE_STATES,
  type Booking,
  type NotFree,
  type Occurrence,
  type Place,
  type Asker,
  type DatedBooking,
} from './booking-contract.ts';
import type { BookingDeps } from './booking-deps.ts';
import { changedMeanwhile, isOver, refused } from './booking-problem-words.ts';
import { priceOf, spanOf, stateAfterGivingUp } from './booking-rules.ts';
import type { BookingSteps } from './booking-steps.ts';
import { bookingsOn } from './booking-store.ts';
import { afterwards, factOf, notTheirs, planOf, type Around } from './change-plan-steps.ts';
import { changesNothing, datesAfter, type ChangePlan, type Side, type Standing } from './change-rules.ts';
import { swapClaims, takeTurn } from './claim-steps.ts';
import { claimsOn } from './claim-store.ts';
import type { GiveBackService } from './give-back-service.ts';
import { occurrencesOn } from './occurrence-store.ts';
import { mustFitTheTrial } from './trial-date-steps.ts';
import { mustFitTheWeek, takeTurnOfGroup } from './week-limit-steps.ts';

/** `made` is false where all of it is so already. */
export type Changed = DatedBooking & { notFree: NotFree[]; made: boolean };

/** Changing a booking: one date, the rest of the series, another date. What is given up and what is taken happens at once. */
export function changeService(deps: BookingDeps & { steps: BookingSteps } & GiveBackService) {
  const { clock, newId, inOneTransaction, quote, steps, groups, roomPass, giveBackIn } = deps;
  return {
    /**
     * @throws Problem 409 when dates are taken or somebody else was quicker to change the booking; 422 with what the rules refuse.
     * Nothing has changed then.
     */
    change: (asker: Asker, side: Side, id: string, wish: Change): Promise<Changed> =>
      inOneTransaction((unit) => madeIn(unit, asker, side, id, wish)),

    madeIn,
  };

  /** The same as a part of a larger piece of work. */
  async function madeIn(unit: UnitOfWork, asker: Asker, side: Side, id: string, wish: Change): Promise<Changed> {
    if (wish.what !== 'give_back') return changeIn(unit, asker, side, id, wish);
    const given = await giveBackIn(unit, asker, id, wish);
    return { ...given, notFree: [], made: given.booking.version !== wish.version };
  }

  async function changeIn(unit: UnitOfWork, asker: Asker, side: Side, id: string, wish: Change): Promise<Changed> {
    const around = await standingOf(unit, id, side, wish);
    const plan = planOf(around, wish);
    const {
      standing: { booking, occurrences },
    } = around;
    if (changesNothing(plan)) return { booking, occurrences: [...occurrences], notFree: [], made: false };
    if (booking.version !== wish.version) throw changedMeanwhile();
    if (plan.refused.length > 0 && (wish.dates === 'all' || plan.wished.length + plan.dropped.length === 0))
      throw refused(plan.refused);
    await mustBeTheirsToDecide(unit, around, plan);
    const changed = await carryOut(unit, around, plan, wish);
    unit.record({
      kind: 'booking_changed',
      areaId: booking.areaId,
      subjectKind: 'booking',
      subjectId: id,
      actor: asker.personId,
      channel: asker.brought?.channel ?? null,
      onBehalfOf: asker.brought ? ((await groups.byId(unit.trx, booking.groupId))?.leadId ?? null) : null,
      ...factOf(around.standing, changed, plan, wish),
    });
    return changed;
  }

  async function standingOf(unit: UnitOfWork, id: string, side: Side, wish: Change): Promise<Around> {
    const { booking, occurrences } = await steps.take(unit, id);
    const now = minuteNow(clock);
    if (!LIVE_STATES.includes(booking.state)) throw isOver();
    if (booking.holdUntil !== null && booking.holdUntil <= now)
      throw new Problem(409, 'No longer held', 'The dates of this request are not held any more. Ask for them again.');
    const rooms = occurrences
      .filter(({ state, ends }) => state === 'planned' && ends > now)
      .map(({ spaceId }) => spaceId);
    const context = await contextOf(deps, unit.trx, booking.groupId, [
      booking.spaceId,
      ...rooms,
      ...(wish.space_id ? [wish.space_id] : []),
    ]);
    // Another area has other terms and another clock.
    if (context.places.some(({ areaId }) => areaId !== booking.areaId))
      throw invalid([{ field: 'space_id', message: 'Choose a room in the same area, or make a new booking.' }]);
    mustBeOfOneOwner(booking, context.places, wish.space_id);
    return {
      context,
      standing: {
        booking,
        occurrences,
        spaces: context.spaces,
        side,
        now,
        judge: judgeFor(deps, booking.people, context.moment),
        newId,
      },
    };
  }

  /** Time that is for the owner to give is not for a group to take; a request may go wherever it likes, it waits anyway. */
  async function mustBeTheirsToDecide(
    unit: UnitOfWork,
    { standing: { booking, side }, context }: Around,
    { wished }: ChangePlan,
  ): Promise<void> {
    if (side === 'officer' || wished.length === 0 || HELD_STATES.includes(booking.state)) return;
    if (wished.some(({ approval }) => approval !== 'instant'))
      throw notTheirs(
        'The owner decides about this time, so it cannot be changed at once. Ask for it as a new booking; this one stays until you cancel it.',
      );
    const { state } = await roomPass(unit.trx, booking.groupId, context.moment.today);
    if (state !== 'passed' && !(state === 'waiting' && booking.trial))
      throw notTheirs(
        'Your group has no passed test for rooms now, so dates cannot be changed at once. What is booked stays. For another time, ask the owner with a new request.',
      );
  }

  async function carryOut(
    unit: UnitOfWork,
    { standing, context }: Around,
    plan: ChangePlan,
    wish: Change,
  ): Promise<Changed> {
    const { booking, occurrences, spaces, now } = standing;
    const { trx } = unit;
    const dates = plan.wished.map(({ occurrence }) => occurrence);
    await takeTurn(trx, spaces.values(), now);
    await takeTurnOfGroup(trx, context.group.id);
    const givenUp = [...plan.before.filter(({ state }) => state === 'planned'), ...plan.dropped];
    await mustFitTheWeek(trx, context, dates, givenUp);
    if (booking.trial && standing.side !== 'officer')
      await mustFitTheTrial({ roomPass }, unit, context, booking.spaceId, dates, givenUp);
    const kept =
      booking.holdUntil === null
        ? { kind: 'booking' as const, expires: null }
        : { kind: 'hold' as const, expires: booking.holdUntil };
    const givingUp = [...plan.before, ...plan.dropped].map(({ id }) => id);
    const missed =
      dates.length > 0 ? await swapClaims(trx, { dates, spaces, kept, givingUp, which: wish.dates }, now) : [];
    if (dates.length === 0) await claimsOn(trx).release(givingUp);
    const { fresh, changed } = datesAfter(standing, plan, new Map(missed.map(({ id, why }) => [id, why])), occurrences);
    await store(unit, plan, fresh, changed);
    const after = afterwards(occurrences, plan, fresh, changed);
    const saved = booked(standing, context, plan, after);
    await bookingsOn(trx).save(saved);
    return {
      booking: { ...saved, version: booking.version + 1 },
      occurrences: after,
      notFree: [...plan.refused, ...plan.leftOut, ...missed],
      made: true,
    };
  }

  async function store(
    { trx }: UnitOfWork,
    { dropped }: ChangePlan,
    fresh: readonly Occurrence[],
    changed: readonly Occurrence[],
  ): Promise<void> {
    const at = clock().toISOString();
    await occurrencesOn(trx).remove(dropped.map(({ id }) => id));
    await occurrencesOn(trx).add(fresh, at);
    for (const one of changed) await occurrencesOn(trx).change(one, at);
  }

  function booked(
    { booking, now }: Standing,
    { spaces, terms }: Context,
    { rule, wished }: ChangePlan,
    after: readonly Occurrence[],
  ): Booking {
    const lists = { ...booking.price.lists };
    // A room that comes in later comes at its price of that day.
    for (const space of spaces.values())
      if (wished.some(({ occurrence }) => occurrence.spaceId === space.id))
        lists[space.id] ??= priceListOf(space, terms);
    const saved = {
      ...booking,
      ...rule,
      ...spanOf(after),
      state: stateAfterGivingUp(booking.state, after, now),
      price: { ...booking.price, lists },
    };
    const price = priceOf(saved, after, quote);
    if (!price && booking.price.quote && wished.length > 0)
      throw notTheirs('The owner has named no price of that room for groups like yours. Ask for it as a new booking.');
    return { ...saved, price: { ...saved.price, quote: price } };
  }
}
export type ChangeService = ReturnType<typeof changeService>;

/** Another owner has other terms, a deposit of its own, and has promised nothing yet. */
function mustBeOfOneOwner({ spaceId }: Booking, places: readonly Place[], wanted: string | undefined): void {
  const ownerOf = (id: string) => places.find((place) => place.spaceId === id)?.ownerId;
  if (wanted === undefined || ownerOf(wanted) === ownerOf(spaceId)) return;
  const message =
    'That room belongs to another owner. Ask that owner for it with a new request, and cancel this date then.';
  throw invalid([{ field: 'space_id', message }], 422);
}
