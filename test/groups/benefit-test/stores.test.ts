import { expect } from 'chai';
import { CBT_1 } from '../../../src/groups/benefit-test/cbt-1-table.ts';
import { sha256Of } from '../../../src/groups/benefit-test/criteria-reading.ts';
import { criteriaOn } from '../../../src/groups/benefit-test/criteria-store.ts';
import type { BenefitTest } from '../../../src/groups/benefit-test/test-contract.ts';
import { testsOn } from '../../../src/groups/benefit-test/test-store.ts';
import { aGroup, somebody } from '../groups/a-group.ts';
import { eachDatabase } from '../../support/databases.ts';
import { aTown, type Town } from '../../support/domain.ts';
import { aServer, NOW, type TestServer } from '../../support/server.ts';

eachDatabase('The database of the benefit test', (open) => {
  let server: TestServer;
  let town: Town;
  let groupId: string;
  let personId: string;

  before(async () => {
    server = await aServer(await open());
    town = await aTown(server);
    const lead = await somebody(server);
    groupId = await aGroup(lead);
    personId = (await server.db('people').where({ email: lead.email }).first()).id;
  });
  after(() => server.stop());

  const aRun = (more: Partial<BenefitTest> = {}): BenefitTest => ({
    id: server.newId(),
    areaId: town.area.id,
    groupId,
    path: 'room',
    subject: null,
    improvesId: null,
    state: 'draft',
    openTo: 'scorers',
    answersStand: false,
    criteriaId: null,
    answers: { criteria: { NEED: 'Ten of us.' }, gates: {}, news: '' },
    channel: 'online',
    enteredBy: null,
    onBehalfOf: null,
    readBack: null,
    receivedOn: null,
    completeOn: null,
    dueOn: null,
    outcome: null,
    points: null,
    possible: null,
    result: null,
    resultOn: null,
    improveBy: null,
    validUntil: null,
    submission: null,
    createdAt: NOW,
    changedAt: NOW,
    version: 1,
    ...more,
  });
  const refusal = (work: PromiseLike<unknown>): Promise<string> =>
    Promise.resolve(work).then(
      () => 'taken',
      (error: Error) => error.message,
    );

  it('gives back runs and sets as they were stored', async () => {
    const run = aRun({ state: 'withdrawn', subject: { kind: 'asset', id: 'a' }, receivedOn: '2027-03-01' });
    expect(await testsOn(server.db).add(run)).to.equal(true);
    expect(await testsOn(server.db).byId(run.id)).to.deep.equal(run);
    const stored = { id: server.newId(), areaId: town.area.id, sha256: sha256Of(CBT_1), storedAt: NOW, set: CBT_1 };
    expect([
      await criteriaOn(server.db).add(stored),
      await criteriaOn(server.db).add({ ...stored, id: server.newId() }),
    ]).to.deep.equal([true, false]);
    expect(await criteriaOn(server.db).byId(stored.id)).to.deep.equal(stored);
  });

  it('takes one passport under way for each group, whatever two people do at once', async () => {
    const added = await Promise.all([1, 2, 3].map(() => testsOn(server.db).add(aRun())));
    expect(added.filter(Boolean)).to.have.lengthOf(1);
    expect(await testsOn(server.db).add(aRun({ state: 'withdrawn' })), 'one that is over').to.equal(true);
  });

  it('refuses to change or remove criteria, marks, settlements and answers to gates', async () => {
    const run = aRun({ state: 'withdrawn' });
    await testsOn(server.db).add(run);
    const [id, at] = [server.newId(), NOW];
    await server.db('assessments').insert({
      id,
      test_id: run.id,
      scorer_id: personId,
      place: 1,
      interest: null,
      scores: '[]',
      submission: id,
      submitted_at: at,
    });
    await server.db('moderations').insert({
      id,
      test_id: run.id,
      criterion: 'NEED',
      from_marks: '[1,3]',
      mark: 2,
      reason: 'x',
      by: personId,
      kind: 'decided',
      at,
    });
    await server
      .db('gate_answers')
      .insert({ id, test_id: run.id, gate: 'G6', answer: 'yes', note: null, by: personId, at });
    for (const table of ['criteria_sets', 'assessments', 'moderations', 'gate_answers']) {
      expect(await refusal(server.db(table).update({ id: server.newId() })), table).to.include(`${table} never change`);
      expect(await refusal(server.db(table).delete()), table).to.include(`${table} never change`);
      expect(await server.db(table), table).not.to.be.empty;
    }
  });

  it('takes two sheets with marks for a test, one for each scorer, and settles a question once', async () => {
    const run = aRun({ state: 'withdrawn' });
    await testsOn(server.db).add(run);
    const others = await Promise.all(
      [1, 2].map(
        async (number) =>
          (
            await server.inOneTransaction((unit) =>
              server.people.personWith(unit, `scorer${number}@example.org`, 'S', 'test'),
            )
          ).id,
      ),
    );
    const sheet = (scorer: string | undefined, place: number | null) =>
      server.db('assessments').insert({
        id: server.newId(),
        test_id: run.id,
        scorer_id: scorer,
        place,
        interest: place === null ? 'My sister is in it.' : null,
        scores: '[]',
        submission: 's',
        submitted_at: NOW,
      });
    await sheet(personId, 1);
    expect(await refusal(sheet(personId, 2)), 'the same scorer').not.to.equal('taken');
    expect(await refusal(sheet(others[0], 1)), 'the same place').not.to.equal('taken');
    expect(await refusal(sheet(others[0], 3)), 'a third').not.to.equal('taken');
    expect(await refusal(sheet(others[0], null)), 'an interest').to.equal('taken');
    expect(await refusal(sheet(others[1], 2))).to.equal('taken');
    const settle = (kind: string) =>
      server.db('moderations').insert({
        id: server.newId(),
        test_id: run.id,
        criterion: 'BEN',
        from_marks: '[1,3]',
        mark: 2,
        reason: 'x',
        by: personId,
        kind,
        at: NOW,
      });
    for (const kind of ['proposed', 'proposed', 'agreed']) expect(await refusal(settle(kind))).to.equal('taken');
    expect(await refusal(settle('decided')), 'twice').not.to.equal('taken');
  });

  it('takes no result without an outcome', async () => {
    expect(
      await refusal(
        server.db('benefit_tests').insert({
          id: server.newId(),
          area_id: town.area.id,
          group_id: groupId,
          path: 'room',
          state: 'published',
          answers: '{}',
          channel: 'online',
          created_at: NOW,
          changed_at: NOW,
          version: 1,
        }),
      ),
    ).not.to.equal('taken');
  });
});
