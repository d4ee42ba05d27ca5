import { conflict, invalid } from '../../kernel/problem.ts';
import type { Who } from '../../ground/people/role-contract.ts';
import { balanceOf, isPaid, standing } from '../ledger/balance-contract.ts';
import type { Account, Entry, NewLine } from '../ledger/ledger-contract.ts';
import { inParts } from './instalment-rules.ts';
import type { Correction, Instalments, Payment, Waiver } from './money-contract.ts';
import type { RequestDeps } from './request-deps.ts';
import type { RequestOfferService } from './offer-service.ts';
import { currentOf, keep, note, type RequestScenes, type Scene } from './request-scene.ts';
import { requestsOn } from './request-store.ts';

type Deps = RequestDeps & { scenes: RequestScenes; offers: RequestOfferService };
type Money = { scene: Scene; bookingId: string; entries: Entry[] };

/** Money for a booking, written down by officers and owners. When the deposit is settled, the booking is confirmed. */
export function requestMoneyService({ db, newId, ledger, scenes, offers }: Deps) {
  return {
    ofBooking: (bookingId: string): Promise<Entry[]> => ledger.of(db, bookingId),

    /** What came in. Cash has a receipt whose number no other in the area has; left empty, the next number is given. */
    pay: (who: Who, id: string, payment: Payment): Promise<Entry | undefined> =>
      writing(who, id, payment.submission, async (money) => {
        const {
          scene: { today, request, unit },
        } = money;
        if (payment.on_day > today)
          throw invalid([
            { field: 'on_day', message: 'Enter the day on which it was paid: it cannot be after today.' },
          ]);
        refuseMoreThanOwed(money, payment.account, payment.pounds);
        if (payment.receipt_no && (await ledger.hasReceipt(unit.trx, request.areaId, payment.receipt_no)))
          throw invalid([
            {
              field: 'receipt_no',
              message: 'This receipt number has been used in this area already. Check the number on the receipt.',
            },
          ]);
        const receiptNo = payment.receipt_no ?? (payment.method === 'cash' ? await nextReceipt(money.scene) : null);
        return [
          {
            account: payment.account,
            kind: 'paid',
            pence: payment.pounds,
            onDay: payment.on_day,
            method: payment.method,
            receiptNo,
            takenBy: payment.taken_by ?? (who.name || 'An officer'),
            witness: payment.witness,
          },
        ];
      }),

    /** Nobody has to pay this any more, for a reason that is written down. */
    waive: (who: Who, id: string, { account, pounds, reason, submission }: Waiver): Promise<Entry | undefined> =>
      writing(who, id, submission, (money) => {
        refuseMoreThanOwed(money, account, pounds);
        return Promise.resolve([{ account, kind: 'waived', pence: pounds, reason }]);
      }),

    /** What is owed may be paid in parts. That settles it for now; each part has its day. */
    inInstalments: (who: Who, id: string, plan: Instalments): Promise<Entry | undefined> =>
      writing(who, id, plan.submission, ({ entries, scene }) => {
        const { owed } = balanceOf(entries, plan.account);
        if (owed < plan.count)
          throw invalid([{ field: 'count', message: 'Nothing is left that could be paid in so many parts.' }]);
        if (plan.first_on < scene.today)
          throw invalid([{ field: 'first_on', message: 'Enter a first day that is not before today.' }]);
        return Promise.resolve(
          inParts(owed, plan).map(({ dueOn, pence }) => ({
            account: plan.account,
            kind: 'instalment' as const,
            pence,
            dueOn,
          })),
        );
      }),

    /** Takes back an entry that was wrong. It stays readable, and so does why. */
    correct: (who: Who, id: string, { entry: entryId, reason, submission }: Correction): Promise<Entry | undefined> =>
      writing(who, id, submission, ({ entries }) => {
        const wrong = standing(entries).find((one) => one.id === entryId);
        if (!wrong || wrong.kind === 'charged')
          throw invalid([{ field: 'entry', message: 'Choose an entry of this booking that still counts.' }]);
        return Promise.resolve([
          { account: wrong.account, kind: 'corrected', pence: wrong.pence, corrects: wrong.id, reason },
        ]);
      }),
  };

  /** Writes lines into the ledger. Sending the same form twice writes them once. */
  async function writing(
    who: Who,
    id: string,
    submission: string = newId(),
    lines: (money: Money) => Promise<NewLine[]>,
  ): Promise<Entry | undefined> {
    return scenes.inTurn(id, async (scene) => {
      const {
        unit: { trx },
        request,
        today,
      } = scene;
      const known = await ledger.written(trx, who.personId, submission);
      if (known) return known;
      const bookingId = currentOf(scene.options)?.bookingId;
      if (!bookingId || !['deposit_due', 'confirmed'].includes(request.state))
        throw conflict('Money can be written down from when the group has taken the room until the booking is over.');
      const entries = await ledger.of(trx, bookingId);
      const added = await ledger.write(
        trx,
        { areaId: request.areaId, bookingId, today },
        who.personId,
        submission,
        await lines({ scene, bookingId, entries }),
      );
      await afterwards(who, scene, [...entries, ...added], added);
      return added[0];
    });
  }

  async function afterwards(
    who: Who,
    before: Scene,
    entries: readonly Entry[],
    added: readonly Entry[],
  ): Promise<void> {
    const actor = { personId: who.personId, brought: null };
    for (const { account, kind, pence, receiptNo, reason } of added)
      note(before, `room_money_${kind}`, actor, { after: { account, pence, receiptNo }, reason });
    const scene = await keep(before, {});
    if (scene.request.state === 'deposit_due' && isPaid(balanceOf(entries, 'deposit')))
      await offers.confirmIn(scene, actor);
  }

  /** "2026-0007": counts on in the area; numbers that somebody has typed already are left out. */
  async function nextReceipt({ unit, request, today }: Scene): Promise<string> {
    for (;;) {
      const number = `${today.slice(0, 4)}-${String(await requestsOn(unit.trx).nextReceipt(request.areaId)).padStart(4, '0')}`;
      if (!(await ledger.hasReceipt(unit.trx, request.areaId, number))) return number;
    }
  }
}

function refuseMoreThanOwed({ entries }: Money, account: Account, pence: number): void {
  const { owed } = balanceOf(entries, account);
  if (pence > owed)
    throw invalid([
      {
        field: 'pounds',
        message:
          owed === 0 ? 'Nothing is owed here any more.' : `Enter up to £${(owed / 100).toFixed(2)}: no more is owed.`,
      },
    ]);
}
