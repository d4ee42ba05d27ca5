import { expect } from 'chai';
import type { Database } from '../../src/kernel/database.ts';
import { dated } from '../../src/kernel/recurrence.ts';
import { bookingCalendar } from '../../src/rooms/calendars/booking-calendar-service.ts';
import { eachDatabase } from '../support/databases.ts';
import { migrate } from '../../db/migrate.ts';
import { addRow, anOldTown, databaseBefore } from './old-database.ts';

const RULE = '{"kind":"weekly","every":1,"weekdays":[2],"from":"2027-03-09","until":"2027-03-30"}';
const DAYS = ['2027-03-09', '2027-03-16', '2027-03-23', '2027-03-30'];

eachDatabase('Bookings whose dates were mailed each by its own name', (open) => {
  let db: Database;
  before(async () => {
    db = await databaseBefore('0050', await open('empty'));
    const town = { ...(await anOldTown(db)), recurrence: RULE };
    await addRow(db, 'public_assets', { id: 'asset', area_id: 'area', owner_id: 'owner' });
    for (const [id, taken] of [
      ['whole', 4],
      ['lonely', 1],
    ] as const) {
      await addRow(db, 'bookings', { ...town, id, submission: id });
      for (const [at, day] of DAYS.entries()) {
        const { starts, ends } = dated(day, '18:00', '20:00', 'Europe/London');
        const state = at < taken ? 'planned' : 'skipped';
        const row = { booking_id: id, space_id: 'space', original_date: day, date: day, state };
        const times = { from_time: '18:00', to_time: '20:00', starts, ends };
        await addRow(db, 'occurrences', { ...row, ...times, id: `${id}-${at}` });
      }
    }
    await migrate(db);
  });
  after(() => db.destroy());
  const uidsOf = async (id: string): Promise<string[]> => {
    const write = bookingCalendar({
      clock: () => new Date(),
      baseUrl: 'https://rooms.example',
      mailFrom: 'a@b.example',
    });
    return (await write(db, id)).match(/^UID:.*/gm) ?? [];
  };

  it('keep these names; all others have that of their series', async () => {
    expect(await uidsOf('whole')).to.deep.equal(['UID:whole@rooms.example']);
    expect(await uidsOf('lonely')).to.deep.equal(['UID:lonely-0@rooms.example']);
  });
});
