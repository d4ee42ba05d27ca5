import { invalid } from '../kernel/problem.ts';
import type { HireDeps } from './hire-deps.ts';
import { keepBooking, noteBooking, type HireScene, type HireScenes } from './hire-scene.ts';
import type { HireTelling } from './hire-telling.ts';
import type { Booking, Occurrence } from '../bookings/booking-contract.ts';
import { changedMeanwhile, isOver } from '../bookings/booking-problems.ts';
import { priceOf, spanOf, stateAfterGivingUp } from '../bookings/booking-rules.ts';
import type { Asker } from '../bookings/booking-service.ts';
import { dateWords } from '../bookings/booking-words.ts';
import { claimsOn } from '../bookings/claim-store.ts';
import { afterNotice, lastDayAfterNotice, RUNNING } from './hire-rules.ts';
import { noticeMail } from './deposit-mail-words.ts';
import { settleHire } from './hire-settling.ts';
import { occurrencesOn } from '../bookings/occurrence-store.ts';
import type { Notice } from './start-contract.ts';

type Deps = HireDeps & { scenes: HireScenes; telling: HireTelling };
export type NoticeSide = 'group' | 'owner';

/** Ending a series before its last date, with the notice that was agreed. */
export function endingService(deps: Deps) {
  const { clock, rooms, steps, scenes, telling } = deps;
  return {
    /** Releases the dates after the notice. Sending the same form twice gives notice once. @throws Problem 422 when no date lies behind it */
    giveNotice: (asker: Asker, side: NoticeSide, id: string, { version, reason }: Notice): Promise<void> => scenes.open(id, async (before) => {
      const { booking, today, now, occurrences } = before;
      if (booking.details['notice'] !== undefined) return;
      if (!RUNNING.includes(booking.state)) throw isOver();
      if (booking.version !== version) throw changedMeanwhile();
      const lastDay = lastDayAfterNotice(today, booking.terms);
      const given = afterNotice(occurrences, lastDay, now);
      if (given.length === 0) throw invalid([{ field: 'reason', message: `The last date is ${dateWords(booking.endsOn)}, before ${booking.terms.end_notice_days} days’ notice would be over. Nothing would change.` }], 422);
      const scene = await release(before, given, { side, on: today, lastDay, reason });
      noteBooking(scene, 'end_notice_given', asker, { after: { side, lastDay, dates: given.map(({ date }) => date), state: scene.booking.state } });
      const about = telling.about(scene);
      const mail = noticeMail(about, side === 'owner' ? about.owner : about.group, lastDay, given.length, reason);
      await telling.toGroup(scene, mail);
      await telling.toOwner(scene, mail);
    }),
  };

  async function release(before: HireScene, given: readonly Occurrence[], notice: { side: NoticeSide; on: string; lastDay: string; reason: string }): Promise<HireScene> {
    const { unit, booking, occurrences, now, today } = before;
    const ids = given.map((one) => one.id);
    await steps.turnFor(unit, [...given]);
    await claimsOn(unit.trx).release(ids);
    const changed = { state: notice.side === 'owner' ? ('cancelled_by_owner' as const) : ('cancelled_by_group' as const), charged: false, note: notice.reason };
    await occurrencesOn(unit.trx).setState(ids, changed, clock().toISOString());
    const left = occurrences.map((one) => (ids.includes(one.id) ? { ...one, ...changed } : one));
    const state = stateAfterGivingUp(booking.state, left, now);
    const quote = priceOf(booking, left, rooms.quote);
    const details = { ...booking.details, notice, ...(state === booking.state ? {} : { overOn: today }) };
    const scene = await keepBooking({ ...before, occurrences: left }, { state, details, ...spanOf(left), price: { ...booking.price, quote } });
    await settleHire(deps, scene, total(booking), quote?.totalPence ?? 0, { personId: 'system', reason: 'Notice was given to end the series.' });
    return scene;
  }
}
export type EndingService = ReturnType<typeof endingService>;

const total = ({ price }: Booking): number => price.quote?.totalPence ?? 0;
