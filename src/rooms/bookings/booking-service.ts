import { together } from '../../kernel/database.ts';
import { mustBeWithin, windowBegan } from '../../kernel/limits.ts';
import type { Asker, DatedBooking } from './booking-contract.ts';
import type { NewBooking } from './booking-form-contract.ts';
import type { Draft } from './draft-contract.ts';
import type { BookingDeps } from './booking-deps.ts';
import { draftOf, sceneFor } from './booking-draft-steps.ts';
import { askInstead, mustBeSigned } from './booking-problem-words.ts';
import { bookingsOn } from './booking-store.ts';
import type { PlaceSteps } from './place-steps.ts';
import { occurrencesOn } from './occurrence-store.ts';

const NEW_BOOKINGS = { name: 'new-booking', most: 500, minutes: 24 * 60 };

/** Making bookings: what can be had at once is booked; everything else is asked for with a request. */
export function bookingService(deps: BookingDeps & { steps: PlaceSteps }) {
  const { db, clock, newId, inOneTransaction, steps } = deps;
  return {
    /**
     * Books all dates of a wish or those that are free. Sending the same form twice makes one booking.
     * @throws Problem 422 with what to do instead, when somebody has to decide, to sign or to pay first
     */
    async book(asker: Asker, wish: NewBooking): Promise<DatedBooking> {
      const submission = wish.submission ?? newId();
      return inOneTransaction(async (unit) => {
        const { trx } = unit;
        await steps.takeTurnFor(unit, wish);
        const [known, made, context] = await together(trx, () => [
          bookingsOn(trx).bySubmission(asker.personId, submission),
          bookingsOn(trx).countMadeSince(asker.personId, windowBegan(clock, NEW_BOOKINGS).toISOString()),
          sceneFor(deps, trx, wish),
        ]);
        if (known) return { booking: known, occurrences: await occurrencesOn(trx).of(known.id) };
        mustBeWithin(clock, NEW_BOOKINGS, made + 1);
        const draft = await draftOf(deps, trx, wish, context);
        mustBeHadAtOnce(asker, draft);
        return steps.placeNow(unit, asker, { ...draft, submission });
      });
    },
    /** What a wish comes to, without booking anything. @throws Problem as for booking it */
    draft: (wish: NewBooking): Promise<Draft> => draftOf(deps, db, wish),
  };
}

/** What a booking that nobody decides about rests on: no deposit, and the word of the group's lead. */
function mustBeHadAtOnce({ personId, brought }: Asker, { waitsFor, price, wish, context, trial, dates }: Draft): void {
  const depositPence = price.quote?.depositPence ?? 0;
  if (waitsFor.length > 0 || depositPence > 0)
    throw askInstead(waitsFor, depositPence, wish.group_id, wish.space_id, trial && { ...trial, wanted: dates.length });
  mustBeSigned(wish.agrees, brought !== null || personId === context.group.leadId);
}
