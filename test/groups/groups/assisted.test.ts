import { expect } from 'chai';
import { eachDatabase } from '../../support/databases.ts';
import { aTown, type Town } from '../../support/domain.ts';
import { aServer, someServices, type TestServer } from '../../support/server.ts';
import { aVisitor, newestMail, signIn, type Visitor } from '../../ground/people/visitor.ts';
import {
  aGroup,
  aGroupForm,
  anAddress,
  anAssistedForm,
  anOfficer,
  pdfFile,
  somebody,
  upload,
  wordsOf,
} from './a-group.ts';

type Person = Visitor & { email: string };
const BROUGHT = { channel: 'in_person', received_on: '2027-03-01', read_back: 'shown', consent: 'yes' };

eachDatabase('Somebody who rings instead of typing', (open) => {
  let databaseUrl: string;
  let server: TestServer;
  let town: Town;
  let broker: Person;

  before(async () => {
    databaseUrl = await open();
    server = await aServer(databaseUrl);
    town = await aTown(server);
    broker = await anOfficer(server, town);
  });
  after(async () => {
    expect(server.errors).to.deep.equal([]);
    await server.stop();
  });

  const register = async (more: Record<string, string> = {}): Promise<string> => {
    const reply = await broker.post('/desk/groups?area=testborough', anAssistedForm(more), { json: true });
    if (reply.status !== 201) throw new Error(`${reply.status}: ${await reply.text()}`);
    return ((await reply.json()) as { id: string }).id;
  };

  it('gets a group registered by an officer; dates count from the day they rang, and it is on the record', async () => {
    const id = await register({ name: 'Stroke club' });
    const page = await wordsOf(broker.get(`/groups/${id}`));
    expect(page)
      .to.include('By telephone, on Tuesday 2 March 2027')
      .and.include('Read out to them')
      .and.include('Stan Stroke')
      .and.include('01632 960 123');
    expect(page).to.include('Bina Broker registered the group for Stan Stroke, who rang on 2 March 2027.');
    const fact = await server.db('facts').where({ subject_id: id, kind: 'group_registered' }).first();
    const { people, group } = await server.groups.state(id);
    expect(group.receivedOn).to.equal('2027-03-02');
    expect([fact.on_behalf_of, fact.channel, fact.actor === people[0]?.personId, fact.public_text]).to.deep.equal([
      people[0]?.personId,
      'phone',
      false,
      null,
    ]);
    expect(people.map(({ name, role, email }) => [name, role, email])).to.deep.equal([
      ['Stan Stroke', 'group_lead', null],
    ]);
  });

  it('says all that is wrong with what the officer typed, with everything still there', async () => {
    const reply = await broker.post(
      '/desk/groups?area=testborough',
      anAssistedForm({ received_on: '2027-03-04', person_telephone: '', person_address: '', name: 'Kept name' }),
    );
    const page = await wordsOf(reply);
    expect(reply.status).to.equal(400);
    expect(page)
      .to.include('it cannot be after today')
      .and.include('Enter a telephone number or a postal address')
      .and.include('Kept name');
    const without = await wordsOf(
      broker.post(
        '/desk/groups?area=testborough',
        anAssistedForm({ channel: '', read_back: '', consent: '', received_on: '' }),
      ),
    );
    for (const words of [
      'Say how they got in touch.',
      'Say how they checked what you typed.',
      'Confirm that they agree',
      'Enter the day they got in touch',
    ])
      expect(without).to.include(words);
  });

  it('is one group when the officer sends the form twice', async () => {
    const form = anAssistedForm({ submission: '0190a5d2-0000-4000-8000-00000000000a', name: 'Sent twice' });
    const replies = await Promise.all([1, 2].map(() => broker.post('/desk/groups?area=testborough', form)));
    expect(new Set(replies.map(({ headers }) => headers.get('location'))).size).to.equal(1);
    expect((await server.db('people').where({ name: 'Stan Stroke', email: null })).length).to.equal(
      (await server.db('groups').whereNot({ channel: 'online' })).length,
    );
  });

  it('is not served by those who are no officers here', async () => {
    const stranger = await somebody(server);
    const { area } = await aTown(server, {
      slug: 'elsewhere',
      name: 'Elsewhere',
      southWestCorner: { lon: -3, lat: 54 },
    });
    const far = await anOfficer(server, { area });
    const councillor = await anOfficer(server, town, 'ward_councillor');
    for (const who of [stranger, far, councillor]) {
      for (const path of [
        '/desk/groups?area=testborough',
        '/desk/groups/new?area=testborough',
        '/desk/letters?area=testborough',
      ])
        expect((await who.get(path)).status, path).to.equal(404);
      expect((await who.post('/desk/groups?area=testborough', anAssistedForm())).status).to.equal(404);
    }
    expect((await far.get('/desk/groups')).status, 'their own area').to.equal(200);
  });

  it('gets letters instead of mails, which officers print and mark once', async () => {
    const id = await register({ name: 'Letter friends', read_back: 'letter' });
    const list = await wordsOf(broker.get('/desk/letters?area=testborough'));
    expect(list).to.include('Letter friends is registered');
    const letterId = (await server.db('letters').where({ group_id: id }).first()).id as string;
    const letter = await wordsOf(broker.get(`/desk/letters/${letterId}`));
    expect(letter)
      .to.include('3 High Street')
      .and.include('You got in touch on 2 March 2027')
      .and.include('You speak for the group here');
    const replies = await Promise.all([1, 2].map(() => broker.post(`/desk/letters/${letterId}/printed`)));
    expect(replies.map(({ status }) => status).toSorted()).to.deep.equal([303, 409]);
    expect(await wordsOf(broker.get('/desk/letters?area=testborough'))).not.to.include('Letter friends is registered');
    expect(await wordsOf(broker.get('/desk/letters?area=testborough&printed=yes'))).to.include(
      'Letter friends is registered',
    );
    expect((await (await somebody(server)).get(`/desk/letters/${letterId}`)).status).to.equal(404);
  });

  it('may bring papers; they count from the day they came in, and a reminder goes by post', async () => {
    const id = await register({ name: 'Paper people' });
    expect(
      (
        await upload(
          broker,
          `/desk/groups/${id}/documents`,
          { kind: 'insurance', expires_on: '2027-05-31', ...BROUGHT },
          pdfFile(),
        )
      ).status,
    ).to.equal(303);
    expect(await wordsOf(broker.get(`/groups/${id}`))).to.include(
      'Bina Broker added: insurance certificate, for Stan Stroke.',
    );
    expect((await server.groups.state(id)).documents[0]?.receivedOn).to.equal('2027-03-01');
    const late = await upload(
      broker,
      `/desk/groups/${id}/documents`,
      { kind: 'rules', ...BROUGHT, received_on: '2027-03-04' },
      pdfFile(),
    );
    expect([late.status, (await wordsOf(late)).includes('it cannot be after today')]).to.deep.equal([400, true]);
    const then = await someServices(databaseUrl, { now: '2027-05-24T08:00:00Z' });
    expect(await then.groups.remindDue()).to.equal(1);
    await then.stop();
    const letters = await server.db('letters').where({ group_id: id, kind: 'document_reminder' });
    expect(letters.map(({ subject }) => subject)).to.deep.equal([
      'Paper people: insurance certificate runs out in a week, on 31 May 2027',
    ]);
    expect(letters[0]?.text).not.to.include('http');
  });

  it('can be given an e-mail address later, sign in with it and take over', async () => {
    const id = await register({ name: 'Joins later' });
    const email = anAddress('stan');
    expect((await broker.post(`/groups/${id}/lead-email`, { email: 'nonsense' })).status).to.equal(400);
    expect((await broker.post(`/groups/${id}/lead-email`, { email: broker.email })).status, 'one’s own').to.equal(400);
    expect((await broker.post(`/groups/${id}/lead-email`, { email })).status).to.equal(303);
    expect((await newestMail(server, email)).subject).to.equal('You can now look after Joins later yourself');
    const stan = await signIn(server, aVisitor(server.url), email);
    expect(await wordsOf(stan.get('/my')))
      .to.include('Hello, Stan Stroke')
      .and.include('Joins later');
    expect(
      (await stan.post(`/groups/${id}/invitations`, { email: anAddress(), role: 'group_deputy' })).status,
    ).to.equal(303);
    expect((await broker.post(`/groups/${id}/lead-email`, { email: anAddress() })).status, 'again').to.equal(409);
  });

  it('who has an account already leads with it, and nothing tells the officer so', async () => {
    const [known, id, other] = [
      await somebody(server, 'Stan Known'),
      await register({ name: 'Known one' }),
      await register({ name: 'New one' }),
    ];
    const replies = [
      await broker.post(`/groups/${id}/lead-email`, { email: known.email }, { json: true }),
      await broker.post(`/groups/${other}/lead-email`, { email: anAddress() }, { json: true }),
    ];
    expect(await Promise.all(replies.map(async (reply) => [reply.status, await reply.text()]))).to.deep.equal([
      [201, '{}'],
      [201, '{}'],
    ]);
    expect(await wordsOf(known.get('/my'))).to.include('Known one');
    expect((await known.get(`/groups/${id}`)).status).to.equal(200);
  });

  it('may have the details changed and a deputy added, who gets a letter too', async () => {
    const id = await register({ name: 'Goes on' });
    const person = {
      person_name: 'Dora Deputy',
      person_telephone: '',
      person_address: '4 High Street',
      role: 'group_deputy',
      ...BROUGHT,
    };
    expect((await broker.post(`/desk/groups/${id}/people`, person)).status, 'not said to be an adult').to.equal(400);
    expect(
      (await broker.post(`/desk/groups/${id}/people`, { ...person, adult: 'yes', received_on: '2027-03-04' })).status,
    ).to.equal(400);
    expect((await broker.post(`/desk/groups/${id}/people`, { ...person, adult: 'yes' })).status).to.equal(303);
    expect(
      (
        await broker.post(
          `/desk/groups/${id}/edit`,
          aGroupForm({ name: 'Went on', ...BROUGHT, received_on: '2027-03-04' }),
        )
      ).status,
    ).to.equal(400);
    expect((await broker.post(`/desk/groups/${id}/edit`, aGroupForm({ name: 'Went on', ...BROUGHT }))).status).to.equal(
      303,
    );
    const page = await wordsOf(broker.get(`/groups/${id}`));
    expect(page)
      .to.include('Bina Broker changed: name, for Stan Stroke.')
      .and.include('Bina Broker added Dora Deputy as deputy. They came in on 1 March 2027.')
      .and.not.include('no deputy yet');
    expect(
      (await server.db('letters').where({ group_id: id }).orderBy('id')).map(({ subject }) => subject),
    ).to.deep.equal(['Goes on is registered', 'You are deputy of Goes on']);
    const lead = await somebody(server);
    expect((await lead.post(`/desk/groups/${id}/edit`, aGroupForm({ ...BROUGHT }))).status).to.equal(404);
  });

  it('has the groups of other people left alone', async () => {
    const lead = await somebody(server);
    const id = await aGroup(lead);
    expect((await broker.post(`/groups/${id}/lead-email`, { email: anAddress() })).status).to.equal(409);
    const involved = await anOfficer(server, town, 'broker', 'Ivo Involved');
    await lead.post(`/groups/${id}/invitations`, { email: involved.email, role: 'group_member' });
    await involved.post((await newestMail(server, involved.email)).link);
    expect(
      (await upload(involved, `/desk/groups/${id}/documents`, { kind: 'rules', ...BROUGHT }, pdfFile())).status,
    ).to.equal(404);
  });
});
