import { expect } from 'chai';
import type { Database } from '../../src/kernel/database.ts';
import { claimsOn } from '../../src/rooms/bookings/claim-store.ts';
import { eachDatabase } from '../support/databases.ts';
import { migrate } from '../../db/migrate.ts';
import { addRow, anOldTown, databaseBefore } from './old-database.ts';

const LATER = 5_000;

eachDatabase('Claims from before closures could lie in cleaning time', (open) => {
  let db: Database;
  let leaf: number;
  before(async () => {
    db = await databaseBefore('0048', await open('empty'));
    const town = await anOldTown(db);
    leaf = Number((await db('spaces').where({ id: 'space' }).first('number'))?.number);
    await db('space_leaves').insert({ space_id: 'space', leaf });
    await addRow(db, 'bookings', { ...town, id: 'booking', submission: 'booking' });
    const date = { booking_id: 'booking', space_id: 'space', state: 'planned', from_time: '10:00', to_time: '12:00' };
    await addRow(db, 'occurrences', { ...date, id: 'date', original_date: '2027-03-09', starts: 1_000, ends: 1_120 });
    const offer = { ...date, occurrence_id: 'date', state: 'open', date: '2027-03-10', state_before: 'confirmed' };
    await addRow(db, 'date_offers', { ...offer, id: 'offer', starts: LATER, ends: LATER + 60 });
    const held = { leaf, kind: 'booking', holder: 'date', expires: null };
    await db('claims').insert({ ...held, starts: 985, ends: 1_150 });
    await db('claims').insert({ ...held, holder: 'offer', kind: 'hold', starts: LATER - 15, ends: LATER + 90 });
    await db('claims').insert({ ...held, holder: 'closure', kind: 'closure', starts: 2_000, ends: 2_600 });
    await migrate(db);
  });
  after(() => db.destroy());

  const claimed = (kind: 'booking' | 'closure', starts: number, ends: number) =>
    db.transaction(async (trx) => {
      const claim = { leaf, starts, ends, before: 0, after: 0, kind, holder: `${kind} ${starts}`, expires: null };
      const took = await claimsOn(trx).swap([], [claim]);
      await claimsOn(trx).release([claim.holder]);
      return took;
    });

  it('know by the date that they hold which of their minutes are for cleaning', async () =>
    expect(await db('claims').orderBy('starts').select('holder', 'before_minutes', 'after_minutes')).to.deep.equal([
      { holder: 'date', before_minutes: 15, after_minutes: 30 },
      { holder: 'closure', before_minutes: 0, after_minutes: 0 },
      { holder: 'offer', before_minutes: 15, after_minutes: 30 },
    ]));

  it('let a closure into them, and nobody else', async () => {
    expect(await claimed('closure', 1_120, 1_200)).to.equal(true);
    expect(await claimed('closure', 900, 1_000)).to.equal(true);
    expect(await claimed('closure', 1_119, 1_200)).to.equal(false);
    expect(await claimed('booking', 1_149, 1_200)).to.equal(false);
    expect(await claimed('booking', 1_150, 1_200)).to.equal(true);
    expect(await claimed('booking', 2_599, 2_700)).to.equal(false);
  });
});
