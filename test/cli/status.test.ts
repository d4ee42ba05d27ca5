import { expect } from 'chai';
import { namesMissingIn } from '../../db/migrate.ts';
import { openDatabase } from '../../src/kernel/database.ts';
import { eachDatabase } from '../support/databases.ts';
import { NOW, someServices } from '../support/server.ts';

eachDatabase('What the status of a site rests on', (open) => {
  it('counts the mail that waits and since when, and what did not arrive', async () => {
    const services = await someServices(await open());
    const since = new Date(NOW);
    expect(await services.mails.queue(since)).to.deep.equal({ waiting: 0, oldestAt: null, failed: 0 });
    const mail = { to: 'ann@example.org', kind: 'notice' as const, subject: 'Hello', paragraphs: ['Hello.'] };
    for (const subject of ['One', 'Two'])
      await services.inOneTransaction(({ trx }) => services.mails.write(trx, { ...mail, subject }));
    const { waiting, oldestAt, failed } = await services.mails.queue(since);
    expect([waiting, failed, String(oldestAt).slice(0, 10)]).to.deep.equal([2, 0, NOW.slice(0, 10)]);
    await services.stop();
  });

  it('names what an older database lacks', async () => {
    const [old, whole] = [openDatabase(await open('empty')), openDatabase(await open())];
    expect((await namesMissingIn(old)).slice(0, 2)).to.deep.equal(['0001-register', '0002-imports']);
    expect(await namesMissingIn(whole)).to.deep.equal([]);
    for (const db of [old, whole]) await db.destroy();
  });
});
