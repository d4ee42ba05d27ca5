import { expect } from 'chai';
import { aGroup, anOfficer, somebody, wordsOf } from '../../groups/groups/a-group.ts';
import type { Visitor } from '../../ground/people/visitor.ts';
import { eachDatabase } from '../../support/databases.ts';
import { anArea } from '../../support/domain.ts';
import { aDesk, type Desk, someoneWith } from './a-desk.ts';

eachDatabase('Mail that did not arrive', (open) => {
  let desk: Desk;
  let other: Visitor;
  before(async () => {
    desk = await aDesk(await open());
    const area = await anArea(desk.server, {
      slug: 'farborough',
      name: 'Farborough',
      southWestCorner: { lon: -1.5, lat: 53.1 },
    });
    other = await anOfficer(desk.server, { area }, 'broker', 'Far Broker');
  });
  after(async () => {
    expect(desk.server.errors).to.deep.equal([]);
    await desk.server.stop();
  });

  /** As if the receiving server had refused every mail to an address that waits. */
  const refuse = (to: string): Promise<number> =>
    desk.server.db('mails').where({ to }).update({ state: 'failed', problem: '550 No such mailbox' });

  it('to a group’s people stands on the desk of their area’s officers, and of nobody else', async () => {
    const lead = await somebody(desk.server, 'Gita Gardener');
    const groupId = await aGroup(lead, { area: 'testborough' });
    await lead.post(`/groups/${groupId}/invitations`, { email: 'typo@example.org', role: 'group_member' });
    for (const to of [lead.email, 'typo@example.org']) await refuse(to);
    expect(await wordsOf(desk.broker.get('/desk?area=testborough')))
      .to.include('Mail that did not arrive')
      .and.include('did not arrive. They do not know');
    const page = await wordsOf(desk.broker.get('/desk/mail?area=testborough'));
    expect(page)
      .to.include('Gita Gardener')
      .and.include(lead.email)
      .and.include('typo@example.org')
      .and.include('550 No such mailbox')
      .and.include(`/groups/${groupId}`);
    expect(page, 'neither codes nor links')
      .to.match(/A code or a link/)
      .and.not.match(/\d{6} is your sign-in code/);
    expect(await wordsOf(other.get('/desk?area=farborough'))).to.not.include('did not arrive');
    expect(await wordsOf(other.get('/desk/mail?area=farborough'))).to.include(
      'Every mail to people in Farborough has arrived.',
    );
    expect((await other.get('/desk/mail?area=testborough')).status).to.equal(404);
  });

  it('to an address that only tried to sign in is nobody’s business', async () => {
    await somebody(desk.server, 'Passer By', 'passer@example.org');
    await refuse('passer@example.org');
    expect(await wordsOf(desk.broker.get('/desk/mail?area=testborough'))).to.not.include('passer@example.org');
  });

  it('to officers and owners’ representatives is there too', async () => {
    await someoneWith(
      desk.server,
      'rep@example.org',
      [['owner_representative', 'owner', desk.town.owner.id]],
      'Rita Rep',
    );
    await refuse('rep@example.org');
    expect(await wordsOf(desk.broker.get('/desk/mail?area=testborough'))).to.include('Rita Rep');
  });
});
