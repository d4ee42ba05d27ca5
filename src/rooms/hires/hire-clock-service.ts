import type { Area } from '../../ground/areas/area-contract.ts';
import { dayIn, daysAfter } from '../../kernel/clock.ts';
import type { Day } from '../../kernel/recurrence-contract.ts';
import type { HireDeps } from './hire-deps.ts';
import { BY_ITSELF, keepBooking, noteBooking, type HireScene, type HireScenes } from './hire-scene.ts';
import type { HireTelling } from './hire-telling.ts';
import { hiresOn } from './hire-store.ts';
import {
  depositDueOn,
  evaluationUntil,
  isSettledForGood,
  OVER_WITH_MONEY,
  overOn,
  renewalDue,
  RUNNING,
} from './hire-rules.ts';
import { endedMail, renewalMail, startMissingMail } from './hire-mail-words.ts';
import { depositsOn } from './deposit-store.ts';
import { renewalLink } from './renewal-link.ts';
import { depositHeld } from '../ledger/balance-contract.ts';
import { inductionsOn } from './induction-store.ts';
import type { StartService } from './start-service.ts';
import { startWords } from './hire-words.ts';

type Deps = HireDeps & { scenes: HireScenes; telling: HireTelling; starting: StartService };
/** How many bookings something happened to. */
export type HireRan = Record<'begun' | 'reminded' | 'ended' | 'settled' | 'closed', number>;

/** So long before the first date a group is told what is missing for it. */
const TELL_MISSING_DAYS = 7;
/** Dates of a year lie ahead at most; reminders of their end are looked for as far. */
const LOOK_AHEAD_DAYS = 366;

/**
 * What happens to bookings by itself. Safe to repeat and from several processes at once: each looks again in its turn and finds
 * nothing left to do. After a pause it all happens late and counts from the day on which it was due.
 */
export function hireClockService({
  db,
  clock,
  areas,
  bookings,
  ledger,
  baseUrl,
  scenes,
  telling,
  starting,
  onError,
}: Deps) {
  return {
    async runDue(): Promise<HireRan> {
      const ran: HireRan = { begun: 0, reminded: 0, ended: 0, settled: 0, closed: 0 };
      for (const area of await areas()) await runIn(area, dayIn(area.timeZone, clock()), ran);
      return ran;
    },
  };

  async function runIn({ id }: Area, today: Day, ran: HireRan): Promise<void> {
    const hires = hiresOn(db);
    ran.begun += await each(await hires.begunBy(id, ['confirmed'], daysAfter(today, TELL_MISSING_DAYS)), begin);
    ran.reminded += await each(await hires.endingBy(id, RUNNING, daysAfter(today, LOOK_AHEAD_DAYS)), remind);
    ran.ended += await each(await hires.endedBefore(id, [...RUNNING, 'deposit_due'], today), end);
    ran.settled += await each(
      [...(await hires.inStates(id, ['ended'])), ...(await hires.givenUpWithDeposit(id))],
      settle,
    );
    ran.closed += await each(await hires.inStates(id, ['deposit_returned', 'evaluated']), close);
  }

  /** One booking that cannot be moved keeps none of the others from moving. */
  async function each(ids: readonly string[], work: (scene: HireScene) => Promise<boolean>): Promise<number> {
    let done = 0;
    for (const id of ids) done += (await scenes.open(id, work).catch((error: unknown) => void onError(error))) ? 1 : 0;
    return done;
  }

  /** From its first date on a booking is in use, when all that must come before has been seen to. Until then its group is told. */
  async function begin(scene: HireScene): Promise<boolean> {
    const { unit, booking, occurrences, today } = scene;
    if (booking.state !== 'confirmed') return false;
    const checks = await starting.checks(unit.trx, booking, occurrences);
    const missing = checks.filter(({ met }) => !met);
    if (missing.length > 0) return tellMissing(scene, missing.map(startWords));
    if (booking.startsOn > today) return false;
    const after = await keepBooking(scene, { state: 'active' });
    noteBooking(after, 'booking_begun', BY_ITSELF, {
      after: {
        startsOn: booking.startsOn,
        inductionOn: (await inductionsOn(unit.trx).of(booking.id))?.on ?? null,
        checks: checks.map(({ kind }) => kind),
      },
    });
    return true;
  }

  async function tellMissing(scene: HireScene, todo: readonly string[]): Promise<boolean> {
    const { booking, today } = scene;
    if (booking.startToldOn !== null) return false;
    await keepBooking(scene, { startToldOn: today });
    await telling.toGroup(scene, startMissingMail(telling.about(scene), booking.startsOn, todo));
    await telling.toOwner(scene, startMissingMail(telling.about(scene), booking.startsOn, todo));
    return true;
  }

  async function remind(scene: HireScene): Promise<boolean> {
    const { booking, occurrences, today } = scene;
    if (!RUNNING.includes(booking.state) || !renewalDue(booking, occurrences, today)) return false;
    const after = await keepBooking(scene, { renewalToldFor: booking.endsOn });
    noteBooking(after, 'renewal_reminded', BY_ITSELF, { after: { endsOn: booking.endsOn } });
    await telling.toGroup(
      after,
      renewalMail(telling.about(after), booking.endsOn, `${baseUrl}${renewalLink(booking)}`),
    );
    return true;
  }

  async function end(scene: HireScene): Promise<boolean> {
    const { unit, booking, occurrences, now, today, daysOff } = scene;
    if (
      booking.endsOn >= today ||
      ![...RUNNING, 'deposit_due'].includes(booking.state) ||
      (booking.state === 'deposit_due' && booking.requestId !== null)
    )
      return false;
    if (occurrences.some((one) => one.state === 'planned' && one.ends > now)) return false;
    await bookings.release(
      unit,
      occurrences.map((one) => one.id),
    );
    const after = await keepBooking(scene, { state: 'ended', overOn: booking.endsOn });
    noteBooking(after, 'booking_ended', BY_ITSELF, { after: { endsOn: booking.endsOn } });
    const held = depositHeld(await ledger.of(unit.trx, booking.id));
    await telling.toGroup(
      after,
      endedMail(telling.about(after), held, depositDueOn(booking.endsOn, booking.terms, daysOff)),
    );
    return true;
  }

  /** Where no deposit is held there is nothing to give back. From when one is held for what was given up, its days run. */
  async function settle(scene: HireScene): Promise<boolean> {
    const { unit, booking, today } = scene;
    if (!OVER_WITH_MONEY.includes(booking.state)) return false;
    const held = depositHeld(await ledger.of(unit.trx, booking.id));
    if (held > 0) {
      if (overOn(booking) === null) await keepBooking(scene, { overOn: today });
      return false;
    }
    if (booking.state !== 'ended') return false;
    const after = await keepBooking(scene, { state: 'deposit_returned', evaluationFrom: today });
    noteBooking(after, 'no_deposit_to_return', BY_ITSELF);
    return true;
  }

  /** Closed when the group has said how it went, or its time for that is over, and nothing about the deposit is open. */
  async function close(scene: HireScene): Promise<boolean> {
    const { unit, booking, today, daysOff } = scene;
    if (!['deposit_returned', 'evaluated'].includes(booking.state)) return false;
    const waits =
      booking.state === 'deposit_returned' &&
      today <= evaluationUntil(booking.evaluationFrom ?? booking.endsOn, booking.terms, daysOff);
    if (waits || !isSettledForGood(await depositsOn(unit.trx).returnOf(booking.id), today)) return false;
    const after = await keepBooking(scene, { state: 'closed' });
    noteBooking(after, 'booking_closed', BY_ITSELF, { after: { evaluated: booking.state === 'evaluated' } });
    return true;
  }
}
export type HireClockService = ReturnType<typeof hireClockService>;
