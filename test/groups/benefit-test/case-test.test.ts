import { expect } from 'chai';
import type { Role } from '../../../src/ground/people/role-contract.ts';
import type { Visitor } from '../../ground/people/visitor.ts';
import { anAsk } from '../../casework/enquiries/an-enquiry.ts';
import { eachDatabase } from '../../support/databases.ts';
import { anArea, anAsset, anOwner, aTown, found, type Town } from '../../support/domain.ts';
import { aServer, type TestServer } from '../../support/server.ts';
import { anOfficer, pdfFile, upload, wordsOf } from '../groups/a-group.ts';
import {
  answers,
  begins,
  closes,
  handsIn,
  opensTo,
  publishesCase,
  scoredAndPublished,
  VERGE,
  type ACase,
} from './a-case-test.ts';
import { aCast, aGroupOfTwo, scores, theSheet, type Cast } from './a-test.ts';

eachDatabase('The benefit test of a case', (open) => {
  let server: TestServer;
  let town: Town;
  let cast: Cast;

  before(async () => {
    server = await aServer(await open());
    town = await aTown(server);
    cast = await aCast(server, town);
  });
  beforeEach(async () => void (await server.db('rate_limits').delete()));
  after(async () => {
    expect(server.errors).to.deep.equal([]);
    await server.stop();
  });

  type Begun = ACase & { lead: Visitor & { email: string }; groupId: string };
  const aCase = async (): Promise<Begun> => {
    const { lead, groupId } = await aGroupOfTwo(server);
    return { ...(await begins(server, town, groupId)), lead, groupId };
  };
  const aSentCase = async (): Promise<Begun> => {
    const made = await aCase();
    await handsIn(server, made.testId);
    return made;
  };
  const summary = ({ subject }: ACase) => server.caseTests.summaryOf(server.db, subject).then(found);
  const drafted = ({ testId }: ACase) => server.caseTests.drafted(server.db, testId);
  const idOf = async ({ email }: { email: string }): Promise<string> =>
    (await server.db('people').where({ email }).first()).id;
  const factsOf = async ({ subject }: ACase): Promise<[string, unknown][]> => {
    const rows = await server.db('facts').where({ subject_kind: subject.kind, subject_id: subject.id }).orderBy('id');
    return rows.map(({ kind, after }) => [kind, typeof after === 'string' ? JSON.parse(after) : after]);
  };

  it('goes from its questions, one a page, over two scorers, a difference and the gates to a result', async () => {
    const one = await aCase();
    const { lead, groupId, testId, subject } = one;
    expect((await begins(server, town, groupId, { subject })).testId, 'once').to.equal(testId);
    expect((await drafted(one)).missing.map(({ id }) => id)).to.deep.equal(
      'NEED BEN INC SUP USE DEL FIN GOV ENV EXIT G6 G10'.split(' '),
    );
    expect((await cast.first.get(`/desk/tests/${testId}`)).status, 'a draft is nobody else’s').to.equal(404);
    expect(await wordsOf(lead.get(`/case-tests/${testId}`)))
      .to.include('0 questions of 12 have an answer')
      .and.include(`/case-tests/${testId}/NEED`);
    expect(await wordsOf(lead.get(`/case-tests/${testId}/NEED`)))
      .to.include('Question 1 of 12')
      .and.include('You do not need a report.');
    const next = await lead.post(`/case-tests/${testId}/G10`, { do: 'next', gate_G10: 'No.' });
    expect(next.headers.get('location'), 'on with the first that is open').to.equal(`/case-tests/${testId}/NEED`);
    await answers(lead, testId);
    const shows = await upload(
      lead,
      `/case-tests/${testId}/evidence`,
      { criterion: 'DEL', words: 'I told you by telephone.' },
      pdfFile(),
    );
    expect(shows.headers.get('location')).to.equal(`/case-tests/${testId}/evidence/new?criterion=DEL`);
    const draft = await drafted(one);
    expect([draft.missing, draft.asked.length, draft.evidence.length]).to.deep.equal([[], 12, 1]);
    await handsIn(server, testId);
    await handsIn(server, testId);
    expect((await lead.post(`/case-tests/${testId}/NEED`, { answer_NEED: 'Late.' })).status).to.equal(409);
    expect(await wordsOf(cast.first.get(`/desk/tests/${testId}`)))
      .to.include('Community benefit test for land')
      .and.include('What we say about EXIT.')
      .and.include('I told you by telephone.');
    expect(await wordsOf(cast.first.get('/desk/tests'))).to.include(`/desk/tests/${testId}`);
    await scores(cast.first, testId, VERGE);
    await scores(cast.second, testId, VERGE.replace('NEED3', 'NEED2'));
    expect([(await summary(one)).state, (await summary(one)).sheets]).to.deep.equal(['settling', 2]);
    await cast.second.post(`/desk/tests/${testId}/settle`, {
      criterion: 'NEED',
      mark_NEED: '3',
      reason_NEED: 'Two sources do agree on what is needed.',
    });
    for (const scorer of [cast.first, cast.second])
      expect((await scorer.post(`/desk/tests/${testId}/gates`, { gate_G1: 'yes' })).status).to.equal(404);
    expect(await publishesCase(cast.broker, testId)).to.deep.equal({ outcome: 'pass' });
    const result = await summary(one);
    expect([result.outcome, result.points, result.possible, result.provisional, result.criteria]).to.deep.equal([
      'pass',
      316,
      400,
      false,
      'cbt-1',
    ]);
    expect([result.result?.reviewBy, result.result?.improveBy, result.result?.validUntil]).to.deep.equal([
      null,
      null,
      null,
    ]);
    const facts = await factsOf(one);
    expect(facts.map(([kind]) => kind)).to.deep.equal([
      'case_test_handed_in',
      'case_test_differs',
      'case_test_agreed',
      'case_test_result',
    ]);
    expect(facts[3]?.[1]).to.deep.include({ testId, outcome: 'pass', points: 316, possible: 400, provisional: false });
    const told = (await server.mails.latest(400)).filter(
      ({ to, subject: about }) => to === lead.email && /passport/.test(about),
    );
    expect(told, 'whoever has the case tells of it').to.deep.equal([]);
    expect(await wordsOf(lead.get(`/case-tests/${testId}`)))
      .to.include('316 of 400 points, 79.0%')
      .and.not.include('provisional');
    expect((await lead.get(`/groups/${groupId}/passport`)).status).to.equal(200);
    expect(await server.benefitTests.passports.passportOf(groupId, '2027-04-01')).to.include({ state: 'none' });
  });

  it('keeps what another tab saved, and takes no answer once they stand', async () => {
    const one = await aCase();
    const { lead, testId } = one;
    const token = async (id: string): Promise<string> =>
      found(/name="seen" value="([^"]+)"/.exec(await wordsOf(lead.get(`/case-tests/${testId}/${id}`)))?.[1]);
    const seenBefore = await token('NEED');
    await lead.post(`/case-tests/${testId}/NEED`, { seen: seenBefore, answer_NEED: 'From one tab.' });
    const other = await lead.post(`/case-tests/${testId}/NEED`, { seen: seenBefore, answer_NEED: 'From another.' });
    expect([other.status, await wordsOf(other)].join())
      .to.match(/^409/)
      .and.include('From one tab.')
      .and.include('From another.');
    // Another question in another tab is no clash.
    expect((await lead.post(`/case-tests/${testId}/BEN`, { seen: seenBefore, answer_BEN: 'Good.' })).status).to.equal(
      303,
    );
    expect((await drafted(one)).answers.criteria).to.deep.equal({ NEED: 'From one tab.', BEN: 'Good.' });
    await lead.post(`/case-tests/${testId}/BEN`, { seen: await token('BEN'), answer_BEN: '' });
    expect((await drafted(one)).answers.criteria).to.deep.equal({ NEED: 'From one tab.' });
    expect((await lead.get(`/case-tests/${testId}/NOPE`)).status).to.equal(404);
    await server.inOneTransaction((unit) => server.caseTests.freeze(unit, testId));
    expect((await lead.post(`/case-tests/${testId}/NEED`, { answer_NEED: 'Late.' })).status).to.equal(409);
    expect(
      (await upload(lead, `/case-tests/${testId}/evidence`, { criterion: 'NEED', words: 'Late.' }, null)).status,
    ).to.equal(409);
    expect(await wordsOf(lead.get(`/case-tests/${testId}`))).to.include('stand as they are');
    await server.inOneTransaction((unit) => server.caseTests.thaw(unit, testId));
    expect((await lead.post(`/case-tests/${testId}/NEED`, { answer_NEED: 'Again.' })).status).to.equal(303);
    for (const who of [cast.first, (await aGroupOfTwo(server)).lead])
      for (const way of ['', '/NEED', '/evidence/new'])
        expect((await who.get(`/case-tests/${testId}${way}`)).status, way).to.equal(404);
  });

  it('is typed by an officer for somebody, who then does not score it', async () => {
    const { testId, lead } = await aCase();
    const both = await anOfficer(server, town, 'broker', 'Bo Both');
    await grants(both, 'scorer');
    await answers(both, testId, '/desk');
    await handsIn(server, testId);
    const reply = await both.post(`/desk/tests/${testId}/scores`, theSheet(VERGE));
    expect([reply.status, (await wordsOf(reply)).includes('You typed these answers')]).to.deep.equal([403, true]);
    const other = await aCase();
    await upload(
      cast.broker,
      `/desk/case-tests/${other.testId}/evidence`,
      { criterion: 'DEL', words: 'She said so.' },
      null,
    );
    await grants(cast.broker, 'scorer');
    await handsIn(server, other.testId);
    expect((await cast.broker.post(`/desk/tests/${other.testId}/scores`, theSheet(VERGE))).status).to.equal(403);
    await server
      .db('rights')
      .where({ person_id: await idOf(cast.broker), role: 'scorer' })
      .delete();
    expect((await lead.get(`/desk/case-tests/${testId}`)).status).to.equal(404);
  });

  it('says what it is about, where whoever looks may read the case', async () => {
    const asker = { name: '', email: null, rights: [], provedAt: '', withPasskey: false };
    const { enquiry: asked } = await server.enquiries.asking.ask(
      { ...asker, personId: await idOf((await aGroupOfTwo(server)).lead) },
      anAsk({ asset: (await anAsset(server, town)).id }),
    );
    const { groupId } = await aGroupOfTwo(server);
    const { testId } = await begins(server, town, groupId, { subject: { kind: 'enquiry', id: asked.id } });
    await handsIn(server, testId);
    for (const address of [`/desk/tests/${testId}`, '/desk/tests'])
      expect(await wordsOf(cast.first.get(address)), address).to.include('Whose is this?');
    expect(await wordsOf(cast.first.get(`/desk/tests/${testId}`))).to.include(`href="/enquiries/${asked.id}"`);
  });

  describe('at its limit', () => {
    it('changes nothing where nobody has scored it', async () => {
      const one = await aSentCase();
      expect(await closes(server, one.testId)).to.equal('nobody');
      expect([(await summary(one)).state, (await factsOf(one)).length]).to.deep.equal(['scoring', 1]);
      const draft = await aCase();
      const early = await closes(server, draft.testId).catch(({ status }: { status: number }) => status);
      expect(early).to.equal(404);
    });

    it('publishes one scorer’s marks as provisional, once, and says so on every page', async () => {
      const one = await aSentCase();
      await scores(cast.first, one.testId, VERGE);
      expect([await closes(server, one.testId), await closes(server, one.testId)]).to.deep.equal([
        'published',
        'published',
      ]);
      const { points, provisional, resultOn, result } = await summary(one);
      expect([points, provisional, resultOn]).to.deep.equal([316, true, '2027-04-01']);
      expect(result?.gates.find(({ id }) => id === 'G1')).to.include({
        answer: 'not_yet',
        note: 'Nobody checked this in time.',
      });
      expect((await factsOf(one)).map(([kind]) => kind)).to.deep.equal(['case_test_handed_in', 'case_test_result']);
      for (const [who, address] of [
        [one.lead, `/case-tests/${one.testId}`],
        [cast.broker, `/desk/tests/${one.testId}`],
        [cast.broker, '/desk/tests?show=done'],
      ] as const)
        expect(await wordsOf(who.get(address)), address).to.include('Passed, provisional');
      const late = await cast.second.post(`/desk/tests/${one.testId}/scores`, theSheet(VERGE));
      expect(late.status).to.equal(409);
    });

    it('lets the lower of two marks stand where nobody has settled it, and a gate that is a no still stop it', async () => {
      const one = await aSentCase();
      await scores(cast.first, one.testId, VERGE);
      await scores(cast.second, one.testId, VERGE.replace('NEED3', 'NEED1').replace('BEN3', 'BEN4'));
      await cast.broker.post(`/desk/tests/${one.testId}/gates`, { gate_G7: 'no', note_G7: 'For members only.' });
      await closes(server, one.testId);
      const { points, outcome, result } = await summary(one);
      expect([points, outcome, result?.lowered]).to.deep.equal([316 - 24, 'nearly', ['NEED', 'BEN']]);
      expect(await wordsOf(one.lead.get(`/case-tests/${one.testId}`))).to.include('The lower mark stands.');
    });
  });

  it('can be improved once after a result that was nearly a pass, by the criteria of its first run', async () => {
    const one = await aSentCase();
    const improve = (testId: string) => server.inOneTransaction((unit) => server.caseTests.improve(unit, testId));
    const status = ({ status: code }: { status: number }): number => code;
    expect(await improve(one.testId).catch(status), 'before a result').to.equal(409);
    // Worked case A2: a funded scheme starts soon.
    expect(await scoredAndPublished(cast, one.testId, VERGE.replace('USE4', 'USE0'))).to.deep.equal({
      outcome: 'nearly',
    });
    expect((await summary(one)).points).to.equal(268);
    const again = await improve(one.testId);
    expect(await improve(one.testId), 'once').to.equal(again);
    expect([(await summary(one)).id, (await summary(one)).state]).to.deep.equal([again, 'draft']);
    expect(
      (await one.lead.post(`/case-tests/${again}/USE`, { answer_USE: 'It starts a year later.' })).status,
    ).to.equal(303);
    await handsIn(server, again, { completeOn: '2027-05-01' });
    const [before, after] = await server.db('benefit_tests').whereIn('id', [one.testId, again]).orderBy('id');
    expect(after.criteria_id).to.equal(before.criteria_id);
    await scoredAndPublished(cast, again, VERGE.replace('USE4', 'USE1'));
    expect(await improve(again).catch(status), 'not a second time').to.equal(409);
    expect((await server.caseTests.resultOf(server.db, one.subject))?.points).to.equal(280);
  });

  it('is taken back with its case; what is out stays', async () => {
    const one = await aSentCase();
    const withdraw = ({ testId }: ACase) =>
      server.inOneTransaction((unit) => server.caseTests.withdraw(unit, testId, 'test'));
    await withdraw(one);
    await withdraw(one);
    expect((await summary(one)).state).to.equal('withdrawn');
    expect((await factsOf(one)).map(([kind]) => kind)).to.deep.equal(['case_test_handed_in', 'case_test_withdrawn']);
    expect((await cast.first.post(`/desk/tests/${one.testId}/scores`, theSheet(VERGE))).status).to.equal(409);
    const next = await begins(server, town, one.groupId, { subject: one.subject });
    expect(next.testId).not.to.equal(one.testId);
    await handsIn(server, next.testId);
    await scoredAndPublished(cast, next.testId);
    await withdraw(next);
    expect((await summary(one)).state).to.equal('published');
    const draft = await aCase();
    await server.inOneTransaction((unit) => server.caseTests.forget(unit, draft.testId));
    expect(await server.caseTests.summaryOf(server.db, draft.subject)).to.equal(null);
  });

  it('brings what was said for another place of the group along, with its result, and nobody else’s', async () => {
    const one = await aCase();
    await answers(one.lead, one.testId);
    await upload(
      one.lead,
      `/case-tests/${one.testId}/evidence`,
      { criterion: 'NEED', words: 'A list of names.' },
      null,
    );
    await handsIn(server, one.testId);
    await scoredAndPublished(cast, one.testId);
    const actor = await idOf(one.lead);
    const second = await begins(server, town, one.groupId, { evidenceFrom: one.testId, actor });
    const { answers: said, evidence, missing } = await drafted(second);
    expect([said.criteria['EXIT'], missing]).to.deep.equal(['What we say about EXIT.', []]);
    expect(evidence.map(({ criterion, words }) => [criterion, words])).to.deep.equal([
      ['NEED', 'A list of names.'],
      [
        'DEL',
        'An earlier case of this group: passed in the community benefit test, with 316 of 400 points (79.0%), on 3 March 2027.',
      ],
    ]);
    const other = await aGroupOfTwo(server);
    const taken = await begins(server, town, other.groupId, { evidenceFrom: one.testId }).catch(
      ({ status }: { status: number }) => status,
    );
    expect(taken).to.equal(404);
  });

  describe('is open', () => {
    type Someone = 'panel' | 'chair' | 'elsewhere' | 'officer elsewhere' | 'torn';
    const people = {} as Record<Someone, Visitor & { email: string }>;
    before(async () => {
      const area = await anArea(server, {
        slug: 'farborough',
        name: 'Farborough',
        southWestCorner: { lon: -3, lat: 54 },
      });
      people.panel = await anOfficer(server, town, 'panel_member', 'Pia Panel');
      people.chair = await anOfficer(server, town, 'hearing_chair', 'Cem Chair');
      people.elsewhere = await anOfficer(server, { area }, 'scorer', 'Eva Elsewhere');
      people['officer elsewhere'] = await anOfficer(server, { area }, 'broker', 'Odo Officer');
      people.torn = await anOfficer(server, town, 'panel_member', 'Olga Owner');
      const owner = await anOwner(server, town.area, 'Testborough Homes');
      await grants(people.torn, 'owner_representative', { scope: 'owner', scopeId: owner.id });
    });

    const TABLE: ['scorers' | 'reserve' | 'panel', Record<Someone, number>][] = [
      ['scorers', { panel: 404, chair: 404, elsewhere: 404, 'officer elsewhere': 404, torn: 404 }],
      ['reserve', { panel: 303, chair: 404, elsewhere: 303, 'officer elsewhere': 404, torn: 403 }],
      ['panel', { panel: 303, chair: 303, elsewhere: 303, 'officer elsewhere': 404, torn: 403 }],
    ];
    for (const [to, expected] of TABLE)
      for (const someone of Object.keys(expected) as Someone[])
        it(`to ${to}: ${someone} ${expected[someone]}`, async () => {
          const { testId, groupId } = await aSentCase();
          await opensTo(server, testId, to);
          const who = people[someone];
          const reads = expected[someone] === 404 ? 404 : 200;
          for (const address of [`/desk/tests/${testId}`, `/api/tests/${testId}`])
            expect((await who.get(address)).status, address).to.equal(reads);
          expect((await who.post(`/desk/tests/${testId}/gates`, { gate_G1: 'yes' })).status, 'gates').to.equal(404);
          if (someone !== 'officer elsewhere')
            expect((await wordsOf(who.get('/desk/tests'))).includes(testId), 'list').to.equal(reads === 200);
          expect((await who.post(`/desk/tests/${testId}/scores`, theSheet(VERGE))).status, 'scores').to.equal(
            expected[someone],
          );
          expect((await who.get(`/case-tests/${testId}`)).status).to.equal(404);
          if (someone !== 'panel' || to === 'scorers') return;
          // Nobody of the group itself, whatever else they are.
          const { lead, groupId: own } = await aGroupOfTwo(server);
          expect(own).not.to.equal(groupId);
          await grants(lead, 'panel_member');
          const theirs = await begins(server, town, own);
          await handsIn(server, theirs.testId);
          await opensTo(server, theirs.testId, to);
          expect((await lead.post(`/desk/tests/${theirs.testId}/scores`, theSheet(VERGE))).status).to.equal(404);
        });

    it('ever wider, and settled and told at home by those to whom it is', async () => {
      const one = await aSentCase();
      await opensTo(server, one.testId, 'panel');
      await opensTo(server, one.testId, 'reserve');
      expect((await summary(one)).openTo).to.equal('panel');
      expect((await factsOf(one)).map(([kind]) => kind)).to.deep.equal(['case_test_handed_in', 'case_test_opened']);
      expect(await wordsOf(people.elsewhere.get('/my'))).to.match(/of (an)?other areas? waits? for your marks/);
      await scores(people.elsewhere, one.testId, VERGE);
      await scores(people.chair, one.testId, VERGE.replace('NEED3', 'NEED2'));
      const settled = await people.panel.post(`/desk/tests/${one.testId}/settle`, {
        criterion: 'NEED',
        mark_NEED: '3',
        reason_NEED: 'Two sources do agree on what is needed.',
      });
      expect(settled.status).to.equal(303);
      expect((await summary(one)).state).to.equal('deciding');
      const declared = await aSentCase();
      await opensTo(server, declared.testId, 'panel');
      await people.chair.post(`/desk/tests/${declared.testId}/scores`, {
        interest: 'yes',
        interest_words: 'My sister.',
      });
      expect((await people.chair.post(`/desk/tests/${declared.testId}/scores`, theSheet(VERGE))).status).to.equal(403);
    });
  });

  async function grants(
    who: { email: string },
    role: Role,
    on: { scope: 'area' | 'owner'; scopeId: string } = { scope: 'area', scopeId: town.area.id },
  ): Promise<void> {
    const personId = await idOf(who);
    await server.inOneTransaction((unit) =>
      server.people.grant(unit, personId, { role, ...on, areaId: town.area.id, endsOn: null }, 'test'),
    );
  }
});
