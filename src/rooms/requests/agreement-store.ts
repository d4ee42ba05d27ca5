import type { Db } from '../../kernel/database.ts';
import type { SignedAgreement } from './request-contract.ts';

type Row = { booking_id: string; lines: string; sha256: string; signed_by: string; signed_on: string };

/** What was signed for a booking, word for word. */
export function agreementsOn(db: Db) {
  return {
    async of(bookingId: string): Promise<SignedAgreement | undefined> {
      const row: Row | undefined = await db('room_agreements').where({ booking_id: bookingId }).first();
      return row && { lines: JSON.parse(row.lines), sha256: row.sha256, signedBy: row.signed_by, on: row.signed_on };
    },
    /** Signing again takes the place of what was signed before. */
    async sign(bookingId: string, { lines, sha256, signedBy, on }: SignedAgreement): Promise<void> {
      const row: Row = {
        booking_id: bookingId,
        lines: JSON.stringify(lines),
        sha256,
        signed_by: signedBy,
        signed_on: on,
      };
      await db('room_agreements').insert(row).onConflict('booking_id').merge();
    },
    /** The text names who signed: it goes as a whole, and the record keeps its fingerprint. */
    async forget(bookingIds: readonly string[]): Promise<void> {
      await db('room_agreements').whereIn('booking_id', bookingIds).delete();
    },
  };
}
