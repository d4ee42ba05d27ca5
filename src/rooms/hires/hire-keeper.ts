import type { Db } from '../../kernel/database.ts';
import type { PersonalDataPart } from '../../ground/people/personal-data-contract.ts';
import type { PersonalDataKeeper } from '../../ground/people/personal-data-slot.ts';
import { hirePersonalDataOn } from './hire-personal-data-store.ts';

type Money = {
  bookingId: string;
  account: string;
  kind: string;
  pence: number;
  onDay: string;
  receiptNo: string | null;
  takenBy: string | null;
  witness: string | null;
  reason: string | null;
};
type Words = readonly { bookingId: string; at: string; words: string }[];
type Deps = { moneyBy(db: Db, personId: string): Promise<readonly Money[]> };

/** What somebody wrote about a booking is a part of what was agreed with the group: it stays as long as the booking's words do. */
export function hireKeeper({ moneyBy }: Deps): PersonalDataKeeper {
  return {
    async partsFor(db, { id }) {
      const store = hirePersonalDataOn(db);
      return [
        told('evaluations', 'What you said about rooms, for a group', await store.evaluationsBy(id)),
        told('disputes', 'What you said against money that was kept of a deposit', await store.disputesBy(id)),
        told('dispute_answers', 'What you answered to that', await store.answersBy(id)),
        told('deductions', 'What you noted to be kept of a deposit', await store.deductionsBy(id)),
        money(await moneyBy(db, id)),
      ];
    },
  };
}

const told = (name: string, title: string, list: Words): PersonalDataPart => ({
  name,
  title,
  entries: list.map(({ bookingId, at, words }) => ({ booking: bookingId, written: at, words })),
});

const money = (lines: readonly Money[]): PersonalDataPart => ({
  name: 'money',
  title: 'Money that you wrote down',
  entries: lines.map(({ bookingId, account, kind, pence, onDay, receiptNo, takenBy, witness, reason }) => ({
    booking: bookingId,
    what: `${account} ${kind}`,
    pence,
    on: onDay,
    receipt: receiptNo,
    taken_by: takenBy,
    witness,
    reason,
  })),
});
