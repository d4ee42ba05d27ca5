import type { Db } from '../../kernel/database.ts';
import { conflict, invalid } from '../../kernel/problem.ts';
import type { HireDeps } from './hire-deps.ts';
import { keepBooking, noteBooking, type HireScenes } from './hire-scene.ts';
import { inductionsOn } from './induction-store.ts';
import type { Booking, Occurrence } from '../bookings/booking-contract.ts';
import { RUNNING } from './hire-rules.ts';
import type { Induction, NewInduction, StartCheck } from './start-contract.ts';

/** What is to be in order before a group uses a room for the first time. */
export function startService({
  rooms,
  requests,
  groups,
  scenes,
}: Pick<HireDeps, 'rooms' | 'requests' | 'groups'> & { scenes: HireScenes }) {
  return {
    checks,

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
        const induction: Induction = { on, signedBy, shownBy };
        const { id: bookingId, groupId } = scene.booking;
        await inductionsOn(scene.unit.trx).note({ bookingId, groupId, assetId: scene.place.assetId }, induction);
        noteBooking(await keepBooking(scene, {}), 'induction_signed', { personId, brought: null }, { after: { on } });
      }),
  };

  /** Papers are compared with the last date; one that runs out between is needed anew on the day after, not for the start. */
  async function checks(db: Db, booking: Booking, occurrences: readonly Occurrence[]): Promise<StartCheck[]> {
    const dates = occurrences
      .filter(({ state }) => ['planned', 'used', 'no_show'].includes(state))
      .map(({ date }) => date)
      .toSorted();
    const [first, last] = [dates[0] ?? booking.startsOn, dates.at(-1) ?? booking.endsOn];
    const wish = booking.requestId === null ? undefined : await requests.wishOf(db, booking.requestId);
    const [space] = await rooms.spaces.bookable(db, [booking.spaceId]);
    const safeguarding = wish?.safeguarding ?? false;
    const open = requests.conditionsFor(
      { ownInsurance: booking.price.ownInsurance, safeguarding },
      await groups.papers(db, booking.groupId),
      space?.hirersLiability ?? null,
      first,
      last,
    );
    const paper = (kind: 'insurance' | 'safeguarding'): StartCheck => {
      const missing = open.find((one) => one.kind === kind || one.kind === `${kind}_expires`);
      return {
        kind,
        met: missing === undefined || missing.due > first,
        due: missing?.due ?? first,
        runsOut: missing?.expires ?? null,
      };
    };
    const covered = !booking.price.ownInsurance && space?.hirersLiability?.available === true;
    return [
      { kind: 'induction', met: (await inductionsOn(db).of(booking.id)) !== null, due: first, runsOut: null },
      ...(covered ? [] : [paper('insurance')]),
      ...(safeguarding ? [paper('safeguarding')] : []),
    ];
  }
}
export type StartService = ReturnType<typeof startService>;
