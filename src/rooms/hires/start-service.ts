import { conflict, invalid } from '../../kernel/problem.ts';
import { keepBooking, noteBooking, type HireScenes } from './hire-scene.ts';
import { inductionsOn } from './induction-store.ts';
import { RUNNING } from './hire-rules.ts';
import { looksOn } from './look-store.ts';
import type { NewInduction } from './start-contract.ts';

/** What is to be in order before a group uses a room for the first time. */
export function startService({ scenes }: { scenes: HireScenes }) {
  return {
    /** Somebody of the group was shown round and has signed for it. Noting it again corrects the note. */
    induct: (
      personId: string,
      id: string,
      { on, signed_by: signedBy, shown_by: shownBy }: NewInduction,
    ): Promise<void> =>
      scenes.open(id, async (scene) => {
        if (on > scene.today)
          throw invalid([{ field: 'on', message: 'Enter the day on which they signed: it cannot be after today.' }]);
        if (!['deposit_due', ...RUNNING].includes(scene.booking.state))
          throw conflict('This is noted while a room is booked.');
        const { id: bookingId, groupId } = scene.booking;
        await inductionsOn(scene.unit.trx).note(
          { bookingId, groupId, assetId: scene.place.assetId },
          { on, signedBy, shownBy },
        );
        // It counts for the other bookings of the group in this building too.
        await looksOn(scene.unit.trx).again({ groupIds: [groupId] });
        noteBooking(await keepBooking(scene, {}), 'induction_signed', { personId, brought: null }, { after: { on } });
      }),
  };
}
