import { expect } from 'chai';
import { newestMail } from '../../ground/people/visitor.ts';
import { aGroup, anAssistedForm, anOfficer, joins, somebody, wordsOf } from '../groups/a-group.ts';
import { eachDatabase } from '../../support/databases.ts';
import { aTown, type Town } from '../../support/domain.ts';
import { aServer, someServices, TODAY, type TestServer } from '../../support/server.ts';
import { aCast, aGroupOfTwo, publishes, scores, seen, sends, theAnswers, theSheet, type Cast } from './a-test.ts';

const SUBMISSION = '0190a5d2-0000-4000-8000-00000000000b';

eachDatabase('A room passport', (open) => {
  let databaseUrl: string;
  let server: TestServer;
  let town: Town;
  let cast: Cast;

  before(async () => {
    databaseUrl = await open();
    server = await aServer(databaseUrl);
    town = await aTown(server);
    cast = await aCast(server, town);
  });
  // Everybody here signs in from one network, more often than one may.
  beforeEach(async () => void (await server.db('rate_limits').delete()));
  after(async () => {
    expect(server.errors).to.deep.equal([]);
    await server.stop();
  });

  const standing = (groupId: string, day = TODAY) => server.benefitTests.passports.passportOf(groupId, day);
  /** What happens on another day, in a server of its own. */
  async function on<T>(day: string, work: (then: TestServer) => Promise<T>): Promise<T> {
    const then = await aServer(databaseUrl, { now: `${day}T09:00:00Z` });
    try {
      return await work(then);
    } finally {
      await then.stop();
    }
  }

  it('goes from five answers by two scorers and a broker to a pass that is good everywhere for a year', async () => {
    const { lead, deputy, groupId } = await aGroupOfTwo(server, {
      name: 'Stroke survivors',
      public_name: 'Tuesday friends',
    });
    expect(await standing(groupId)).to.deep.equal({
      state: 'none',
      validUntil: null,
      outcome: null,
      percent: null,
      resultOn: null,
      points: null,
      possible: null,
      benefit: null,
    });
    expect(await wordsOf(lead.get(`/groups/${groupId}/passport`)))
      .to.include('Your group has no passport yet')
      .and.include('Answer the five questions')
      .and.include('Up to 12 months.');
    const testId = await sends(lead, groupId);
    expect((await standing(groupId)).state).to.equal('waiting');
    expect((await newestMail(server, lead.email)).subject).to.equal(
      'Tuesday friends: we have your answers for the room passport',
    );
    expect(await wordsOf(lead.get(`/groups/${groupId}/passport`)))
      .to.include('Two people score your answers')
      .and.include('The scorers’ turn: mark the answers')
      .and.include('by Wednesday 17 March 2027.')
      .and.include('What we say about NEED.');
    await scores(cast.first, testId);
    await scores(cast.second, testId);
    expect(await wordsOf(lead.get(`/groups/${groupId}/passport`))).to.include(
      'The broker’s turn: make the last checks',
    );
    expect(await publishes(cast.broker, testId)).to.deep.equal({ outcome: 'pass' });
    expect(await standing(groupId)).to.deep.equal({
      state: 'passed',
      validUntil: '2028-03-03',
      outcome: 'pass',
      percent: 90,
      resultOn: '2027-03-03',
      points: 360,
      possible: 400,
      benefit: { points: 300, possible: 320 },
    });
    const page = await wordsOf(lead.get(`/groups/${groupId}/passport`));
    expect(page)
      .to.include('Passed: good until 3 March 2028')
      .and.include('It has 360 of 400 points, which is 90.0%. The pass mark is 50.0%.')
      .and.include('Ask for a review by 2 April 2027')
      .and.include('From 3 January 2028 on you can renew it')
      .and.not.include('Sam First');
    const mail = await newestMail(server, deputy.email);
    expect(mail.subject).to.equal('Tuesday friends: room passport – passed, 90.0%');
    expect(mail.text)
      .to.include('Strong local facts plus people asking for it, or a waiting list')
      .and.not.include('Sam First')
      .and.not.include('Stroke');
    expect(await wordsOf(lead.get(`/groups/${groupId}`))).to.include(
      'The room passport is good until Friday 3 March 2028.',
    );
    const facts = await server
      .db('facts')
      .where({ subject_id: groupId })
      .whereIn('kind', ['passport_sent', 'passport_result']);
    expect(facts.map(({ kind, public_text: text }) => [kind, text])).to.have.deep.members([
      ['passport_sent', null],
      ['passport_result', null],
    ]);
  });

  it('keeps drafts, asks for what is missing in sentences, and loses nothing', async () => {
    const { lead, groupId } = await aGroupOfTwo(server);
    const path = `/groups/${groupId}/passport/answers`;
    expect((await lead.post(path, { do: 'save', answer_NEED: 'Ten of us want it.' })).headers.get('location')).to.equal(
      `/groups/${groupId}/passport`,
    );
    expect(await wordsOf(lead.get(path))).to.include('Ten of us want it.');
    expect((await standing(groupId)).state).to.equal('none');
    const reply = await lead.post(path, { do: 'send', answer_NEED: 'Twelve of us.', answer_BEN: '' });
    const page = await wordsOf(reply);
    expect(reply.status).to.equal(400);
    expect(page)
      .to.include('Answer the question “What good will it do, and for how many people?” in your own words.')
      .and.include('Twelve of us.')
      .and.include('Write a few words for “Safeguarding, if children or adults at risk?”.');
    expect((await lead.post(path, { do: 'save', answer_NEED: 'x'.repeat(4_001) })).status).to.equal(400);
    expect((await lead.post(path, { do: 'elsewhere' })).status).to.equal(400);
    expect(await wordsOf(lead.get('/my'))).to.include('finish the answers for the benefit test, and send them');
  });

  it('does not let one write over what another has saved meanwhile', async () => {
    const { lead, deputy, groupId } = await aGroupOfTwo(server);
    const path = `/groups/${groupId}/passport/answers`;
    const token = async (): Promise<string> =>
      /name="seen" value="(\w+)"/.exec(await (await lead.get(path)).text())?.[1] ?? '';
    const before = await token();
    await deputy.post(path, { do: 'save', answer_NEED: 'The deputy’s words.', seen: before });
    const reply = await lead.post(path, { do: 'save', answer_NEED: 'The lead’s words.', seen: before });
    expect(reply.status).to.equal(409);
    const page = await wordsOf(reply);
    expect(page)
      .to.include('Somebody else in the group has saved another answer here meanwhile: “The deputy’s words.”')
      .and.include('The lead’s words.');
    expect(
      (
        await lead.post(path, {
          do: 'save',
          answer_NEED: 'Both.',
          seen: /name="seen" value="(\w+)"/.exec(page)?.[1] ?? '',
        })
      ).status,
    ).to.equal(303);
  });

  it('is one, however often and by however many it is sent', async () => {
    const { lead, deputy, groupId } = await aGroupOfTwo(server);
    const replies = await Promise.all(
      [lead, lead, lead].map((who) =>
        who.post(`/groups/${groupId}/passport/answers`, theAnswers({ do: 'send', submission: SUBMISSION })),
      ),
    );
    expect(replies.map(({ status }) => status)).to.deep.equal([303, 303, 303]);
    expect((await deputy.post(`/groups/${groupId}/passport/answers`, theAnswers({ do: 'send' }))).status).to.equal(409);
    expect(await server.db('benefit_tests').where({ group_id: groupId })).to.have.lengthOf(1);
    expect(await server.db('facts').where({ subject_id: groupId, kind: 'passport_sent' })).to.have.lengthOf(1);
  });

  it('can be taken back while it waits, and begun again', async () => {
    const { lead, groupId } = await aGroupOfTwo(server);
    const testId = await sends(lead, groupId);
    expect((await lead.post(`/groups/${groupId}/passport/withdraw`)).status).to.equal(303);
    expect((await lead.post(`/groups/${groupId}/passport/withdraw`)).status).to.equal(409);
    expect(await wordsOf(cast.first.post(`/desk/tests/${testId}/scores`, theSheet()))).to.include(
      'The group has taken this one back.',
    );
    expect(await sends(lead, groupId)).not.to.equal(testId);
  });

  it('that is nearly passed is improved once within 20 working days, by the rules of the first run', async () => {
    const { lead, groupId } = await aGroupOfTwo(server);
    const testId = await sends(lead, groupId);
    await scores(cast.first, testId, 'NEED2 BEN2 INC1 USE3 DEL2');
    await scores(cast.second, testId, 'NEED2 BEN2 INC1 USE3 DEL2');
    expect(await publishes(cast.broker, testId)).to.deep.equal({ outcome: 'nearly' });
    expect(await standing(groupId)).to.include({
      state: 'nearly',
      validUntil: null,
      outcome: 'nearly',
      percent: 47.5,
      points: 190,
    });
    const page = await wordsOf(lead.get(`/groups/${groupId}/passport`));
    // 20 working days after 3 March 2027: Good Friday, 26 March, and Easter Monday do not count.
    expect(page)
      .to.include('improve the answers in the benefit test, once, by Friday 2 April 2027.')
      .and.include('any one of these')
      .and.include('Improve the answers');
    expect(await wordsOf(lead.get('/my'))).to.include('improve the answers in the benefit test, once');
    expect(await wordsOf(lead.get(`/groups/${groupId}/passport/answers`)))
      .to.include('What we say about BEN.')
      .and.not.include('What is new since');
    const improved = await sends(lead, groupId, { answer_INC: 'We asked those who stay away, and pay their bus.' });
    expect((await server.db('benefit_tests').where({ id: improved }).first()).improves_id).to.equal(testId);
    await scores(cast.first, improved, 'NEED2 BEN2 INC2 USE3 DEL2');
    await scores(cast.third, improved, 'NEED2 BEN2 INC2 USE3 DEL2');
    expect(await publishes(cast.broker, improved)).to.deep.equal({ outcome: 'pass' });
    const { result } = (await (await lead.get(`/api/groups/${groupId}/passport`)).json()) as {
      result: { points: number; improveBy: string | null };
    };
    expect([result.points, result.improveBy]).to.deep.equal([210, null]);
    expect((await server.db('benefit_tests').where({ id: testId }).first()).points, 'the first result stays').to.equal(
      190,
    );
  });

  it('that is nearly passed twice, or after its days, begins anew and says what is new', async () => {
    const { lead, groupId } = await aGroupOfTwo(server);
    for (const round of [1, 2]) {
      const testId = await sends(lead, groupId);
      for (const scorer of [cast.first, cast.second]) await scores(scorer, testId, 'NEED2 BEN2 INC1 USE3 DEL2');
      expect(await publishes(cast.broker, testId), `round ${round}`).to.deep.equal({ outcome: 'nearly' });
    }
    const page = await wordsOf(lead.get(`/groups/${groupId}/passport`));
    expect(page)
      .to.include('When something is new, answer again and say what.')
      .and.not.include('Improve your answers once');
    expect(await wordsOf(lead.post(`/groups/${groupId}/passport/answers`, theAnswers({ do: 'send' })))).to.include(
      'Say what is new since the last result.',
    );
    const again = await sends(lead, groupId, { news: 'We have a second helper.' });
    expect(await wordsOf(cast.first.get(`/desk/tests/${again}`))).to.include('Your marks');
    const late = await aGroupOfTwo(server);
    const first = await sends(late.lead, late.groupId);
    for (const scorer of [cast.first, cast.second]) await scores(scorer, first, 'NEED2 BEN2 INC1 USE3 DEL2');
    await publishes(cast.broker, first);
    await on('2027-04-05', async (then) => {
      const visitor = { ...late.lead, url: then.url };
      expect((await then.benefitTests.passports.state(late.groupId)).next).to.equal('begin');
      expect(
        (
          await fetch(`${then.url}/groups/${late.groupId}/passport`, {
            headers: { Cookie: visitor.cookie(), Accept: 'text/html' },
          })
        ).status,
      ).to.equal(200);
      await expectProblem(then, late.groupId, 'Say what is new');
    });
  });

  async function expectProblem(then: TestServer, groupId: string, says: string): Promise<void> {
    const { answers, path } = await then.benefitTests.passports.state(groupId);
    const who = {
      personId: (await then.db('rights').where({ scope_id: groupId, role: 'group_lead' }).first()).person_id,
      name: '',
      email: null,
      rights: [],
      provedAt: '',
      withPasskey: false,
    };
    expect(path.criteria).to.have.lengthOf(5);
    const message = await then.benefitTests.passports
      .send(who, groupId, { answers, seen: undefined, submission: undefined, brought: null })
      .then(
        () => '',
        (error: Error) => error.message,
      );
    expect(message).to.include(says);
  }

  it('that is not passed says what would have changed it', async () => {
    const { lead, groupId } = await aGroupOfTwo(server);
    const testId = await sends(lead, groupId);
    for (const scorer of [cast.first, cast.second]) await scores(scorer, testId, 'NEED1 BEN1 INC1 USE3 DEL2');
    expect(await publishes(cast.broker, testId)).to.deep.equal({ outcome: 'not_yet' });
    expect(await wordsOf(lead.get(`/groups/${groupId}/passport`)))
      .to.include('What would have changed this: “What good will it do, and for how many people?” with 3 instead of 1.')
      .and.include('has the mark 1, and needs 2 at least');
    expect((await standing(groupId)).state).to.equal('not_yet');
    expect((await newestMail(server, lead.email)).text.replace(/\s+/g, ' ')).to.include(
      'Trial dates that your group has had stay booked. For others, ask the owner, who may say yes all the same; while new answers are being scored you may have up to 3 trial dates in all.',
    );
  });

  it('needs a deputy before the result: the group’s own page answers that gate', async () => {
    const lead = await somebody(server);
    const groupId = await aGroup(lead);
    const testId = await sends(lead, groupId);
    for (const scorer of [cast.first, cast.second]) await scores(scorer, testId);
    await cast.broker.post(`/desk/tests/${testId}/gates`, {
      gate_G6: 'yes',
      gate_G7: 'yes',
      gate_G8: 'yes',
      gate_G10: 'yes',
    });
    expect((await seen(cast.broker, testId)).openGates, 'nobody else can answer it').to.deep.equal(['G8']);
    expect((await cast.broker.post(`/desk/tests/${testId}/publish`, { inputs: 'x' })).status).to.equal(409);
    expect(await wordsOf(lead.get(`/groups/${groupId}/passport`)))
      .to.include('Your group’s turn: name a deputy who is 18 or over')
      .and.include('Invite a deputy');
    await joins(server, lead, groupId, 'group_deputy');
    expect(await publishes(cast.broker, testId)).to.deep.equal({ outcome: 'pass' });
  });

  it('that a gate stops is nearly passed, whatever its marks, and says which', async () => {
    const { lead, groupId } = await aGroupOfTwo(server);
    const testId = await sends(lead, groupId);
    for (const scorer of [cast.first, cast.second]) await scores(scorer, testId);
    const without = await cast.broker.post(`/desk/tests/${testId}/gates`, { gate_G6: 'no' });
    expect([
      without.status,
      (await wordsOf(without)).includes('Say in a few words why G6 is not answered with yes.'),
    ]).to.deep.equal([400, true]);
    expect(
      await publishes(cast.broker, testId, {
        gate_G6: 'no',
        note_G6: 'Children come, and nobody leads on keeping them safe.',
      }),
    ).to.deep.equal({ outcome: 'nearly' });
    expect(await wordsOf(lead.get(`/groups/${groupId}/passport`)))
      .to.include('What stops it: “Safeguarding, if children or adults at risk?” is answered with no. Children come')
      .and.include('Improve the answers');
    expect((await standing(groupId)).state).to.equal('nearly');
  });

  it('ends after a year, reminds 28 and 7 days before, once each from several processes, and is renewed without a break', async () => {
    const { lead, groupId } = await aGroupOfTwo(server);
    const testId = await sends(lead, groupId);
    for (const scorer of [cast.first, cast.second]) await scores(scorer, testId);
    await publishes(cast.broker, testId);
    expect((await lead.get(`/groups/${groupId}/passport/answers`)).status).to.equal(200);
    expect(await wordsOf(lead.post(`/groups/${groupId}/passport/answers`, theAnswers({ do: 'send' })))).to.include(
      'good until 2028-03-03. It can be renewed in its last 60 days',
    );
    const reminders = async (day: string): Promise<number> => {
      const processes = await Promise.all([1, 2].map(() => someServices(databaseUrl, { now: `${day}T08:00:00Z` })));
      await Promise.all(processes.map(({ benefitTests }) => benefitTests.passports.remindDue()));
      await Promise.all(processes.map((one) => one.stop()));
      return (await server.mails.latest(1_000)).filter(
        ({ to, kind }) => to === lead.email && kind === 'passport_ending',
      ).length;
    };
    expect(await reminders('2028-02-03')).to.equal(0);
    expect(await reminders('2028-02-04')).to.equal(1);
    expect(await reminders('2028-02-20')).to.equal(1);
    expect([
      (await standing(groupId, '2028-03-03')).state,
      (await standing(groupId, '2028-03-04')).state,
    ]).to.deep.equal(['passed', 'ended']);
    await on('2028-02-21', async (then) => {
      const place = await then.benefitTests.passports.state(groupId);
      expect([place.next, place.answers.criteria['NEED']]).to.deep.equal(['renew', 'What we say about NEED.']);
    });
    expect(await reminders('2028-02-25')).to.equal(2);
    expect(await reminders('2028-03-10'), 'after its end').to.equal(2);
  });

  it('is answered by telephone, on the day of the call, and whoever typed does not score', async () => {
    const made = await cast.broker.post('/desk/groups?area=testborough', anAssistedForm({ name: 'Phone friends' }), {
      json: true,
    });
    const groupId = ((await made.json()) as { id: string }).id;
    const path = `/desk/groups/${groupId}/passport`;
    expect(await wordsOf(cast.broker.get(path))).to.include('What somebody tells you counts as much as paper.');
    expect((await cast.broker.post(path, theAnswers({ do: 'send' }))).status, 'how it came in is missing').to.equal(
      400,
    );
    const brought = { channel: 'phone', received_on: '2027-03-01', read_back: 'aloud', consent: 'yes' };
    expect(
      await wordsOf(cast.broker.post(path, theAnswers({ do: 'send', ...brought, received_on: '2027-03-04' }))),
    ).to.include('it cannot be after today');
    expect((await cast.broker.post(path, theAnswers({ do: 'save' }))).status).to.equal(303);
    expect((await cast.broker.post(path, theAnswers({ do: 'send', ...brought }))).status).to.equal(303);
    const row = await server.db('benefit_tests').where({ group_id: groupId }).first();
    expect([row.received_on, row.complete_on, row.due_on, row.channel]).to.deep.equal([
      '2027-03-01',
      '2027-03-01',
      '2027-03-15',
      'phone',
    ]);
    const letter = await server.db('letters').where({ group_id: groupId, kind: 'passport_received' }).first();
    expect(letter.text).to.include('What we say about NEED.').and.include('Your answers reached us on 1 March 2027');
    const typist = (await server.db('people').where({ email: cast.broker.email }).first()).id;
    await server.inOneTransaction((unit) =>
      server.people.grant(
        unit,
        typist,
        { role: 'scorer', scope: 'area', scopeId: town.area.id, areaId: town.area.id, endsOn: null },
        'test',
      ),
    );
    const reply = await cast.broker.post(`/desk/tests/${row.id}/scores`, theSheet());
    expect([reply.status, (await wordsOf(reply)).includes('You typed these answers for the group')]).to.deep.equal([
      403,
      true,
    ]);
    await server
      .db('rights')
      .where({ person_id: typist, role: 'scorer' })
      .update({ ended_at: '2027-03-03T09:00:00.000Z' });
  });

  it('is the group’s own business: members read it, strangers and other groups do not', async () => {
    const { lead, groupId } = await aGroupOfTwo(server);
    const member = await joins(server, lead, groupId, 'group_member', 'Mia Member');
    const other = await aGroupOfTwo(server);
    await sends(lead, groupId);
    expect(await wordsOf(member.get(`/groups/${groupId}/passport`)))
      .to.include('Two people score your answers')
      .and.not.include('Take the answers back');
    expect((await member.get(`/groups/${groupId}/passport/answers`)).status).to.equal(404);
    for (const path of ['', '/answers'])
      expect((await other.lead.get(`/groups/${groupId}/passport${path}`)).status, path).to.equal(404);
    expect((await other.lead.get(`/api/groups/${groupId}/passport`)).status).to.equal(404);
    expect(
      (await (await anOfficer(server, town, 'ward_councillor')).get(`/groups/${groupId}/passport`)).status,
    ).to.equal(404);
    expect((await cast.first.get(`/groups/${groupId}/passport`)).status, 'a scorer reads it at the desk').to.equal(404);
  });

  it('that nobody goes on with is forgotten after its days', async () => {
    const { lead, groupId } = await aGroupOfTwo(server);
    await lead.post(`/groups/${groupId}/passport/answers`, { do: 'save', answer_NEED: 'One day.' });
    await server.db('benefit_tests').where({ group_id: groupId }).update({ changed_at: '2026-12-02T09:00:00.000Z' });
    expect(await server.benefitTests.evidence.forgetDrafts(new Date('2026-12-03T09:00:00Z'))).to.equal(1);
    expect(await server.db('benefit_tests').where({ group_id: groupId })).to.deep.equal([]);
  });
});
