import { minuteNow } from '../../kernel/clock.ts';
import type { UnitOfWork } from '../../kernel/facts.ts';
import { invalid } from '../../kernel/problem.ts';
import { LIVE_STATES, type Booking, type Occurrence, type Asker, type DatedBooking } from './booking-contract.ts';
import type { Cancel, OwnerCancel } from './cancel-contract.ts';
import type { BookingDeps } from './booking-deps.ts';
import { changedMeanwhile, isOver, tooLateToTakeBack } from './booking-problem-words.ts';
import { freeUntil } from './booking-rules.ts';
import type { BookingSteps } from './booking-steps.ts';
import { bookingsOn } from './booking-store.ts';
import { meant, tooLateForOwner, type Meant } from './cancel-rules.ts';
import type { DateSteps } from './date-steps.ts';

type Dated = DatedBooking & { given: Occurrence[]; now: number };

/** Giving up dates: by the group, each with its own deadline, or by the owner, with notice and a reason. */
export function cancelService({
  clock,
  inOneTransaction,
  steps,
  groups,
  holdInstead,
}: BookingDeps & { steps: BookingSteps & DateSteps }) {
  return {
    /** A group gives up dates. Those that are past their deadline are given up too, and stay to be paid. */
    byGroup: (asker: Asker, id: string, wish: Cancel): Promise<DatedBooking> =>
      inOneTransaction(async (unit) => {
        const found = await meantIn(unit, id, wish);
        if (found.given.length === 0) return found;
        const { booking, given, now } = found;
        const late = new Set(given.filter((one) => freeUntil(one, booking) < now).map((one) => one.id));
        const made = await giveUp(unit, found, { state: 'cancelled_by_group', note: null }, late);
        const onBehalfOf = asker.brought ? ((await groups.byId(unit.trx, booking.groupId))?.leadId ?? null) : null;
        unit.record({
          ...about(booking),
          kind: 'dates_cancelled_by_group',
          actor: asker.personId,
          onBehalfOf,
          channel: asker.brought?.channel ?? null,
          before: { totalPence: booking.price.quote?.totalPence ?? null },
          after: {
            ...consequence(made, given),
            charged: given.flatMap((one) => (late.has(one.id) ? [one.date] : [])),
            ...(asker.brought && { receivedOn: asker.brought.receivedOn }),
          },
        });
        return made;
      }),

    /** The owner takes dates back. @throws Problem 422 for dates with less than the agreed notice, unless there is an emergency */
    byOwner: (personId: string, id: string, wish: OwnerCancel): Promise<DatedBooking> =>
      inOneTransaction(async (unit) => {
        const found = await meantIn(unit, id, wish);
        if (found.given.length === 0) return found;
        const late = tooLateForOwner(found.booking, found.given, wish.reason, found.now);
        if (late.length > 0) throw tooLateToTakeBack(late, found.booking.terms.owner_cancels_days, found.now);
        const note = `${wish.explanation} Instead: ${wish.alternative}`;
        const made = await giveUp(unit, found, { state: 'cancelled_by_owner', note }, new Set());
        const offerId = await holdInstead(unit, { before: found.booking, ...made, dates: found.given, wish });
        unit.record({
          ...about(found.booking),
          kind: 'dates_cancelled_by_owner',
          actor: personId,
          reason: wish.reason,
          before: { totalPence: found.booking.price.quote?.totalPence ?? null },
          after: {
            ...consequence(made, found.given),
            explanation: wish.explanation,
            alternative: wish.alternative,
            offerId,
          },
        });
        return made;
      }),
  };

  /**
   * The booking, and what is meant of it. Sending the same form twice finds nothing left to do, which is well.
   * @throws Problem 404, or 409 when somebody else has changed the booking since the form was opened
   */
  async function meantIn(unit: UnitOfWork, id: string, wish: Meant & { version: number }): Promise<Dated> {
    const { booking, occurrences } = await steps.take(unit, id);
    const now = minuteNow(clock);
    if (wish.which !== 'all' && !occurrences.some(({ originalDate }) => originalDate === wish.date))
      throw invalid([{ field: 'date', message: 'Choose a date of this booking.' }]);
    const given = meant(occurrences, wish, now);
    if (given.length > 0 && !LIVE_STATES.includes(booking.state)) throw isOver();
    if (given.length > 0 && booking.version !== wish.version) throw changedMeanwhile();
    return { booking, occurrences, given, now };
  }

  async function giveUp(
    unit: UnitOfWork,
    { given, ...found }: Dated,
    to: Pick<Occurrence, 'state' | 'note'>,
    late: ReadonlySet<string>,
  ): Promise<DatedBooking> {
    const { booking, occurrences } = await steps.giveUp(unit, found, given, to, late);
    await bookingsOn(unit.trx).save(booking);
    return { booking: { ...booking, version: booking.version + 1 }, occurrences };
  }
}

const timesOf = ({ id, date, from, to, spaceId }: Occurrence) => ({ id, date, from, to, spaceId });
const about = ({ areaId, id }: Booking) => ({ areaId, subjectKind: 'booking', subjectId: id });
const consequence = ({ booking }: DatedBooking, given: readonly Occurrence[]) => ({
  dates: given.map(timesOf),
  state: booking.state,
  totalPence: booking.price.quote?.totalPence ?? null,
});
