import { expect } from 'chai';
import { CBT_1 } from '../../../src/groups/benefit-test/cbt-1-table.ts';
import { adoptCriteria } from '../../../src/groups/benefit-test/criteria-cli.ts';
import { sha256Of } from '../../../src/groups/benefit-test/criteria-reading.ts';
import { wordsOf } from '../groups/a-group.ts';
import { aVisitor } from '../../ground/people/visitor.ts';
import { eachDatabase } from '../../support/databases.ts';
import { aTown, type Town } from '../../support/domain.ts';
import { command } from '../../support/command-line.ts';
import { aServer, type TestServer } from '../../support/server.ts';
import { aFile } from '../../support/temp-files.ts';
import { aCast, aGroupOfTwo, publishes, scores, seen, sends, type Cast } from './a-test.ts';

/** A version with another pass mark for rooms. */
const stricter = (version: string, more: object = {}) => ({
  ...structuredClone(CBT_1),
  version,
  adopted_by: 'Cabinet',
  minute_ref: null,
  paths: { ...structuredClone(CBT_1.paths), room: { ...structuredClone(CBT_1.paths.room), pass_mark: 95 } },
  ...more,
});

eachDatabase('Criteria that an area adopts', (open) => {
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
  beforeEach(async () => void (await server.db('rate_limits').delete()));
  after(async () => {
    expect(server.errors).to.deep.equal([]);
    await server.stop();
  });

  const read = async (path: string): Promise<string> => wordsOf(aVisitor(server.url).get(path));
  const refusal = (given: unknown, minute = 'C12/27', more: object = {}): Promise<string> =>
    server.benefitTests.criteria.adopt(town.area, given, { minute, ...more }, 'system').then(
      () => 'adopted',
      (error: Error) => error.message,
    );

  it('are a proposal until members adopt some, which the page for everybody says', async () => {
    const page = await read('/how-decisions-are-made');
    expect(page)
      .to.include('How decisions are made')
      .and.include('No council has adopted it yet')
      .and.include('Counts 30 of 100')
      .and.include('Slot free every one of the last 8 weeks')
      .and.include('50.0%')
      .and.include(sha256Of(CBT_1));
    expect(await read('/how-decisions-are-made?path=building'))
      .to.include('60.0%')
      .and.include('Breaks even for 12 months on stated guesses, rates dealt with')
      .and.include('G4: Safe enough to use as planned?');
    expect(await read('/how-decisions-are-made?path=land')).to.include('Measured gain for nature, waste or energy');
    expect(await read('/')).to.include('href="/how-decisions-are-made"');
    const { criteria, sha256, versions } = (await (
      await server.get('/api/criteria')
    ).body) as { criteria: unknown; sha256: string; versions: { is: string }[] };
    expect([criteria, sha256, versions.map(({ is }) => is)]).to.deep.equal([CBT_1, sha256Of(CBT_1), ['in_force']]);
    for (const path of [
      '/how-decisions-are-made?area=nowhere',
      '/how-decisions-are-made?version=cbt-9',
      '/api/criteria?version=cbt-9',
    ])
      expect((await server.get(path)).status, path).to.equal(404);
    expect(await server.db('criteria_sets'), 'reading stores nothing').to.deep.equal([]);
  });

  it('can be tried with marks of one’s own, by address, without storing anything', async () => {
    const marks = 'mark_NEED=4&mark_BEN=4&mark_INC=3&mark_USE=4&mark_DEL=3';
    expect(await read(`/how-decisions-are-made/try?path=room&${marks}`))
      .to.include('It has 360 of 400 points, which is 90.0%.')
      .and.match(/name="mark_BEN" value="4" checked/);
    expect(await read('/how-decisions-are-made/try?path=room&mark_NEED=4')).to.include('1 of 5 questions have a mark.');
    expect(await read(`/how-decisions-are-made/try?path=room&${marks.replace('mark_BEN=4', 'mark_BEN=1')}`))
      .to.include('has the mark 1, and needs 2 at least.')
      .and.include('What would have changed this');
    for (const wrong of [
      'mark_NEED=9',
      'mark_NEED=x',
      'mark_NEED=1&mark_NEED=2',
      'mark_GOV=2',
      'mark_=1',
      `mark_NEED=${'9'.repeat(5_000)}`,
    ])
      expect((await server.get(`/how-decisions-are-made/try?path=room&${wrong}`)).status, wrong).to.equal(200);
    expect(await read('/how-decisions-are-made/try?path=room&mark_NEED=9')).to.include('Choose a mark from 0 to 4.');
    // Worked case A, and A2: a funded scheme starts on the verge.
    const verge = 'NEED3 BEN3 INC3 SUP3 USE4 DEL3 FIN3 GOV2 ENV4 EXIT3'
      .split(' ')
      .map((one) => `mark_${one.slice(0, -1)}=${one.at(-1)}`)
      .join('&');
    expect(await read(`/how-decisions-are-made/try?path=land&${verge}`))
      .to.include('316 of 400 points, 79.0%')
      .and.include('Passed');
    expect(await read(`/how-decisions-are-made/try?path=land&${verge.replace('mark_USE=4', 'mark_USE=0')}`))
      .to.include('268 of 400 points, 67.0%')
      .and.include('Nearly');
    const { body } = await server.get('/api/criteria/try?path=room&mark_NEED=4&mark_BEN=2');
    expect(body).to.include({ version: 'cbt-1', marked: 2, asked: 5, points: 140, possible: 400, result: null });
  });

  it('are refused with sentences when they could not work, come late, or take a name that is taken', async () => {
    expect(await refusal({ ...stricter('cbt-2'), languages: [] })).to.include('List at least one language.');
    expect(await refusal(stricter('cbt-2'), '')).to.include('--minute');
    expect(await refusal(stricter('cbt-2', { adopted_by: null }), 'C12/27', { from: '2027-06-01' })).to.include(
      'Say who adopted the set',
    );
    expect(await refusal(stricter('cbt-2', { valid_from: '2027-03-02' }))).to.include(
      'Let the set begin today or later',
    );
    expect(await refusal(stricter('cbt-1', { valid_from: '2027-06-01' }))).to.include(
      'give this one a name of its own',
    );
    expect(await server.db('criteria_sets').where({ version: 'cbt-2' })).to.deep.equal([]);
  });

  it('go from their day on, and never score an earlier case anew', async () => {
    const { lead, groupId } = await aGroupOfTwo(server);
    const testId = await sends(lead, groupId);
    const adopted = [1, 2].map(() =>
      server.benefitTests.criteria.adopt(
        town.area,
        stricter('cbt-2', { valid_from: '2027-03-10' }),
        { minute: 'C12/27' },
        'system',
      ),
    );
    expect(new Set((await Promise.all(adopted)).map(({ id }) => id)).size, 'twice is once').to.equal(1);
    for (const scorer of [cast.first, cast.second]) await scores(scorer, testId);
    expect(await publishes(cast.broker, testId)).to.deep.equal({ outcome: 'pass' });
    expect((await seen(cast.broker, testId)).result?.version).to.equal('cbt-1');
    const then = await aServer(databaseUrl, { now: '2027-03-10T09:00:00Z' });
    const later = await aGroupOfTwo(then);
    const laterTest = await sends(later.lead, later.groupId);
    const people = await aCast(then, town);
    for (const scorer of [people.first, people.second]) await scores(scorer, laterTest);
    expect(await publishes(people.broker, laterTest), '90 of 95').to.deep.equal({ outcome: 'nearly' });
    expect((await seen(people.broker, laterTest)).result?.version).to.equal('cbt-2');
    expect(
      (await then.benefitTests.passports.passportOf(groupId, '2027-03-10')).state,
      'the earlier pass stays',
    ).to.equal('passed');
    const page = await wordsOf(aVisitor(then.url).get('/how-decisions-are-made'));
    expect(page)
      .to.include('Adopted by Cabinet (C12/27). From 10 March 2027')
      .and.include('From 1 January 2026 until 9 March 2027');
    expect(await wordsOf(aVisitor(then.url).get('/how-decisions-are-made?version=cbt-1'))).to.include(
      'This version is no longer in force',
    );
    await then.stop();
    expect(await read('/how-decisions-are-made?version=cbt-2')).to.include('This version is coming');
    expect(
      (await server.db('facts').where({ kind: 'criteria_set_adopted' })).map(({ public_text: text }) => text),
    ).to.deep.equal([
      'Version cbt-2 of the community benefit test was adopted by Cabinet (C12/27). It goes from 2027-03-10 on.',
    ]);
  });

  it('come from the command line', async () => {
    const shown = await command(databaseUrl, 'criteria', 'show', '--area', 'testborough', '--version', 'cbt-1');
    const set: unknown = JSON.parse(shown.output.slice(shown.output.indexOf('{')));
    expect(set).to.deep.equal(CBT_1);
    const file = aFile('own.json', JSON.stringify({ ...CBT_1, version: 'own-1' }));
    const adopted = await command(
      databaseUrl,
      'criteria',
      'adopt',
      file,
      '--area',
      'testborough',
      '--minute',
      'C44/27',
      '--by',
      'Full Council',
      '--from',
      '2099-06-01',
    );
    expect([
      adopted.code,
      adopted.output.includes('Testborough has adopted own-1 (Full Council, C44/27). It goes from 2099-06-01 on'),
    ]).to.deep.equal([0, true]);
  }).timeout(120_000);

  it('are asked for again by the command line when something is missing or no set at all', async () => {
    const says = (...args: string[]): Promise<string> =>
      adoptCriteria({ criteria: server.benefitTests.criteria, areas: server.areas }, args).then(
        () => 'adopted',
        (error: Error) => error.message,
      );
    const file = aFile('own.json', JSON.stringify({ ...CBT_1, version: 'own-2' }));
    expect(await says()).to.include('Name the file with the criteria set');
    expect(await says(file)).to.include('--area SLUG');
    expect(await says(file, '--area', 'nowhere')).to.include('There is no area "nowhere"');
    expect(await says(file, '--area', 'testborough')).to.include('--minute REFERENCE');
    expect(await says(aFile('broken.json', '{'), '--area', 'testborough', '--minute', 'x')).to.include('is not JSON');
    expect(await says('/nowhere.json', '--area', 'testborough', '--minute', 'x')).to.include('could not read');
  });
});
