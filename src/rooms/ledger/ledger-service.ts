import type { Clock } from '../../kernel/clock.ts';
import type { Db } from '../../kernel/database.ts';
import type { NewId } from '../../kernel/ids.ts';
import type { Entry, LineFor, NewLine } from './ledger-contract.ts';
import { ledgerOn } from './ledger-store.ts';

/** Reading and writing what is owed and paid for bookings. Whatever takes a `db` works in the transaction in hand. */
export function ledgerService({ clock, newId }: { clock: Clock; newId: NewId }) {
  return {
    write,
    of: (db: Db, bookingId: string): Promise<Entry[]> => ledgerOn(db).of(bookingId),
    ofAll: (db: Db, bookingIds: readonly string[]): Promise<Entry[]> => ledgerOn(db).ofAll(bookingIds),
    /** The first line that a form has written already, sent before by the same person. */
    written: (db: Db, personId: string, submission: string): Promise<Entry | undefined> =>
      ledgerOn(db).bySubmission(personId, `${submission}-0`),
    hasReceipt: (db: Db, areaId: string, receiptNo: string): Promise<boolean> =>
      ledgerOn(db).hasReceipt(areaId, receiptNo),
  };

  /** Writes the lines of one form, each under its own number, all of the same instant. */
  async function write(
    trx: Db,
    of: LineFor,
    personId: string,
    submission: string,
    lines: readonly NewLine[],
  ): Promise<Entry[]> {
    const recordedAt = clock().toISOString();
    const entries = lines.map((line, part) =>
      entryOf(of, { recordedBy: personId, recordedAt, submission: `${submission}-${part}` }, line),
    );
    for (const entry of entries) await ledgerOn(trx).add(entry);
    return entries;
  }

  function entryOf(
    { areaId, bookingId, today }: LineFor,
    how: Pick<Entry, 'submission' | 'recordedBy' | 'recordedAt'>,
    line: NewLine,
  ): Entry {
    return {
      id: newId(),
      areaId,
      bookingId,
      onDay: today,
      method: null,
      receiptNo: null,
      takenBy: null,
      witness: null,
      reason: null,
      corrects: null,
      dueOn: null,
      ...line,
      ...how,
    };
  }
}
