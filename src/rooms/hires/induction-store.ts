import type { Db } from '../../kernel/database.ts';
import type { BuildingInduction, Induction } from './start-contract.ts';

/** Which booking somebody was shown round for, and which building that was. */
export type InductionOf = { bookingId: string; groupId: string; assetId: string };
type Row = {
  booking_id: string;
  group_id: string;
  asset_id: string;
  on_day: string;
  signed_by: string;
  shown_by: string;
};

/** Who was shown round a building, and has signed for it. */
export function inductionsOn(db: Db) {
  return {
    /** Those that were noted for these bookings, by booking. */
    async ofAll(bookingIds: readonly string[]): Promise<Map<string, Induction>> {
      const rows: Row[] = await db('inductions').whereIn('booking_id', bookingIds);
      return new Map(rows.map((row) => [row.booking_id, fromRow(row)]));
    },
    async ofGroups(groupIds: readonly string[]): Promise<BuildingInduction[]> {
      const rows: Row[] = await db('inductions').whereIn('group_id', groupIds);
      return rows.map((row) => ({
        bookingId: row.booking_id,
        groupId: row.group_id,
        assetId: row.asset_id,
        on: row.on_day,
      }));
    },
    /** Noting it again for the same booking corrects the note. */
    async note(what: InductionOf, { on, signedBy, shownBy }: Induction): Promise<void> {
      const row: Row = {
        booking_id: what.bookingId,
        group_id: what.groupId,
        asset_id: what.assetId,
        on_day: on,
        signed_by: signedBy,
        shown_by: shownBy,
      };
      await db('inductions').insert(row).onConflict('booking_id').merge();
    },
    /** Takes out the names; on which day somebody was shown round stays. */
    async forgetNames(bookingIds: readonly string[]): Promise<void> {
      await db('inductions').whereIn('booking_id', bookingIds).update({ signed_by: '', shown_by: '' });
    },
  };
}

const fromRow = (row: Row): Induction => ({ on: row.on_day, signedBy: row.signed_by, shownBy: row.shown_by });
