import type { HireDeps } from './hire-deps.ts';
import { BY_ITSELF, keepBooking, noteBooking, type HireScene } from './hire-scene.ts';
import type { HireTelling } from './hire-telling.ts';
import { freedMail, freedOwnerMail, heldBackMail, heldBackOwnerMail } from './held-date-mail-words.ts';
import { heldDatesOn } from './held-date-store.ts';
import { heldChanges } from './look-rules.ts';
import type { StartFactsReading } from './start-facts-service.ts';
import { dateNeeds } from './start-rules.ts';

type Deps = Pick<HireDeps, 'requests' | 'baseUrl'> & { telling: HireTelling; facts: StartFactsReading };

/** Holding dates back for want of a paper, and opening them again as soon as it is there. Both sides are told of both. */
export function heldDateService(deps: Deps) {
  const { requests, baseUrl, telling, facts } = deps;

  /** A part of the transaction that holds the booking. @returns whether anything changed */
  return async function holdDates(scene: HireScene): Promise<boolean> {
    const { unit, booking, today } = scene;
    const { tell, freed, gone } = await changesIn(scene);
    if (tell.length + freed.length + gone.length === 0) return false;
    const store = heldDatesOn(unit.trx);
    for (const { occurrenceId, told } of tell)
      await store.hold({ occurrenceId, bookingId: booking.id, heldOn: today, told });
    await store.release([...freed, ...gone].map(({ occurrenceId }) => occurrenceId));
    const after = await keepBooking(scene, {});
    const about = telling.about(after);
    if (tell.length > 0) {
      noteBooking(after, 'date_held_back', BY_ITSELF, {
        after: { dates: tell.map(({ date }) => date), papers: [...new Set(tell.flatMap(({ papers }) => papers))] },
      });
      await telling.toGroup(after, heldBackMail(about, tell, `${baseUrl}/groups/${booking.groupId}`));
      await telling.toOwner(after, heldBackOwnerMail(about, tell));
    }
    if (freed.length > 0) {
      noteBooking(after, 'date_freed', BY_ITSELF, { after: { dates: freed.map(({ date }) => date) } });
      await telling.toGroup(after, freedMail(about, freed));
      await telling.toOwner(after, freedOwnerMail(about, freed));
    }
    return true;
  };

  async function changesIn({ unit, booking, occurrences, today, now }: HireScene) {
    const read = await facts.read(unit.trx, { bookings: [booking], dates: new Map([[booking.id, occurrences]]) });
    const start = read.get(booking.id);
    const needs = start ? dateNeeds(start, requests.conditionsFor, today, now) : [];
    return heldChanges({ booking, needs, held: await heldDatesOn(unit.trx).ofAll([booking.id]), today });
  }
}
export type HoldDates = ReturnType<typeof heldDateService>;
