import type { Db } from '../../kernel/database.ts';
import type { HeldDate } from './start-contract.ts';

type Row = { occurrence_id: string; booking_id: string; held_on: string; told: number };

/** Dates that are not opened to their group for want of a paper, and how often both sides were told. */
export function heldDatesOn(db: Db) {
  return {
    async ofAll(bookingIds: readonly string[]): Promise<HeldDate[]> {
      const rows: Row[] = await db('held_dates').whereIn('booking_id', bookingIds);
      return rows.map((row) => ({
        occurrenceId: row.occurrence_id,
        bookingId: row.booking_id,
        heldOn: row.held_on,
        told: row.told,
      }));
    },
    async hold({ occurrenceId, bookingId, heldOn, told }: HeldDate): Promise<void> {
      const row: Row = { occurrence_id: occurrenceId, booking_id: bookingId, held_on: heldOn, told };
      await db('held_dates').insert(row).onConflict('occurrence_id').merge(['told']);
    },
    async release(occurrenceIds: readonly string[]): Promise<void> {
      await db('held_dates').whereIn('occurrence_id', occurrenceIds).delete();
    },
  };
}
