import type { Asker } from '../bookings/booking-contract.ts';
import { conflict } from '../../kernel/problem.ts';
import type { HireDeps } from './hire-deps.ts';
import { keepBooking, noteBooking, type HireScenes } from './hire-scene.ts';
import { FEWEST_SHOWN, type NewEvaluation, type Outcomes } from './evaluation-contract.ts';
import { evaluationsOn } from './evaluation-store.ts';

/** Three questions at the end, and what everybody may read of the answers. */
export function evaluationService({ db, scenes }: Pick<HireDeps, 'db'> & { scenes: HireScenes }) {
  return {
    /** Keeps what the group says. Sending it twice keeps the first. @throws Problem 409 when it is not the time */
    evaluate: (asker: Asker, id: string, { suited, people, better }: NewEvaluation): Promise<void> =>
      scenes.open(id, async (scene) => {
        const { unit, booking, today } = scene;
        if (await evaluationsOn(unit.trx).of(id)) return;
        if (booking.state !== 'deposit_returned')
          throw conflict(
            booking.state === 'closed'
              ? 'The time for this is over. You can still tell the broker.'
              : 'These questions come at the end, when the deposit is settled.',
          );
        await evaluationsOn(unit.trx).add({
          bookingId: id,
          areaId: booking.areaId,
          suited,
          people,
          better,
          answeredOn: today,
          channel: asker.brought?.channel ?? 'online',
        });
        const after = await keepBooking(scene, { state: 'evaluated' });
        noteBooking(after, 'booking_evaluated', asker, { after: { suited, people } });
      }),

    /** Counts for everybody; fewer than five are not told. A count that could be worked out from the others is not told either. */
    async outcomes(areaId: string): Promise<Outcomes> {
      const { suited, people } = await evaluationsOn(db).counts(areaId);
      const all = Object.values(suited).reduce((sum, count) => sum + count, 0);
      return { bookings: all < FEWEST_SHOWN ? null : all, suited: told(suited), people: told(people) };
    },
  };
}

/** One hidden count among told ones is the total less the others, so that the smallest told one is hidden with it. */
function told<K extends string>(counts: Readonly<Record<K, number>>): Record<K, number | null> {
  const entries = Object.entries<number>(counts).map(([key, count]): [string, number | null] => [
    key,
    count > 0 && count < FEWEST_SHOWN ? null : count,
  ]);
  const hidden = entries.filter(([, count]) => count === null).length;
  const smallest =
    hidden === 1
      ? entries
          .filter(([, count]) => (count ?? 0) > 0)
          .toSorted(([, one], [, other]) => (one ?? 0) - (other ?? 0))[0]?.[0]
      : undefined;
  return Object.fromEntries(entries.map(([key, count]) => [key, key === smallest ? null : count])) as Record<
    K,
    number | null
  >;
}
