import { expect } from 'chai';
import type { Database } from '../../src/kernel/database.ts';
import { eachDatabase } from '../support/databases.ts';
import { migrate } from '../../db/migrate.ts';
import { addRow, anOldTown, databaseBefore } from './old-database.ts';

const LINES: [id: string, account: string, kind: string, reason: string | null][] = [
  ['charge', 'hire', 'charged', null],
  ['credit', 'hire', 'waived', 'The group cancelled dates in time.'],
  ['notice', 'hire', 'waived', 'Notice was given to end the series.'],
  ['by-hand', 'hire', 'waived', 'They have no money.'],
  ['deposit', 'deposit', 'waived', 'The owner took dates back.'],
];

eachDatabase('A ledger from before credits had a name', (open) => {
  let db: Database;
  before(async () => {
    db = await databaseBefore('0021', await open('empty'));
    await addRow(db, 'bookings', { ...(await anOldTown(db)), id: 'booking', submission: 'booking', details: '{}' });
    for (const [id, account, kind, reason] of LINES) {
      const line = { id, account, kind, reason, booking_id: 'booking', area_id: 'area', pence: 1, submission: id };
      await addRow(db, 'booking_ledger', { ...line, receipt_no: null, recorded_by: 'test' });
    }
    await migrate(db);
  });
  after(() => db.destroy());

  it('tells what the house credited from what somebody waived', async () => {
    const kinds = Object.fromEntries(
      (await db('booking_ledger').select('id', 'kind')).map(({ id, kind }) => [id, kind]),
    );
    expect(kinds).to.deep.equal({
      charge: 'charged',
      credit: 'credited',
      notice: 'credited',
      'by-hand': 'waived',
      deposit: 'waived',
    });
  });

  it('still refuses every change of a line', async () => {
    const refused = await db('booking_ledger')
      .where({ id: 'credit' })
      .update({ pence: 2 })
      .catch((error: unknown) => String(error));
    expect(refused).to.include('never changed or removed');
  });
});
