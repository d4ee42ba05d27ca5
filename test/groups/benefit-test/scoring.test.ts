import { expect } from 'chai';
import { newestMail, type Visitor } from '../../ground/people/visitor.ts';
import { anOfficer, wordsOf } from '../groups/a-group.ts';
import { eachDatabase } from '../../support/databases.ts';
import { anArea, anOwner, aTown, found, type Town } from '../../support/domain.ts';
import { aServer, type TestServer } from '../../support/server.ts';
import { aCast, aGroupOfTwo, PASSING, publishes, REASON, scores, seen, sends, theSheet, type Cast } from './a-test.ts';

eachDatabase('Scoring a benefit test', (open) => {
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

  const aSentTest = async (): Promise<string> => {
    const { lead, groupId } = await aGroupOfTwo(server);
    return sends(lead, groupId);
  };
  const settle = (who: Visitor, testId: string, fields: Record<string, string>): Promise<Response> =>
    who.post(`/desk/tests/${testId}/settle`, fields);

  it('shows each scorer the answers and the five anchors, and nobody another’s marks before both are in', async () => {
    const testId = await aSentTest();
    const sheet = await wordsOf(cast.first.get(`/desk/tests/${testId}`));
    expect(sheet)
      .to.include('What we say about NEED.')
      .and.include('4 – Strong local facts plus people asking for it, or a waiting list')
      .and.include('It counts 30 of 100. Less than 2 is no pass.')
      .and.include('Neither of you sees the other’s marks before both are in.');
    await cast.first.post(
      `/desk/tests/${testId}/scores`,
      theSheet(PASSING, { reason_NEED: 'The first scorer’s secret reason.' }),
    );
    for (const who of [cast.second, cast.third, cast.broker]) {
      expect(await wordsOf(who.get(`/desk/tests/${testId}`))).not.to.include('secret reason');
      // Officers see how many are in; whoever could be the second does not.
      const { sheets, scored } = await seen(who, testId);
      expect([sheets, scored]).to.deep.equal([null, who === cast.broker ? 1 : null]);
    }
    await scores(cast.second, testId);
    expect(await wordsOf(cast.second.get(`/desk/tests/${testId}`)))
      .to.include('secret reason')
      .and.include('The marks are the same.');
    expect(
      await server.db('facts').where({ subject_id: testId, kind: 'test_scored' }).where('after', 'like', '%secret%'),
    ).to.deep.equal([]);
  });

  it('says all that is missing, keeps what was marked, and saves it for later', async () => {
    const testId = await aSentTest();
    const reply = await cast.first.post(`/desk/tests/${testId}/scores`, {
      do: 'send',
      mark_NEED: '3',
      reason_NEED: 'Too short',
    });
    const page = await wordsOf(reply);
    expect(reply.status).to.equal(400);
    for (const words of [
      'Say whether you have an interest',
      'Choose a mark for BEN.',
      'Give your reason for NEED in 20 characters or more.',
      'Tick the evidence you went by for NEED',
      'Too short',
    ])
      expect(page).to.include(words);
    expect(page).to.match(/name="mark_NEED" value="3" checked/);
    expect(
      (
        await cast.first.post(`/desk/tests/${testId}/scores`, {
          do: 'save',
          mark_NEED: '3',
          reason_NEED: 'Half a thought',
        })
      ).status,
    ).to.equal(303);
    expect(await wordsOf(cast.first.get(`/desk/tests/${testId}`))).to.include('Half a thought');
    expect(await wordsOf(cast.second.get(`/desk/tests/${testId}`))).not.to.include('Half a thought');
    for (const [fields, says] of [
      [{ mark_NEED: '5' }, 'Choose a mark from 0 to 4.'],
      [{ mark_NEED: '2.5' }, 'There are no half marks.'],
      [{ mark_GOV: '2' }, 'this question is not asked here'],
      [{ evidence_NEED: 'somebody-else' }, 'Choose among the evidence of this group'],
    ] as const) {
      const refused = await cast.first.post(`/desk/tests/${testId}/scores`, theSheet(PASSING, fields));
      expect([refused.status, (await wordsOf(refused)).includes(says)], says).to.deep.equal([400, true]);
    }
    expect((await seen(cast.broker, testId)).scored).to.equal(0);
  });

  it('takes two sheets of those who press at once, each their own, and tells a third that it is done', async () => {
    const other = await aServer(databaseUrl);
    const testId = await aSentTest();
    const replies = await Promise.all(
      [cast.first, { ...cast.second, post: elsewhere(cast.second, other.url) }, cast.third].map((who) =>
        who.post(`/desk/tests/${testId}/scores`, theSheet()),
      ),
    );
    expect(replies.map(({ status }) => status).toSorted()).to.deep.equal([303, 303, 409]);
    expect((await seen(cast.broker, testId)).state).to.equal('deciding');
    expect(await server.db('assessments').where({ test_id: testId })).to.have.lengthOf(2);
    expect(other.errors).to.deep.equal([]);
    await other.stop();
  });

  it('takes one sheet of each, however often it is sent', async () => {
    const testId = await aSentTest();
    const submission = server.newId().replace(/^.{14}./, (start) => `${start.slice(0, 14)}4`);
    const replies = await Promise.all(
      [1, 2, 3].map(() => cast.first.post(`/desk/tests/${testId}/scores`, theSheet(PASSING, { submission }))),
    );
    expect(replies.map(({ status }) => status)).to.deep.equal([303, 303, 303]);
    expect((await cast.first.post(`/desk/tests/${testId}/scores`, theSheet())).status, 'another sheet').to.equal(409);
    expect(await server.db('assessments').where({ test_id: testId })).to.have.lengthOf(1);
  });

  it('is not for those with an interest: they say so, and somebody else scores', async () => {
    const testId = await aSentTest();
    expect(
      await wordsOf(cast.first.post(`/desk/tests/${testId}/scores`, { interest: 'yes', interest_words: '' })),
    ).to.include('Say in a few words what your interest is.');
    expect(
      (
        await cast.first.post(`/desk/tests/${testId}/scores`, {
          interest: 'yes',
          interest_words: 'My sister leads the group.',
        })
      ).status,
    ).to.equal(303);
    const reply = await cast.first.post(`/desk/tests/${testId}/scores`, theSheet());
    expect([reply.status, (await wordsOf(reply)).includes('You have declared an interest')]).to.deep.equal([403, true]);
    expect(await wordsOf(cast.first.get('/desk/tests?area=testborough'))).not.to.include(testId);
    await scores(cast.second, testId);
    await scores(cast.third, testId);
    expect((await seen(cast.broker, testId)).state).to.equal('deciding');
  });

  it('is not for the group’s people, nor for those who belong to an owner', async () => {
    const { lead, deputy, groupId } = await aGroupOfTwo(server);
    const testId = await sends(lead, groupId);
    const idOf = async (email: string): Promise<string> => (await server.db('people').where({ email }).first()).id;
    const scorer = {
      role: 'scorer',
      scope: 'area',
      scopeId: town.area.id,
      areaId: town.area.id,
      endsOn: null,
    } as const;
    const deputyId = await idOf(deputy.email);
    await server.inOneTransaction((unit) => server.people.grant(unit, deputyId, scorer, 'test'));
    expect((await deputy.post(`/desk/tests/${testId}/scores`, theSheet())).status).to.equal(404);
    expect((await deputy.get(`/desk/tests/${testId}`)).status).to.equal(404);
    const owner = await anOwner(server, town.area, 'Testborough Homes');
    const torn = await anOfficer(server, town, 'scorer', 'Olga Owner');
    const tornId = await idOf(torn.email);
    await server.inOneTransaction((unit) =>
      server.people.grant(
        unit,
        tornId,
        { role: 'owner_representative', scope: 'owner', scopeId: owner.id, areaId: town.area.id, endsOn: null },
        'test',
      ),
    );
    expect(await wordsOf(torn.get(`/desk/tests/${testId}`)))
      .to.include('You work for an owner of places.')
      .and.not.include('Hand in');
    expect((await torn.post(`/desk/tests/${testId}/scores`, theSheet())).status).to.equal(403);
    for (const who of [cast.broker, lead])
      expect((await who.post(`/desk/tests/${testId}/scores`, theSheet())).status).to.equal(404);
  });

  it('lets the second scorer confirm one of two marks that lie close', async () => {
    const testId = await aSentTest();
    await scores(cast.first, testId, 'NEED4 BEN4 INC3 USE4 DEL3');
    await scores(cast.second, testId, 'NEED3 BEN4 INC3 USE4 DEL3');
    expect((await seen(cast.first, testId)).differences).to.deep.equal([
      { criterion: 'NEED', marks: [4, 3], needsModeration: false, yourTurn: null, proposal: null, settled: null },
    ]);
    const early = await settle(cast.first, testId, { criterion: 'NEED', mark_NEED: '4', reason_NEED: REASON });
    expect([early.status, (await wordsOf(early)).includes('it is the second scorer’s turn')]).to.deep.equal([
      409,
      true,
    ]);
    for (const mark of ['2', '3.5', ''])
      expect(
        (await settle(cast.second, testId, { criterion: 'NEED', mark_NEED: mark, reason_NEED: REASON })).status,
        mark,
      ).to.equal(400);
    expect(
      (await settle(cast.second, testId, { criterion: 'NEED', mark_NEED: '4', reason_NEED: 'Short' })).status,
    ).to.equal(400);
    expect(
      (
        await settle(cast.second, testId, {
          criterion: 'NEED',
          mark_NEED: '4',
          reason_NEED: 'The waiting list that the first saw does decide it.',
        })
      ).status,
    ).to.equal(303);
    expect(
      (await settle(cast.second, testId, { criterion: 'NEED', mark_NEED: '3', reason_NEED: REASON })).status,
      'once',
    ).to.equal(409);
    expect(await publishes(cast.broker, testId)).to.deep.equal({ outcome: 'pass' });
    expect((await seen(cast.broker, testId)).result?.points).to.equal(360);
  });

  it('moderates marks that lie far apart before there is a result: one proposes, the other agrees; what each handed in stays', async () => {
    const testId = await aSentTest();
    await scores(cast.first, testId, 'NEED4 BEN4 INC3 USE4 DEL3');
    await scores(cast.second, testId, 'NEED1 BEN2 INC3 USE4 DEL3');
    expect((await newestMail(server, cast.first.email)).subject).to.include('Benefit test: marks differ');
    await cast.broker.post(`/desk/tests/${testId}/gates`, { gate_G6: 'yes', gate_G7: 'yes', gate_G10: 'yes' });
    expect((await seen(cast.broker, testId)).preview).to.equal(null);
    expect((await cast.broker.post(`/desk/tests/${testId}/publish`, { inputs: 'x' })).status).to.equal(409);
    expect(
      (
        await settle(cast.first, testId, {
          criterion: 'NEED',
          mark_NEED: '3',
          reason_NEED: 'The list has names, though few of them.',
        })
      ).status,
    ).to.equal(303);
    const proposal = found((await seen(cast.second, testId)).differences[0]?.proposal);
    expect(
      (await settle(cast.first, testId, { criterion: 'NEED', agrees: proposal.id })).status,
      'with oneself',
    ).to.equal(409);
    expect((await settle(cast.second, testId, { criterion: 'NEED', agrees: proposal.id })).status).to.equal(303);
    // The second proposes another mark, to which the first agrees.
    await settle(cast.first, testId, { criterion: 'BEN', mark_BEN: '4', reason_BEN: REASON });
    const first = found((await seen(cast.second, testId)).differences[1]?.proposal);
    await settle(cast.second, testId, {
      criterion: 'BEN',
      mark_BEN: '3',
      reason_BEN: 'It does a clear good for many people.',
    });
    expect(
      (await settle(cast.second, testId, { criterion: 'BEN', agrees: first.id })).status,
      'no longer the proposal',
    ).to.equal(409);
    await settle(cast.first, testId, {
      criterion: 'BEN',
      agrees: found((await seen(cast.first, testId)).differences[1]?.proposal).id,
    });
    const after = await seen(cast.broker, testId);
    expect([
      after.state,
      after.differences.map(({ settled }) => settled?.mark),
      after.sheets?.map(({ scores: given }) => given[0]?.value),
    ]).to.deep.equal(['deciding', [3, 3], [4, 1]]);
    expect(await publishes(cast.broker, testId)).to.deep.equal({ outcome: 'pass' });
    expect((await seen(cast.broker, testId)).result?.points, 'not the mean').to.equal(60 + 90 + 60 + 40 + 60);
    expect(await wordsOf(cast.broker.get(`/desk/tests/${testId}`))).to.include(
      'The list has names, though few of them.',
    );
  });

  it('can be settled by a third scorer, once, whoever presses at the same time', async () => {
    const testId = await aSentTest();
    await scores(cast.first, testId, 'NEED4 BEN4 INC3 USE4 DEL3');
    await scores(cast.second, testId, 'NEED0 BEN4 INC3 USE4 DEL3');
    const fields = { criterion: 'NEED', mark_NEED: '2', reason_NEED: 'Both of them overlooked the second letter.' };
    expect(await wordsOf(cast.third.get(`/desk/tests/${testId}`))).to.include('Settle it');
    const replies = await Promise.all([1, 2, 3].map(() => settle(cast.third, testId, fields)));
    expect(replies.map(({ status }) => status).toSorted()).to.deep.equal([303, 409, 409]);
    expect((await seen(cast.broker, testId)).state).to.equal('deciding');
    expect((await settle(cast.broker, testId, fields)).status, 'a broker settles nothing').to.equal(404);
  });

  it('leaves gates and result to those who have not scored, and publishes once what they have seen', async () => {
    const testId = await aSentTest();
    for (const scorer of [cast.first, cast.second]) await scores(scorer, testId);
    await cast.broker.post(`/desk/tests/${testId}/gates`, {
      gate_G6: 'yes',
      gate_G7: 'yes',
      gate_G10: 'not_yet',
      note_G10: 'One member has still to answer.',
    });
    expect((await seen(cast.broker, testId)).openGates).to.deep.equal(['G10']);
    expect(await wordsOf(cast.broker.get(`/desk/tests/${testId}`))).to.include('an answer that is not “not yet”: G10');
    await cast.broker.post(`/desk/tests/${testId}/gates`, { gate_G10: 'yes' });
    const { inputs } = found((await seen(cast.broker, testId)).preview);
    await cast.broker.post(`/desk/tests/${testId}/gates`, {
      gate_G7: 'not_needed',
      note_G7: 'A closed circle, which the Act permits.',
    });
    const stale = await cast.broker.post(`/desk/tests/${testId}/publish`, { inputs });
    expect([stale.status, (await wordsOf(stale)).includes('Something has changed since you looked')]).to.deep.equal([
      409,
      true,
    ]);
    const now = found((await seen(cast.broker, testId)).preview).inputs;
    const replies = await Promise.all(
      [1, 2, 3].map(() => cast.broker.post(`/desk/tests/${testId}/publish`, { inputs: now })),
    );
    expect(replies.map(({ status }) => status)).to.deep.equal([303, 303, 303]);
    expect(
      await server.db('facts').where({ kind: 'passport_result' }).where('after', 'like', `%${testId}%`),
    ).to.have.lengthOf(1);
    expect(
      (await cast.broker.post(`/desk/tests/${testId}/gates`, { gate_G6: 'no', note_G6: 'Too late.' })).status,
    ).to.equal(409);
    const both = await anOfficer(server, town, 'broker', 'Bo Both');
    const bothId = (await server.db('people').where({ email: both.email }).first()).id;
    await server.inOneTransaction((unit) =>
      server.people.grant(
        unit,
        bothId,
        { role: 'scorer', scope: 'area', scopeId: town.area.id, areaId: town.area.id, endsOn: null },
        'test',
      ),
    );
    const next = await aSentTest();
    await scores(both, next);
    expect((await both.post(`/desk/tests/${next}/gates`, { gate_G6: 'yes' })).status).to.equal(403);
    expect(await wordsOf(both.get(`/desk/tests/${next}`))).to.include('another officer answers the gates');
  });

  it('waits in a list by the day it was received, page by page, for those of the area alone', async () => {
    const { area } = await anArea(server, {
      slug: 'listborough',
      name: 'Listborough',
      southWestCorner: { lon: -3, lat: 54 },
    }).then((made) => ({ area: made }));
    const scorer = await anOfficer(server, { area }, 'scorer', 'Lisa List');
    const { lead, groupId } = await aGroupOfTwo(server, {
      area: 'listborough',
      name: 'Group 0',
      public_name: 'Neutral 0',
    });
    const testId = await sends(lead, groupId);
    const row = await server.db('benefit_tests').where({ id: testId }).first();
    const group = await server.db('groups').where({ id: groupId }).first();
    const rows = Array.from({ length: 60 }, (_, index) => ({
      ...row,
      id: server.newId(),
      group_id: server.newId(),
      received_on: `2027-02-${String((index % 20) + 1).padStart(2, '0')}`,
      submission: null,
    }));
    await server.db.batchInsert(
      'groups',
      rows.map(({ group_id: id }, index) => ({
        ...group,
        id,
        submission: server.newId(),
        name: `Group ${index + 1}`,
        public_name: null,
      })),
      30,
    );
    await server.db.batchInsert('benefit_tests', rows, 20);
    const first = (await scorer.get('/api/tests').then((reply) => reply.json())) as {
      tests: { id: string; group: string; receivedOn: string }[];
      cursor: string;
      counts: { score: number };
    };
    const second = (await scorer
      .get(`/api/tests?cursor=${encodeURIComponent(first.cursor)}`)
      .then((reply) => reply.json())) as typeof first;
    expect([first.counts.score, first.tests.length, second.tests.length, second.cursor]).to.deep.equal([
      61,
      50,
      11,
      null,
    ]);
    const all = [...first.tests, ...second.tests];
    expect(new Set(all.map(({ id }) => id)).size).to.equal(61);
    expect(all.map(({ receivedOn }) => receivedOn)).to.deep.equal(all.map(({ receivedOn }) => receivedOn).toSorted());
    expect(all.at(-1)?.group).to.equal('Neutral 0');
    expect(await wordsOf(scorer.get('/desk/tests')))
      .to.include('Benefit tests in Listborough')
      .and.include('To score (61)');
    expect(await wordsOf(scorer.get('/my'))).to.include('61 groups wait for your marks in Listborough');
    expect((await cast.first.get('/desk/tests?area=listborough')).status).to.equal(404);
    expect((await scorer.get('/desk/tests?cursor=nonsense')).status).to.equal(400);
    for (const show of ['settle', 'decide', 'done', 'nonsense'])
      expect((await scorer.get(`/desk/tests?show=${show}`)).status, show).to.equal(200);
  });
});

/** The same visitor, at another server on the same database. */
function elsewhere(visitor: Visitor, url: string): Visitor['post'] {
  return (path, fields = {}) =>
    fetch(`${url}${path}`, {
      method: 'POST',
      redirect: 'manual',
      body: new URLSearchParams(fields).toString(),
      headers: { 'Content-Type': 'application/x-www-form-urlencoded', Accept: 'text/html', Cookie: visitor.cookie() },
    });
}
