import type { Asker } from '../bookings/booking-contract.ts';
import { conflict } from '../../kernel/problem.ts';
import { addWorkingDays } from '../../kernel/working-days.ts';
import type { NewLine } from '../ledger/ledger-contract.ts';
import type { Challenge, ChallengeAnswer, DepositReturn } from './deposit-contract.ts';
import { challengeAnsweredMail, challengedMail } from './deposit-mail-words.ts';
import { depositsOn } from './deposit-store.ts';
import type { HireDeps } from './hire-deps.ts';
import { awaitsAnswer, mayChallenge } from './hire-rules.ts';
import { noteBooking, type HireScene, type HireScenes } from './hire-scene.ts';
import { lineFor } from './hire-line-scene.ts';
import type { HireTelling } from './hire-telling.ts';

type Deps = Pick<HireDeps, 'newId' | 'ledger'> & { scenes: HireScenes; telling: HireTelling };

/** What a group says to what was kept of its deposit, and the answer. */
export function disputeService({ newId, ledger, scenes, telling }: Deps) {
  return {
    /** The group says that something was kept without cause. @throws Problem 409 when the time is over */
    challenge: (asker: Asker, id: string, { challenge }: Challenge): Promise<void> =>
      scenes.open(id, async (scene) => {
        const given = await returnIn(scene);
        if (given.challengedOn !== null) return;
        // Somebody who rang on the last day is in time, whenever it is typed in.
        const on = asker.brought && asker.brought.receivedOn < scene.today ? asker.brought.receivedOn : scene.today;
        if (!mayChallenge(given, on))
          throw conflict(
            given.deductedPence === 0
              ? 'Nothing was kept of the deposit.'
              : 'The time to dispute this is over. Talk to the broker: they can still help.',
          );
        const answerDueOn = addWorkingDays(on, scene.booking.terms.challenge_wd, scene.daysOff);
        await depositsOn(scene.unit.trx).saveReturn({ ...given, challengedOn: on, challenge, answerDueOn });
        noteBooking(scene, 'deduction_disputed', asker, { after: { deductedPence: given.deductedPence, answerDueOn } });
        await telling.toOwner(scene, challengedMail(telling.about(scene), challenge, answerDueOn));
        await telling.toBrokers(scene, challengedMail(telling.about(scene), challenge, answerDueOn));
      }),

    /** Answers: some or all of it is given back after all, or it stays. */
    answer: (personId: string, id: string, wish: ChallengeAnswer): Promise<void> =>
      scenes.open(id, async (scene) => {
        const {
          unit: { trx },
          today,
        } = scene;
        const given = await returnIn(scene);
        if (given.answeredOn !== null) return;
        if (!awaitsAnswer(given)) throw conflict('Nobody has disputed anything here.');
        const back = (await depositsOn(trx).deductions(id)).filter((one) => wish.give_back.includes(one.id));
        const pence = back.reduce((sum, one) => sum + one.pence, 0);
        const lines = back.map((one): NewLine => ({
          account: 'deposit',
          kind: 'corrected',
          pence: one.pence,
          corrects: one.entryId,
          reason: 'Given back after the group disputed it.',
        }));
        await ledger.write(trx, lineFor(scene), personId, newId(), [
          ...lines,
          ...(pence > 0
            ? [{ account: 'deposit' as const, kind: 'returned' as const, pence, method: wish.method }]
            : []),
        ]);
        await depositsOn(trx).drop(back.map((one) => one.id));
        const after = {
          ...given,
          returnedPence: given.returnedPence + pence,
          deductedPence: given.deductedPence - pence,
          answeredOn: today,
          answer: wish.answer,
        };
        await depositsOn(trx).saveReturn(after);
        noteBooking(
          scene,
          'dispute_answered',
          { personId, brought: null },
          {
            after: { givenBackPence: pence, keptPence: after.deductedPence },
          },
        );
        await telling.toGroup(
          scene,
          challengeAnsweredMail(telling.about(scene), wish.answer, pence, after.deductedPence),
        );
      }),
  };

  async function returnIn({ unit: { trx }, booking }: HireScene): Promise<DepositReturn> {
    const given = await depositsOn(trx).returnOf(booking.id);
    if (!given) throw conflict('The deposit has not been given back yet.');
    return given;
  }
}
