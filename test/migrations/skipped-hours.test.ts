import { expect } from 'chai';
import type { Database } from '../../src/kernel/database.ts';
import { dated } from '../../src/kernel/recurrence.ts';
import { eachDatabase } from '../support/databases.ts';
import { migrate } from '../../db/migrate.ts';
import { addRow, anOldTown, databaseBefore } from './old-database.ts';

const LONDON = 'Europe/London';
/** Dates as they were written down: on the day, from, to, and the end that was asked for. */
const OLD: [id: string, date: string, from: string, asked: string, moved: boolean][] = [
  ['a-skipped', '2027-03-28', '01:00', '02:00', true],
  ['b-half-skipped', '2028-03-26', '01:30', '03:30', true],
  ['c-plain', '2027-03-21', '01:00', '02:00', false],
  ['d-over-the-change', '2027-03-27', '22:00', '03:00', false],
];

eachDatabase('Dates of hours that the clocks skip, from before their end was right', (open) => {
  let db: Database;
  before(async () => {
    db = await databaseBefore('0049', await open('empty'));
    await addRow(db, 'bookings', { ...(await anOldTown(db)), id: 'booking', submission: 'booking' });
    for (const [id, date, from, asked, moved] of OLD) {
      const { starts, ends, from: begins } = dated(date, from, asked, LONDON);
      const row = { booking_id: 'booking', space_id: 'space', state: 'planned', original_date: date, date };
      const clock = { clock_moved: moved, from_time: begins, to_time: asked, starts, ends };
      await addRow(db, 'occurrences', { ...row, ...clock, id });
    }
    await migrate(db);
  });
  after(() => db.destroy());

  it('have the end that their instant is on the clock, and the others keep theirs', async () => {
    const rows: { id: string; from_time: string; to_time: string }[] = await db('occurrences').orderBy('id');
    expect(rows.map((row) => [row.id, row.from_time, row.to_time])).to.deep.equal([
      ['a-skipped', '02:00', '03:00'],
      ['b-half-skipped', '02:00', '03:30'],
      ['c-plain', '01:00', '02:00'],
      ['d-over-the-change', '22:00', '03:00'],
    ]);
  });
});
