import type { Db } from '../../kernel/database.ts';
import type { Deduction, DepositReturn } from './deposit-contract.ts';

type DeductionRow = {
  id: string;
  booking_id: string;
  words: string;
  pence: number;
  has_photo: boolean | number;
  entry_id: string | null;
  dropped: boolean | number;
  submission: string;
  created_by: string;
  created_at: string;
};
type ReturnRow = {
  booking_id: string;
  due_on: string;
  returned_on: string;
  returned_pence: number;
  deducted_pence: number;
  challenge_until: string;
  challenged_on: string | null;
  challenge: string | null;
  answer_due_on: string | null;
  answered_on: string | null;
  answer: string | null;
};

/** What is kept of deposits, and how they were given back. The money itself is in the ledger. */
export function depositsOn(db: Db) {
  return {
    async deductions(bookingId: string): Promise<Deduction[]> {
      return (await db('deposit_deductions').where({ booking_id: bookingId }).orderBy('id')).map(deductionFrom);
    },
    async deductionsOfAll(bookingIds: readonly string[]): Promise<Deduction[]> {
      return (await db('deposit_deductions').whereIn('booking_id', bookingIds).orderBy('id')).map(deductionFrom);
    },
    async deductionBySubmission(createdBy: string, submission: string): Promise<Deduction | undefined> {
      const row: DeductionRow | undefined = await db('deposit_deductions')
        .where({ created_by: createdBy, submission })
        .first();
      return row && deductionFrom(row);
    },
    async addDeduction(one: Deduction): Promise<void> {
      await db('deposit_deductions').insert({
        id: one.id,
        booking_id: one.bookingId,
        words: one.words,
        pence: one.pence,
        has_photo: one.hasPhoto,
        entry_id: one.entryId,
        dropped: one.dropped,
        submission: one.submission,
        created_by: one.createdBy,
        created_at: one.createdAt,
      });
    },
    async removeDeduction(id: string): Promise<void> {
      await db('deposit_deductions').where({ id }).whereNull('entry_id').delete();
    },
    async entered(id: string, entryId: string): Promise<void> {
      await db('deposit_deductions').where({ id }).update({ entry_id: entryId });
    },
    async drop(ids: readonly string[]): Promise<void> {
      await db('deposit_deductions').whereIn('id', ids).update({ dropped: true });
    },
    async returnOf(bookingId: string): Promise<DepositReturn | undefined> {
      const row: ReturnRow | undefined = await db('deposit_returns').where({ booking_id: bookingId }).first();
      return row && returnFrom(row);
    },
    async returnsOf(bookingIds: readonly string[]): Promise<DepositReturn[]> {
      return (await db('deposit_returns').whereIn('booking_id', bookingIds)).map(returnFrom);
    },
    async addReturn(one: DepositReturn): Promise<void> {
      await db('deposit_returns').insert(returnTo(one));
    },
    async saveReturn(one: DepositReturn): Promise<void> {
      await db('deposit_returns').where({ booking_id: one.bookingId }).update(returnTo(one));
    },
  };
}

const deductionFrom = (row: DeductionRow): Deduction => ({
  id: row.id,
  bookingId: row.booking_id,
  words: row.words,
  pence: row.pence,
  hasPhoto: Boolean(row.has_photo),
  entryId: row.entry_id,
  dropped: Boolean(row.dropped),
  submission: row.submission,
  createdBy: row.created_by,
  createdAt: row.created_at,
});
const returnFrom = (row: ReturnRow): DepositReturn => ({
  bookingId: row.booking_id,
  dueOn: row.due_on,
  returnedOn: row.returned_on,
  returnedPence: row.returned_pence,
  deductedPence: row.deducted_pence,
  challengeUntil: row.challenge_until,
  challengedOn: row.challenged_on,
  challenge: row.challenge,
  answerDueOn: row.answer_due_on,
  answeredOn: row.answered_on,
  answer: row.answer,
});
const returnTo = (one: DepositReturn): ReturnRow => ({
  booking_id: one.bookingId,
  due_on: one.dueOn,
  returned_on: one.returnedOn,
  returned_pence: one.returnedPence,
  deducted_pence: one.deductedPence,
  challenge_until: one.challengeUntil,
  challenged_on: one.challengedOn,
  challenge: one.challenge,
  answer_due_on: one.answerDueOn,
  answered_on: one.answeredOn,
  answer: one.answer,
});
