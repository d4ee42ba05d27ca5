import { expect } from 'chai';
import type { Database } from '../../src/kernel/database.ts';
import { optionsOn } from '../../src/rooms/requests/option-store.ts';
import { requestsOn } from '../../src/rooms/requests/request-store.ts';
import { eachDatabase } from '../support/databases.ts';
import { migrate } from '../../db/migrate.ts';
import { addRow, anOldTown, databaseBefore } from './old-database.ts';

/** As the product before this migration wrote them: what a request lacked, and the day on which it was looked at next. */
const OLD: [id: string, state: string, missing: string, lookOn: string | null][] = [
  ['both', 'incomplete', '["test","deputy"]', '2027-06-01'],
  ['deputy', 'incomplete', '["deputy"]', '2027-06-01'],
  ['no-pass', 'incomplete', '["pass"]', '2027-06-01'],
  ['no-test', 'incomplete', '["test"]', '2027-06-01'],
  ['asked', 'asked', '[]', '2027-06-01'],
  ['draft', 'draft', '["test"]', null],
];

eachDatabase('Requests from when owners were not asked before the test was passed', (open) => {
  let db: Database;
  before(async () => {
    db = await databaseBefore('0044', await open('empty'));
    await anOldTown(db);
    for (const [id, state, missing, lookOn] of OLD) {
      const request = { area_id: 'area', group_id: 'group', created_by: 'person', wish: '{}', terms: '{}' };
      await addRow(db, 'room_requests', { ...request, id, submission: id, state, missing, look_on: lookOn });
    }
    const option = { request_id: 'asked', space_id: 'space', asset_id: 'asset', owner_id: 'owner', state: 'asked' };
    await addRow(db, 'room_options', { ...option, id: 'option', rank: 1, asked: '{"dates":[],"leftOut":[]}' });
    await migrate(db);
  });
  after(() => db.destroy());

  it('wait for nothing but a second person, and are looked at at once', async () => {
    const lookedAt = new Map((await db('room_requests').select('id', 'look_on')).map((row) => [row.id, row.look_on]));
    const found = await Promise.all(OLD.map(([id]) => requestsOn(db).byId(id)));
    expect(found.map((one) => [one?.id, one?.missing, lookedAt.get(one?.id)])).to.deep.equal([
      ['both', ['deputy'], ''],
      ['deputy', ['deputy'], ''],
      ['no-pass', [], ''],
      ['no-test', [], ''],
      ['asked', [], '2027-06-01'],
      ['draft', ['test'], null],
    ]);
  });

  it('stay offers by silence where the owner was asked for a group that had passed', async () =>
    expect((await optionsOn(db).of('asked'))[0]?.asked?.test).to.equal('passed'));
});
