import type { Db } from '../../kernel/database.ts';
import type { DateOffer } from './date-offer-contract.ts';

type Row = {
  id: string;
  booking_id: string;
  occurrence_id: string;
  state: DateOffer['state'];
  space_id: string;
  date: string;
  from_time: string;
  to_time: string;
  starts: number;
  ends: number;
  staffed: boolean | number;
  state_before: DateOffer['stateBefore'];
  until: number;
  created_at: string;
};

/** Dates that owners offer for those they take back. */
export function dateOffersOn(db: Db) {
  return {
    async add(offer: DateOffer): Promise<void> {
      await db('date_offers').insert(toRow(offer));
    },
    async byId(id: string): Promise<DateOffer | undefined> {
      const row: Row | undefined = await db('date_offers').where({ id }).first();
      return row && fromRow(row);
    },
    /** Of several at once exactly one gets true. */
    async close(id: string, state: DateOffer['state']): Promise<boolean> {
      return (await db('date_offers').where({ id, state: 'open' }).update({ state })) === 1;
    },
    async ofAll(bookingIds: readonly string[]): Promise<DateOffer[]> {
      return (await db('date_offers').whereIn('booking_id', bookingIds).orderBy('id')).map(fromRow);
    },
    async openOf(bookingIds: readonly string[]): Promise<DateOffer[]> {
      return (await db('date_offers').whereIn('booking_id', bookingIds).where({ state: 'open' }).orderBy('until')).map(
        fromRow,
      );
    },
    async over(now: number): Promise<DateOffer[]> {
      return (await db('date_offers').where({ state: 'open' }).where('until', '<=', now).orderBy('until')).map(fromRow);
    },
  };
}

const fromRow = (row: Row): DateOffer => ({
  id: row.id,
  bookingId: row.booking_id,
  occurrenceId: row.occurrence_id,
  state: row.state,
  spaceId: row.space_id,
  date: row.date,
  from: row.from_time,
  to: row.to_time,
  starts: row.starts,
  ends: row.ends,
  staffed: Boolean(row.staffed),
  stateBefore: row.state_before,
  until: row.until,
  createdAt: row.created_at,
});
const toRow = (one: DateOffer): Row => ({
  id: one.id,
  booking_id: one.bookingId,
  occurrence_id: one.occurrenceId,
  state: one.state,
  space_id: one.spaceId,
  date: one.date,
  from_time: one.from,
  to_time: one.to,
  starts: one.starts,
  ends: one.ends,
  staffed: one.staffed,
  state_before: one.stateBefore,
  until: one.until,
  created_at: one.createdAt,
});
