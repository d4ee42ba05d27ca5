import { dayIn } from '../../kernel/clock.ts';
import { chargedOn, type OpenMoney } from '../ledger/open-money-contract.ts';
import { nextReminder, stageOn, type ReminderStage } from '../ledger/reminder-contract.ts';
import type { HireDeps } from './hire-deps.ts';
import { BY_ITSELF, noteBooking, type HireScene, type HireScenes } from './hire-scene.ts';
import type { HireStates } from './hire-state-service.ts';
import type { HireTelling } from './hire-telling.ts';
import { moneyMail } from './money-mail-words.ts';
import { moneyRemindersOn } from './money-reminder-store.ts';

type Deps = Pick<HireDeps, 'db' | 'clock' | 'areas' | 'ledger' | 'openMoney' | 'onError'> & {
  scenes: HireScenes;
  states: HireStates;
  telling: HireTelling;
};

/** Bookings in one run: the next goes on. */
const MOST = 2_000;

/**
 * Reminds groups of money that is due: what the ledger says is owed in that moment, each reminder once. What was paid in the meantime is
 * not spoken of. After the last reminder somebody rings; nothing is cancelled by itself.
 */
export function moneyReminderService({ db, clock, areas, ledger, scenes, states, telling, openMoney, onError }: Deps) {
  return {
    /** Safe to repeat, and from several processes at once. @returns how many reminders were written */
    async remindDue(): Promise<number> {
      let told = 0;
      for (const { id, timeZone } of await areas())
        for (const bookingId of await moneyRemindersOn(db).due(id, dayIn(timeZone, clock()), MOST))
          told += await scenes.open(bookingId, remind).catch((error: unknown) => {
            onError(error);
            return 0;
          });
      return told;
    },
  };

  async function remind(scene: HireScene): Promise<number> {
    const { trx } = scene.unit;
    const entries = await ledger.of(trx, scene.booking.id);
    await openMoney.keep(trx, scene.booking, entries);
    if (scene.booking.state === 'deposit_due') return 0;
    const known = await moneyRemindersOn(trx).of(scene.booking.id);
    let told = 0;
    for (const one of await openMoney.ofBooking(trx, scene.booking, entries)) {
      const { account, dueOn } = one;
      const charged = chargedOn(entries, account) ?? dueOn;
      const stage = stageOn(scene.today, dueOn, charged, scene.booking.terms);
      const isKnown = known.some(
        (other) => other.account === account && other.dueOn === dueOn && other.stage === stage,
      );
      if (stage !== null && !isKnown) {
        await tell(scene, one, stage);
        told++;
      }
      const next = nextReminder(scene.today, dueOn, charged, scene.booking.terms);
      await moneyRemindersOn(trx).next(scene.booking.id, account, dueOn, next);
    }
    return told;
  }

  async function tell(scene: HireScene, open: OpenMoney, stage: ReminderStage): Promise<void> {
    const { unit, booking, today } = scene;
    const { account, dueOn, pence } = open;
    await moneyRemindersOn(unit.trx).note(booking.id, { account, dueOn, stage }, today);
    noteBooking(scene, 'money_reminded', BY_ITSELF, { after: { account, dueOn, stage, pence } });
    const { standing } = await states.state(unit.trx, booking.id);
    const how = standing.steps.find(({ kind }) => kind === `pay_${account}`)?.how ?? null;
    await telling.toGroup(scene, moneyMail(telling.about(scene), open, stage, how));
  }
}
