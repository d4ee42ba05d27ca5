import { expect } from 'chai';
import { eachDatabase } from '../../support/databases.ts';
import { aTown } from '../../support/domain.ts';
import { aServer, someServices, type TestServer } from '../../support/server.ts';
import { aGroup, aPaper, joins, pdfFile, somebody, upload } from './a-group.ts';

eachDatabase('Reminders of papers that run out', (open) => {
  let databaseUrl: string;
  let server: TestServer;

  before(async () => {
    databaseUrl = await open();
    server = await aServer(databaseUrl);
    await aTown(server);
  });
  after(async () => {
    expect(server.errors).to.deep.equal([]);
    await server.stop();
  });

  const remindedOf = async (email: string): Promise<string[]> =>
    (await server.mails.latest(500))
      .filter(({ to, kind }) => to === email && kind === 'document_reminder')
      .map(({ subject }) => subject)
      .toReversed();

  /** Runs what is due on a day, in several processes at once. */
  async function tickOn(day: string, times = 1): Promise<number> {
    const processes = await Promise.all(
      Array.from({ length: times }, () => someServices(databaseUrl, { now: `${day}T08:00:00Z` })),
    );
    const counts = await Promise.all(processes.map(({ groups }) => groups.remindDue()));
    await Promise.all(processes.map((one) => one.stop()));
    return counts.reduce((sum, count) => sum + count, 0);
  }

  it('go to lead and deputy 30 and 7 days before, and when it has run out; each once, also from three processes', async () => {
    const lead = await somebody(server);
    const groupId = await aGroup(lead, { name: 'Stroke survivors', public_name: 'Tuesday friends' });
    const deputy = await joins(server, lead, groupId, 'group_deputy');
    const member = await joins(server, lead, groupId, 'group_member', 'Mia Member');
    await aPaper(lead, groupId, { expires_on: '2027-06-30' });
    const due: [day: string, reminded: number][] = [
      ['2027-05-30', 0],
      ['2027-05-31', 1],
      ['2027-05-31', 0],
      ['2027-06-01', 0],
      ['2027-06-22', 0],
      ['2027-06-23', 1],
      ['2027-06-30', 0],
      ['2027-07-01', 1],
      ['2027-07-02', 0],
      ['2027-09-01', 0],
    ];
    for (const [day, reminded] of due) expect(await tickOn(day, 3), day).to.equal(reminded);
    const expected = [
      'Tuesday friends: insurance certificate runs out in a month, on 30 June 2027',
      'Tuesday friends: insurance certificate runs out in a week, on 30 June 2027',
      'Tuesday friends: insurance certificate has run out',
    ];
    expect(await remindedOf(lead.email)).to.deep.equal(expected);
    expect(await remindedOf(deputy.email)).to.deep.equal(expected);
    expect(await remindedOf(member.email)).to.deep.equal([]);
    expect(await server.db('facts').where({ subject_id: groupId, kind: 'document_reminded' })).to.have.lengthOf(3);
  });

  it('stop when the new paper is in', async () => {
    const lead = await somebody(server);
    const groupId = await aGroup(lead);
    await aPaper(lead, groupId, { expires_on: '2027-08-31' });
    expect(await tickOn('2027-08-02')).to.equal(1);
    await aPaper(lead, groupId, { expires_on: '2028-08-31' });
    expect(await tickOn('2027-08-25')).to.equal(0);
    expect(await tickOn('2028-08-25'), 'for the new one').to.equal(1);
    expect(await remindedOf(lead.email)).to.have.lengthOf(2);
  });

  it('go through any number of papers', async () => {
    const lead = await somebody(server);
    for (let count = 0; count < 4; count++) {
      const groupId = await aGroup(lead);
      for (const kind of ['insurance', 'safeguarding', 'accounts'])
        await upload(lead, `/groups/${groupId}/documents`, { kind, expires_on: '2029-01-31' }, pdfFile());
    }
    await tickOn('2028-12-31');
    expect(await tickOn('2029-01-02')).to.equal(12);
  });
});
