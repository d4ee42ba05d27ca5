import type { Db } from '../../kernel/database.ts';
import { inductionsOn } from './induction-store.ts';

type Written = { bookingId: string; at: string; words: string };

/** What people wrote about hires: for those who ask for their data, and for taking it out when its time is over. */
export function hirePersonalDataOn(db: Db) {
  /** Bookings about which somebody did something, by the record. */
  const doneBy = (personId: string, kind: string) => db('facts').where({ actor: personId, kind }).select('subject_id');
  return {
    async disputesBy(personId: string): Promise<Written[]> {
      const rows = await db('deposit_returns')
        .whereIn('booking_id', doneBy(personId, 'deduction_disputed'))
        .whereNotNull('challenge')
        .orderBy('booking_id');
      return rows.map((row) => ({ bookingId: row.booking_id, at: row.challenged_on ?? '', words: row.challenge }));
    },
    async answersBy(personId: string): Promise<Written[]> {
      const rows = await db('deposit_returns')
        .whereIn('booking_id', doneBy(personId, 'dispute_answered'))
        .whereNotNull('answer')
        .orderBy('booking_id');
      return rows.map((row) => ({ bookingId: row.booking_id, at: row.answered_on ?? '', words: row.answer }));
    },
    async evaluationsBy(personId: string): Promise<Written[]> {
      const rows = await db('booking_evaluations')
        .whereIn('booking_id', doneBy(personId, 'booking_evaluated'))
        .orderBy('booking_id');
      return rows.map((row) => ({ bookingId: row.booking_id, at: row.answered_on, words: row.better }));
    },
    async deductionsBy(personId: string): Promise<Written[]> {
      const rows = await db('deposit_deductions').where({ created_by: personId }).orderBy('id');
      return rows.map((row) => ({ bookingId: row.booking_id, at: row.created_at, words: row.words }));
    },
    /**
     * Takes out what was written about these bookings, and who wrote it. What was kept of a deposit and how a room suited stays, in numbers.
     * @returns the ids of photos of damage, whose files are the caller's to remove
     */
    async forgetWords(bookingIds: readonly string[]): Promise<string[]> {
      const pictured: string[] = await db('deposit_deductions')
        .whereIn('booking_id', bookingIds)
        .where({ has_photo: true })
        .pluck('id');
      await db('deposit_deductions')
        .whereIn('booking_id', bookingIds)
        .update({ words: '', has_photo: false, created_by: '' });
      for (const column of ['challenge', 'answer'])
        await db('deposit_returns')
          .whereIn('booking_id', bookingIds)
          .whereNotNull(column)
          .update({ [column]: '' });
      await db('booking_evaluations').whereIn('booking_id', bookingIds).update({ better: '' });
      await inductionsOn(db).forgetNames(bookingIds);
      return pictured;
    },
  };
}
