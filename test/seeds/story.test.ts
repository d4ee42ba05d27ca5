import { expect } from 'chai';
import { seedDemonstration } from '../../seeds/demonstration.ts';
import { makeServices } from '../../src/services.ts';
import type { Database } from '../../src/kernel/database.ts';
import { aDatabase } from '../support/databases.ts';
import { someServices, type TestServices } from '../support/server.ts';
import { expectLivingDemonstration } from './story-checks.ts';

/** The demonstration tells what went on up to its first start, whichever day that is. Another day is in rooms.test.ts. */
describe('The story of the demonstration borough', function () {
  this.timeout(600_000);
  let services: TestServices | undefined;
  afterEach(() => services?.stop());

  it('has everything at every stage after a first start on the Sunday on which the clocks go forward, and a second start adds nothing (SQLite)', async () => {
    services = await someServices(await aDatabase('SQLite'), { now: '2027-03-28T00:30:00Z' });
    await seedDemonstration(services);
    await expectLivingDemonstration(services);
    const counts = () => services?.db('facts').count({ count: '*' });
    const before = await counts();
    await seedDemonstration(services, () => expect.fail('It began again.'));
    expect(await counts()).to.deep.equal(before);
    expect(services.errors).to.deep.equal([]);
  });

  it('has it on 29 February, and leaves nothing behind where a start is cut off at its end (PostgreSQL)', async () => {
    services = await someServices(await aDatabase('PostgreSQL'), { now: '2028-02-29T15:00:00Z' });
    const { db, config, logger, clock } = services;
    let looked = false;
    const cutOff = async (work: (trx: Database) => Promise<void>): Promise<void> =>
      db.transaction(async (trx) => {
        await work(trx);
        await expectLivingDemonstration(makeServices(config, logger, trx, clock));
        looked = true;
        throw new Error('The power went.');
      });
    const cut = { ...services, db: Object.create(db, { transaction: { value: cutOff } }) };
    const error = await seedDemonstration(cut).catch((problem: Error) => problem.message);
    expect([error, looked]).to.deep.equal(['The power went.', true]);
    const facts = await db('facts').pluck('id');
    const people = await db('people').pluck('name');
    expect([facts, people]).to.deep.equal([[], []]);
    expect(services.errors).to.deep.equal([]);
  });
});
