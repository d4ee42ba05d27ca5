import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { PAPERS } from '../../../src/groups/groups/document-contract.ts';
import { aVisitor, newestMail, type Visitor } from '../../ground/people/visitor.ts';
import { eachDatabase } from '../../support/databases.ts';
import { aTown, type Town } from '../../support/domain.ts';
import { aServer, NOW, type TestServer } from '../../support/server.ts';
import {
  aGroup,
  aGroupForm,
  anAddress,
  anAssistedForm,
  anOfficer,
  aPaper,
  joins,
  somebody,
  wordsOf,
} from './a-group.ts';

const DAY_MS = 24 * 3_600_000;
const BROUGHT = { channel: 'phone', received_on: '2027-03-02', read_back: 'aloud', consent: 'yes' };

eachDatabase('Closing a group', (open) => {
  let url: string;
  let server: TestServer;
  let town: Town;
  let broker: Visitor;
  let lead: Visitor & { email: string };
  let groupId: string;

  before(async () => {
    url = await open();
    server = await aServer(url);
    town = await aTown(server);
    broker = await anOfficer(server, town);
  });
  beforeEach(async () => {
    lead = await somebody(server, 'Gita Gardener');
    groupId = await aGroup(lead, {
      name: 'Secret Growers',
      public_name: 'Tuesday friends',
      telephone: '01632 960 001',
    });
  });
  after(async () => {
    expect(server.errors).to.deep.equal([]);
    await server.stop();
  });

  const close = (
    who: Visitor,
    word = 'close',
    path = `/groups/${groupId}/close`,
    more: Record<string, string> = {},
  ): Promise<Response> => who.post(path, { word, ...more });

  it('frees a lead who is alone: the page says what goes and what stays, and the account can be deleted then', async () => {
    expect(await wordsOf(lead.get('/account/delete'))).to.include('hand over the lead or close the group first');
    expect(await wordsOf(lead.get(`/groups/${groupId}`))).to.include(`href="/groups/${groupId}/close"`);
    expect(await wordsOf(lead.get(`/groups/${groupId}/close`)))
      .to.include('What goes')
      .and.include('What stays, and why')
      .and.include('This cannot be undone.');
    const slip = await close(lead, 'clo');
    expect([slip.status, (await wordsOf(slip)).includes('Type “close” to close the group.')]).to.deep.equal([
      400,
      true,
    ]);
    expect(await wordsOf(close(lead, ' Close ')))
      .to.include('Secret Growers is closed')
      .and.include('/account/delete');
    expect((await lead.get(`/groups/${groupId}`)).status).to.equal(404);
    expect(await wordsOf(lead.get('/my'))).to.include('You are in no group yet.');
    expect(await wordsOf(lead.post('/account/delete', { word: 'delete' }))).to.include('Your account is deleted');
  });

  it('takes name and details away at once, ends every part and invitation, and tells everybody', async () => {
    const member = await joins(server, lead, groupId, 'group_member', 'Mo Member');
    const invited = anAddress();
    await lead.post(`/groups/${groupId}/invitations`, { email: invited, role: 'group_deputy' });
    const { link } = await newestMail(server, invited);
    await close(lead);
    expect(await newestMail(server, member.email)).to.include({ subject: 'Tuesday friends is closed' });
    expect((await member.get(`/groups/${groupId}`)).status).to.equal(404);
    expect((await aVisitor(server.url).get(link)).status).to.equal(410);
    expect(await server.db('groups').where({ id: groupId }).first()).to.include({
      name: 'Closed group',
      public_name: null,
      purpose: '',
      audience: '',
      telephone: null,
    });
    expect(await wordsOf(broker.get('/desk/groups?area=testborough&show=all'))).to.not.match(
      /Secret Growers|Closed group/,
    );
    expect(await wordsOf(broker.get(`/groups/${groupId}`)))
      .to.include('It closed on Wednesday 3 March 2027')
      .and.include('Gita Gardener closed the group.')
      .and.not.include('Secret Growers');
  });

  it('is for the lead, and once', async () => {
    const deputy = await joins(server, lead, groupId, 'group_deputy');
    for (const who of [deputy, broker, await somebody(server, 'Sam Stranger')])
      expect((await close(who)).status).to.equal(404);
    const replies = await Promise.all([close(lead), close(lead)]);
    expect(replies.map(({ status }) => status).toSorted()).to.deep.equal([200, 404]);
    expect(await server.db('facts').where({ kind: 'group_closed', subject_id: groupId })).to.have.lengthOf(1);
  });

  it('leaves nothing that could still be done to it', async () => {
    await close(lead);
    const person = { ...BROUGHT, person_name: 'Stan', person_telephone: '01632 960 123', role: 'group_member' };
    for (const [path, fields] of [
      [`/desk/groups/${groupId}/people`, person],
      [`/desk/groups/${groupId}/edit`, { ...aGroupForm(), ...BROUGHT }],
      [`/desk/groups/${groupId}/close`, { ...BROUGHT, word: 'close' }],
      [`/groups/${groupId}/lead-email`, { email: anAddress() }],
    ] as const) {
      expect([path, (await broker.post(path, fields)).status]).to.deep.equal([path, 404]);
    }
  });

  it('lets its papers go with the table of days, files and all', async () => {
    await aPaper(lead, groupId);
    const files = (): number => readdirSync(join(server.config.dataDir, 'documents')).length;
    const before = files();
    await close(lead);
    expect(await wordsOf(broker.get('/desk/groups?area=testborough'))).to.not.include('Secret Growers');
    await server.retention.apply();
    expect([files(), await server.db('group_documents').where({ group_id: groupId })]).to.have.nested.property(
      '[1].length',
      1,
    );
    await server
      .db('group_documents')
      .where({ group_id: groupId })
      .update({
        superseded_at: new Date(new Date(NOW).getTime() - (PAPERS.days + 1) * DAY_MS).toISOString(),
      });
    await server.retention.apply();
    expect([files(), (await server.db('group_documents').where({ group_id: groupId })).length]).to.deep.equal([
      before - 1,
      0,
    ]);
  });

  it('is done by an officer for a lead who rang: on the record for them, with a letter', async () => {
    const made = await broker.post('/desk/groups?area=testborough', anAssistedForm({ name: 'Stroke friends' }), {
      json: true,
    });
    const { id } = (await made.json()) as { id: string };
    expect((await close(broker, 'close', `/desk/groups/${id}/close`)).status, 'how it came in').to.equal(400);
    expect(
      (await close(broker, 'close', `/desk/groups/${id}/close`, { ...BROUGHT, received_on: '2027-03-04' })).status,
      'tomorrow',
    ).to.equal(400);
    expect((await close(broker, 'close', `/desk/groups/${id}/close`, BROUGHT)).status).to.equal(303);
    const fact = await server.db('facts').where({ kind: 'group_closed', subject_id: id }).first();
    expect([fact.channel, fact.on_behalf_of === null, JSON.parse(fact.after).receivedOn]).to.deep.equal([
      'phone',
      false,
      '2027-03-02',
    ]);
    expect(await wordsOf(broker.get('/desk/letters?area=testborough'))).to.include('Stroke friends is closed');
  });
});
