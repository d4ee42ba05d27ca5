import { conflict, invalid } from '../../kernel/problem.ts';
import type { HireDeps } from './hire-deps.ts';
import { keepBooking, noteBooking, type HireScene, type HireScenes } from './hire-scene.ts';
import type { Asker, EndNotice, Occurrence } from '../bookings/booking-contract.ts';
import { CHANGED_MEANWHILE, IS_OVER } from '../bookings/booking-words.ts';
import { dateWords } from '../../kernel/day-words.ts';
import { afterNotice, lastDayAfterNotice, RUNNING } from './hire-rules.ts';
import type { Notice } from './start-contract.ts';

type Deps = Pick<HireDeps, 'bookings'> & { scenes: HireScenes };
export type NoticeSide = EndNotice['side'];

/** Ending a series before its last date, with the notice that was agreed. */
export function endingService({ bookings, scenes }: Deps) {
  return {
    /** Releases the dates after the notice. Sending the same form twice gives notice once. @throws Problem 422 when no date lies behind it */
    giveNotice: (asker: Asker, side: NoticeSide, id: string, { version, reason }: Notice): Promise<void> =>
      scenes.open(id, async (before) => {
        const { booking, today, now, occurrences } = before;
        if (booking.notice !== null) return;
        if (!RUNNING.includes(booking.state)) throw conflict(IS_OVER);
        if (booking.version !== version) throw conflict(CHANGED_MEANWHILE);
        const lastDay = lastDayAfterNotice(today, booking.terms);
        const given = afterNotice(occurrences, lastDay, now);
        if (given.length === 0)
          throw invalid(
            [
              {
                field: 'reason',
                message: `The last date is ${dateWords(booking.endsOn)}, before ${booking.terms.end_notice_days} days’ notice would be over. Nothing would change.`,
              },
            ],
            422,
          );
        const scene = await release(before, given, { side, on: today, lastDay, reason });
        noteBooking(scene, 'end_notice_given', asker, {
          before: { totalPence: booking.price.quote?.totalPence ?? null },
          after: {
            side,
            lastDay,
            dates: given.map(timesOf),
            state: scene.booking.state,
            totalPence: scene.booking.price.quote?.totalPence ?? null,
          },
        });
      }),
  };

  async function release(before: HireScene, given: readonly Occurrence[], notice: EndNotice): Promise<HireScene> {
    const { unit, booking, today } = before;
    const to = {
      state: notice.side === 'owner' ? ('cancelled_by_owner' as const) : ('cancelled_by_group' as const),
      note: notice.reason,
    };
    const left = await bookings.giveUp(unit, before, given, to);
    const overOn = left.booking.state === booking.state ? booking.overOn : today;
    return keepBooking({ ...before, ...left }, { notice, overOn });
  }
}
const timesOf = ({ id, date, from, to, spaceId }: Occurrence) => ({ id, date, from, to, spaceId });
