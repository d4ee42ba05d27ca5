import { readFile } from 'node:fs/promises';
import type { Asker } from '../bookings/booking-contract.ts';
import { conflict, invalid, notFound, Problem } from '../../kernel/problem.ts';
import type { Upload } from '../../kernel/upload.ts';
import type { HireDeps } from './hire-deps.ts';
import { keepBooking, noteBooking, type HireScene, type HireScenes } from './hire-scene.ts';
import type { HireTelling } from './hire-telling.ts';
import { challengeUntil, depositDueOn, overOn, OVER_WITH_MONEY } from './hire-rules.ts';
import type { Deduction, DepositReturn, NewDeduction, PayBack } from './deposit-contract.ts';
import { depositReturnedMail } from './deposit-mail-words.ts';
import { depositsOn } from './deposit-store.ts';
import { lineFor } from './hire-line-scene.ts';
import { depositHeld, hireToPayBack } from '../ledger/balance-contract.ts';
import type { NewLine } from '../ledger/ledger-contract.ts';

type Deps = HireDeps & { scenes: HireScenes; telling: HireTelling };

/** Giving a deposit back: all of it, or less what damage costs, each with words and a photo; and what the group says to that. */
export function depositService(deps: Deps) {
  const { newId, clock, ledger, photos, scenes, telling } = deps;
  return {
    /** Notes what is to be kept of the deposit. Nothing is taken until it is given back. Sending the same form twice notes it once. */
    async deduct(
      personId: string,
      id: string,
      { words, pounds, submission = newId() }: NewDeduction,
      upload: Upload | undefined,
    ): Promise<void> {
      const deductionId = newId();
      if (upload) await keepPhoto(deductionId, upload);
      const kept = await scenes
        .open(id, async (scene) => {
          const {
            unit: { trx },
          } = scene;
          if (await depositsOn(trx).deductionBySubmission(personId, submission)) return false;
          const held = await heldIn(scene);
          const noted = (await depositsOn(trx).deductions(id)).reduce((sum, { pence }) => sum + pence, 0);
          if (noted + pounds > held)
            throw invalid([
              { field: 'pounds', message: `Enter up to ${sterling(held - noted)}: no more of the deposit is left.` },
            ]);
          await depositsOn(trx).addDeduction({
            id: deductionId,
            bookingId: id,
            words,
            pence: pounds,
            hasPhoto: upload !== undefined,
            entryId: null,
            dropped: false,
            submission,
            createdBy: personId,
            createdAt: clock().toISOString(),
          });
          return true;
        })
        .catch(async (error: unknown) => {
          await photos.remove(deductionId);
          throw error;
        });
      if (!kept) await photos.remove(deductionId);
    },

    /** Takes back what was noted, before the deposit is given back. */
    async dropDeduction(id: string, deductionId: string): Promise<void> {
      await scenes.open(id, async (scene) => {
        await heldIn(scene);
        await depositsOn(scene.unit.trx).removeDeduction((await deductionOf(scene, deductionId)).id);
      });
      await photos.remove(deductionId);
    },

    /** Gives the deposit back, less what was noted. Doing it twice is doing it once. */
    giveBack: (personId: string, id: string, wish: PayBack): Promise<void> =>
      scenes.open(id, async (scene) => {
        const {
          unit: { trx },
          booking,
          today,
          daysOff,
        } = scene;
        if (await depositsOn(trx).returnOf(id)) return;
        mustNotBeAhead(wish, today);
        const [held, deductions] = [await heldIn(scene), await depositsOn(trx).deductions(id)];
        const deductedPence = deductions.reduce((sum, { pence }) => sum + pence, 0);
        const entries = await ledger.write(trx, lineFor(scene), personId, wish.submission ?? newId(), [
          ...deductions.map(kept),
          ...(held > deductedPence ? [paidBack(held - deductedPence, 'deposit', wish)] : []),
        ]);
        for (const [at, { id: deductionId }] of deductions.entries())
          await depositsOn(trx).entered(deductionId, entries[at]?.id ?? '');
        const given: DepositReturn = {
          bookingId: id,
          dueOn: depositDueOn(overOn(booking) ?? today, booking.terms, daysOff),
          returnedOn: today,
          returnedPence: held - deductedPence,
          deductedPence,
          challengeUntil: challengeUntil(today, booking.terms, daysOff),
          challengedOn: null,
          challenge: null,
          answerDueOn: null,
          answeredOn: null,
          answer: null,
        };
        await depositsOn(trx).addReturn(given);
        const after =
          booking.state === 'ended'
            ? await keepBooking(scene, { state: 'deposit_returned', evaluationFrom: today })
            : scene;
        noteBooking(after, 'deposit_returned', by(personId), {
          after: {
            returnedPence: given.returnedPence,
            deductedPence,
            dueOn: given.dueOn,
            method: wish.method,
            state: after.booking.state,
          },
        });
        await telling.toGroup(
          after,
          depositReturnedMail(telling.about(after), given, deductions, after.booking.state === 'deposit_returned'),
        );
      }),

    /** Hire that was paid for dates which were given up goes back. */
    refund: (personId: string, id: string, wish: PayBack): Promise<void> =>
      scenes.open(id, async (scene) => {
        const {
          unit: { trx },
        } = scene;
        const submission = wish.submission ?? newId();
        if (await ledger.written(trx, personId, submission)) return;
        mustNotBeAhead(wish, scene.today);
        const pence = hireToPayBack(await ledger.of(trx, id));
        if (pence === 0) throw conflict('No hire is to be paid back here.');
        await ledger.write(trx, lineFor(scene), personId, submission, [paidBack(pence, 'hire', wish)]);
        noteBooking(scene, 'hire_paid_back', by(personId), { after: { pence, method: wish.method } });
      }),

    /** Where the photo of some damage is. @throws Problem 404 */
    photo: async (id: string, deductionId: string): Promise<string> => {
      const one = (await depositsOn(deps.db).deductions(id)).find((deduction) => deduction.id === deductionId);
      if (!one?.hasPhoto) throw notFound('photo');
      return photos.pathOf(one.id, 1200);
    },
  };

  /** What is held of the deposit. @throws Problem 409 while the room is still used, or when it went back already */
  async function heldIn({ unit: { trx }, booking }: HireScene): Promise<number> {
    if (!OVER_WITH_MONEY.includes(booking.state))
      throw conflict('The deposit goes back once the booking is over, and only once.');
    if (await depositsOn(trx).returnOf(booking.id)) throw conflict('The deposit has been given back already.');
    const held = depositHeld(await ledger.of(trx, booking.id));
    if (held === 0) throw conflict('No deposit is held for this booking.');
    return held;
  }

  async function deductionOf({ unit: { trx }, booking }: HireScene, id: string): Promise<Deduction> {
    const one = (await depositsOn(trx).deductions(booking.id)).find((deduction) => deduction.id === id);
    if (!one) throw notFound('entry');
    return one;
  }

  async function keepPhoto(id: string, { path }: Upload): Promise<void> {
    await photos.keep(id, await readFile(path)).catch(async (error: unknown) => {
      await photos.remove(id);
      if (error instanceof Problem) throw error;
      throw invalid([
        { field: 'photo', message: 'We could not open that photo. Choose a JPEG, PNG or WebP, or take a new one.' },
      ]);
    });
  }
}

const by = (personId: string): Asker => ({ personId, brought: null });
const sterling = (pence: number): string => `£${(Math.max(0, pence) / 100).toFixed(2)}`;
const kept = ({ pence, words }: Deduction): NewLine => ({ account: 'deposit', kind: 'deducted', pence, reason: words });
const paidBack = (
  pence: number,
  account: NewLine['account'],
  { method, on_day: onDay, given_to: takenBy, witness }: PayBack,
): NewLine => ({ account, kind: 'returned', pence, method, onDay, takenBy, witness });

function mustNotBeAhead({ on_day: day }: PayBack, today: string): void {
  if (day > today)
    throw invalid([{ field: 'on_day', message: 'Enter the day on which it went back: it cannot be after today.' }]);
}
