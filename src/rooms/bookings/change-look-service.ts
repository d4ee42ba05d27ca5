import type { Asker } from './booking-contract.ts';
import type { BookingDeps } from './booking-deps.ts';
import type { Change } from './booking-form-contract.ts';
import type { BookingSteps } from './booking-steps.ts';
import type { ChangeLook } from './change-look-contract.ts';
import { lookOf } from './change-look-rules.ts';
import type { Side } from './change-rules.ts';
import type { ChangeService } from './change-service.ts';

type Deps = Pick<BookingDeps, 'inOneTransaction'> & { steps: Pick<BookingSteps, 'take'> } & Pick<
    ChangeService,
    'madeIn'
  >;

/** Nothing went wrong: what was done was only looked at, and is taken back. */
class Undone extends Error {}

/** Looking at a change before it is made. */
export function changeLookService({ inOneTransaction, steps, madeIn }: Deps) {
  return {
    /**
     * What a change comes to, before anybody decides: worked out by making it and undoing it, so that it is what the change will be.
     * @throws Problem as for making it
     */
    async look(asker: Asker, side: Side, id: string, wish: Change): Promise<ChangeLook> {
      const seen: ChangeLook[] = [];
      await inOneTransaction(async (unit) => {
        const before = await steps.take(unit, id);
        seen.push(lookOf(before, await madeIn(unit, asker, side, id, wish)));
        throw new Undone();
      }).catch((error: unknown) => {
        if (!(error instanceof Undone)) throw error;
      });
      const [look] = seen;
      if (!look) throw new Error('A change was looked at and came to nothing.');
      return look;
    },
  };
}
