import type { Knex } from 'knex';
import { alreadyKnown, type Db } from '../../kernel/database.ts';
import type { Forgetting, OldIn } from '../../ground/retention/retention-contract.ts';
import type { Entry } from './ledger-contract.ts';

type Row = {
  id: string;
  area_id: string;
  booking_id: string;
  account: Entry['account'];
  kind: Entry['kind'];
  pence: number;
  on_day: string;
  method: Entry['method'];
  receipt_no: string | null;
  taken_by: string | null;
  witness: string | null;
  reason: string | null;
  corrects: string | null;
  due_on: string | null;
  submission: string;
  recorded_by: string;
  recorded_at: string;
};

/** What is owed and paid for bookings. The database refuses every change of a line but one: that names are taken out. */
export function ledgerOn(db: Db) {
  return {
    async of(bookingId: string): Promise<Entry[]> {
      return (await ofBooking(db, bookingId)).map(fromRow);
    },
    /** Says what stands there now, for whoever asks in the same transaction. @param entries all of the booking, in their order */
    async isNow(bookingId: string, entries: readonly Entry[]): Promise<void> {
      await alreadyKnown(db, ofBooking(db, bookingId), entries.map(toRow));
    },
    async ofAll(bookingIds: readonly string[]): Promise<Entry[]> {
      return (await db('booking_ledger').whereIn('booking_id', bookingIds).orderBy('id')).map(fromRow);
    },
    async add(entry: Entry): Promise<void> {
      await db('booking_ledger').insert(toRow(entry));
    },
    /** What somebody wrote down. */
    async recordedBy(personId: string): Promise<Entry[]> {
      return (await db('booking_ledger').where({ recorded_by: personId }).orderBy('id')).map(fromRow);
    },
    hasOld: async (what: OldIn): Promise<boolean> => (await oldIn(db, what).first('id')) !== undefined,
    /** Takes the names, and why, out of lines of before a day: what was owed and paid stays. @returns how many, at most `limit` */
    async forgetNames({ limit, ...what }: Forgetting): Promise<number> {
      const ids: string[] = await oldIn(db, what).orderBy('id').limit(limit).pluck('id');
      return ids.length === 0
        ? 0
        : db('booking_ledger')
            .whereIn('id', ids)
            .update({ taken_by: null, witness: null, reason: null, recorded_by: '' });
    },
    async bySubmission(recordedBy: string, submission: string): Promise<Entry | undefined> {
      const row: Row | undefined = await db('booking_ledger').where({ recorded_by: recordedBy, submission }).first();
      return row && fromRow(row);
    },
    async hasReceipt(areaId: string, receiptNo: string): Promise<boolean> {
      return (await db('booking_ledger').where({ area_id: areaId, receipt_no: receiptNo }).first('id')) !== undefined;
    },
  };
}

const ofBooking = (db: Db, bookingId: string): Knex.QueryBuilder =>
  db('booking_ledger').where({ booking_id: bookingId }).orderBy('id');
const fromRow = (row: Row): Entry => ({
  id: row.id,
  areaId: row.area_id,
  bookingId: row.booking_id,
  account: row.account,
  kind: row.kind,
  pence: row.pence,
  onDay: row.on_day,
  method: row.method,
  receiptNo: row.receipt_no,
  takenBy: row.taken_by,
  witness: row.witness,
  reason: row.reason,
  corrects: row.corrects,
  dueOn: row.due_on,
  submission: row.submission,
  recordedBy: row.recorded_by,
  recordedAt: row.recorded_at,
});
const toRow = (entry: Entry): Row => ({
  id: entry.id,
  area_id: entry.areaId,
  booking_id: entry.bookingId,
  account: entry.account,
  kind: entry.kind,
  pence: entry.pence,
  on_day: entry.onDay,
  method: entry.method,
  receipt_no: entry.receiptNo,
  taken_by: entry.takenBy,
  witness: entry.witness,
  reason: entry.reason,
  corrects: entry.corrects,
  due_on: entry.dueOn,
  submission: entry.submission,
  recorded_by: entry.recordedBy,
  recorded_at: entry.recordedAt,
});

const oldIn = (db: Db, { areaId, before }: OldIn): Knex.QueryBuilder =>
  db('booking_ledger').where({ area_id: areaId }).where('on_day', '<', before).whereNot({ recorded_by: '' });
