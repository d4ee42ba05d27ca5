import type { ClockActs } from './hire-clock-service.ts';
import type { HireState } from './hire-contract.ts';
import type { HireDeps } from './hire-deps.ts';
import { endedMail, renewalMail, showRoundMail, showRoundOwnerMail } from './hire-mail-words.ts';
import { depositDueOn } from './hire-rules.ts';
import { BY_ITSELF, keepBooking, noteBooking, type HireScene, type HireScenes } from './hire-scene.ts';
import type { HireStates } from './hire-state-service.ts';
import type { HireTelling } from './hire-telling.ts';
import type { HoldDates } from './held-date-service.ts';
import { dueAct, type ClockAct } from './look-rules.ts';
import { renewalLink } from './renewal-link-rules.ts';

type Deps = Pick<HireDeps, 'bookings' | 'baseUrl'> & {
  scenes: HireScenes;
  telling: HireTelling;
  states: HireStates;
  holdDates: HoldDates;
};

/** What the clock does to one booking, each in a transaction that holds it. What is no longer due in its turn is left alone. */
export function clockActs({ bookings, baseUrl, telling, states, holdDates }: Deps): ClockActs {
  return {
    hold: holdDates,
    begin: ifDue('begin', begin),
    tell_start: ifDue('tell_start', tellStart),
    remind: ifDue('remind', remind),
    end: ifDue('end', end),
    see_to_deposit: ifDue('see_to_deposit', seeToDeposit),
    close: ifDue('close', close),
  };

  function ifDue(act: ClockAct, work: (scene: HireScene, seen: HireState) => Promise<void>): ClockActs[ClockAct] {
    return async (scene) => {
      const seen = await states.state(scene.unit.trx, scene.booking.id);
      if (dueAct(seen) !== act) return false;
      await work(scene, seen);
      return true;
    };
  }

  /** From its first date on a booking is in use, when all that must come before has been seen to. */
  async function begin(scene: HireScene, { booking, checks, induction }: HireState): Promise<void> {
    const after = await keepBooking(scene, { state: 'active' });
    noteBooking(after, 'booking_begun', BY_ITSELF, {
      after: { startsOn: booking.startsOn, inductionOn: induction?.on ?? null, checks: checks.map(({ kind }) => kind) },
    });
  }

  async function tellStart(scene: HireScene): Promise<void> {
    const { booking, today } = scene;
    const after = await keepBooking(scene, { startToldOn: today });
    await telling.toGroup(after, showRoundMail(telling.about(after), booking.startsOn));
    await telling.toOwner(after, showRoundOwnerMail(telling.about(after), booking.startsOn));
  }

  async function remind(scene: HireScene): Promise<void> {
    const { booking } = scene;
    const after = await keepBooking(scene, { renewalToldFor: booking.endsOn });
    noteBooking(after, 'renewal_reminded', BY_ITSELF, { after: { endsOn: booking.endsOn } });
    const link = `${baseUrl}${renewalLink(booking)}`;
    await telling.toGroup(after, renewalMail(telling.about(after), booking.endsOn, link));
  }

  async function end(scene: HireScene, { money }: HireState): Promise<void> {
    const { unit, booking, occurrences, daysOff } = scene;
    await bookings.release(
      unit,
      occurrences.map(({ id }) => id),
    );
    const after = await keepBooking(scene, { state: 'ended', overOn: booking.endsOn });
    noteBooking(after, 'booking_ended', BY_ITSELF, { after: { endsOn: booking.endsOn } });
    const dueOn = depositDueOn(booking.endsOn, booking.terms, daysOff);
    await telling.toGroup(after, endedMail(telling.about(after), money.deposit.held, dueOn));
  }

  /** Where no deposit is held there is nothing to give back. From when one is held for what was given up, its days run. */
  async function seeToDeposit(scene: HireScene, { money }: HireState): Promise<void> {
    const { today } = scene;
    if (money.deposit.held > 0) return void (await keepBooking(scene, { overOn: today }));
    const after = await keepBooking(scene, { state: 'deposit_returned', evaluationFrom: today });
    noteBooking(after, 'no_deposit_to_return', BY_ITSELF);
  }

  /** Closed when the group has said how it went, or its time for that is over, and nothing about the deposit is open. */
  async function close(scene: HireScene): Promise<void> {
    const evaluated = scene.booking.state === 'evaluated';
    const after = await keepBooking(scene, { state: 'closed' });
    noteBooking(after, 'booking_closed', BY_ITSELF, { after: { evaluated } });
  }
}
