import { readdirSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import sharp from 'sharp';
import { aPdf, pdfFile, upload, wordsOf, type SentFile } from '../groups/a-group.ts';
import { eachDatabase } from '../../support/databases.ts';
import { aTown, found, type Town } from '../../support/domain.ts';
import { aServer, type TestServer } from '../../support/server.ts';
import { aCast, aGroupOfTwo, PASSING, publishes, scores, seen, sends, theSheet, type Cast } from './a-test.ts';

eachDatabase('Evidence for a benefit test', (open) => {
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

  const files = (): string[] =>
    existsSync(join(server.config.dataDir, 'evidence')) ? readdirSync(join(server.config.dataDir, 'evidence')) : [];
  const add = (
    who: Parameters<typeof upload>[0],
    groupId: string,
    fields: Record<string, string>,
    file: SentFile | null = null,
    desk = '',
  ): Promise<Response> => upload(who, `${desk}/groups/${groupId}/passport/evidence`, fields, file);

  it('is a few lines, a photo or a paper, added while the answers are saved, and read by the scorers', async () => {
    const { lead, groupId } = await aGroupOfTwo(server);
    const way = await lead.post(`/groups/${groupId}/passport/answers`, {
      do: 'evidence_NEED',
      answer_NEED: 'Not lost.',
    });
    expect(way.headers.get('location')).to.equal(`/groups/${groupId}/passport/evidence/new?criterion=NEED`);
    expect((await add(lead, groupId, { criterion: 'NEED', words: 'Twelve names on a list.' })).status).to.equal(303);
    const photo = {
      name: 'list.jpg',
      type: 'image/jpeg',
      content: await sharp({ create: { width: 40, height: 30, channels: 3, background: '#335' } })
        .withExif({ IFD0: { Artist: 'Somebody private' } })
        .jpeg()
        .toBuffer(),
    };
    expect((await add(lead, groupId, { criterion: 'BEN', words: '' }, photo)).status).to.equal(303);
    expect((await add(lead, groupId, { criterion: 'DEL' }, pdfFile())).status).to.equal(303);
    expect(await wordsOf(lead.get(`/groups/${groupId}/passport/answers`)))
      .to.include('Not lost.')
      .and.include('Twelve names on a list.')
      .and.include('A photo, a few lines, or telling us by phone is fine. You do not need a report.');
    const testId = await sends(lead, groupId);
    const { evidence } = await seen(cast.first, testId);
    expect(evidence.map(({ number }) => number)).to.deep.equal([1, 2, 3]);
    const [words, picture] = evidence;
    const reply = await cast.first.get(`/desk/tests/${testId}/evidence/${picture?.id}/file`);
    expect([
      reply.status,
      reply.headers.get('content-disposition'),
      reply.headers.get('x-content-type-options'),
    ]).to.deep.equal([200, 'attachment; filename="evidence-2.jpg"', 'nosniff']);
    expect(Buffer.from(await reply.arrayBuffer()).includes('Somebody private')).to.equal(false);
    expect(
      (await cast.first.get(`/desk/tests/${testId}/evidence/${words?.id}/file`)).status,
      'there is no file',
    ).to.equal(404);
    expect((await lead.get(`/groups/${groupId}/passport/evidence/${picture?.id}/file`)).status).to.equal(200);
    expect(
      (await cast.first.post(`/desk/tests/${testId}/scores`, theSheet(PASSING, { evidence_NEED: found(words).id })))
        .status,
    ).to.equal(303);
    expect(
      (await add(lead, groupId, { criterion: 'NEED', words: 'Too late.' })).status,
      'what was sent stays',
    ).to.equal(409);
    expect((await lead.post(`/groups/${groupId}/passport/evidence/${picture?.id}/remove`)).status).to.equal(409);
  });

  it('is one, however often it is sent, and says what is wrong with it', async () => {
    const { lead, groupId } = await aGroupOfTwo(server);
    const before = files().length;
    const submission = '0190a5d2-0000-4000-8000-00000000000c';
    const replies = await Promise.all(
      [1, 2, 3].map(() => add(lead, groupId, { criterion: 'NEED', submission }, pdfFile())),
    );
    expect(replies.map(({ status }) => status)).to.deep.equal([303, 303, 303]);
    expect([
      files().length - before,
      (await server.benefitTests.passports.state(groupId)).evidence.length,
    ]).to.deep.equal([1, 1]);
    for (const [fields, file, says] of [
      [{ criterion: '', words: 'x' }, null, 'Choose the question that this is for.'],
      [{ criterion: 'GOV', words: 'x' }, null, 'Choose one of the questions.'],
      [{ criterion: 'NEED', words: '' }, null, 'Write a few lines, or choose a file, or both.'],
      [{ criterion: 'NEED', words: 'x'.repeat(2_001) }, null, 'Use up to 2,000 characters.'],
      [{ criterion: 'NEED' }, { name: 'a.pdf', type: 'application/pdf', content: '<html>' }, 'whatever its name says'],
    ] as const) {
      const reply = await add(lead, groupId, fields, file);
      expect([reply.status, (await wordsOf(reply)).includes(says)], says).to.deep.equal([400, true]);
    }
    for (let count = 0; count < 19; count++)
      expect((await add(lead, groupId, { criterion: 'NEED', words: `Line ${count}` })).status).to.equal(303);
    expect(await wordsOf(add(lead, groupId, { criterion: 'NEED', words: 'One more' }, pdfFile('another')))).to.include(
      'There are 20 pieces of evidence already.',
    );
    expect(files().length - before, 'nothing left on disk').to.equal(1);
  });

  it('is taken out with its file, unless an earlier test rests on it', async () => {
    const { lead, groupId } = await aGroupOfTwo(server);
    await add(lead, groupId, { criterion: 'NEED' }, { name: 'a.pdf', type: 'application/pdf', content: aPdf('first') });
    await add(lead, groupId, { criterion: 'BEN' }, { name: 'b.pdf', type: 'application/pdf', content: aPdf('second') });
    const before = files().length;
    const evidence = (await server.benefitTests.passports.state(groupId)).evidence;
    expect((await lead.post(`/groups/${groupId}/passport/evidence/${evidence[1]?.id}/remove`)).status).to.equal(303);
    expect((await lead.post(`/groups/${groupId}/passport/evidence/${evidence[1]?.id}/remove`)).status).to.equal(409);
    expect(before - files().length).to.equal(1);
    const testId = await sends(lead, groupId);
    for (const scorer of [cast.first, cast.second]) await scores(scorer, testId, 'NEED2 BEN2 INC1 USE3 DEL2');
    await publishes(cast.broker, testId);
    await lead.post(`/groups/${groupId}/passport/answers`, { do: 'save', answer_NEED: 'Better.' });
    const copied = (await server.benefitTests.passports.state(groupId)).evidence;
    expect(copied.map(({ number }) => number)).to.deep.equal([1]);
    await lead.post(`/groups/${groupId}/passport/evidence/${copied[0]?.id}/remove`);
    expect(before - files().length, 'the first test keeps its own').to.equal(1);
    const kept = (await seen(cast.first, testId)).evidence[0];
    expect((await cast.first.get(`/desk/tests/${testId}/evidence/${kept?.id}/file`)).status).to.equal(200);
  });

  it('is written down by an officer for somebody who tells it on the telephone', async () => {
    const { groupId } = await aGroupOfTwo(server);
    expect(await wordsOf(cast.broker.get(`/desk/groups/${groupId}/passport/evidence/new`))).to.include(
      'What somebody tells you counts as much as paper',
    );
    expect(
      (
        await add(
          cast.broker,
          groupId,
          { criterion: 'NEED', words: 'The stroke nurse told me of a waiting list.' },
          null,
          '/desk',
        )
      ).status,
    ).to.equal(303);
    expect((await server.benefitTests.passports.state(groupId)).evidence.map(({ words }) => words)).to.deep.equal([
      'The stroke nurse told me of a waiting list.',
    ]);
  });

  it('of one group is not opened by another, nor under another test', async () => {
    const [one, other] = [await aGroupOfTwo(server), await aGroupOfTwo(server)];
    await add(one.lead, one.groupId, { criterion: 'NEED' }, pdfFile());
    const testId = await sends(one.lead, one.groupId);
    const otherTest = await sends(other.lead, other.groupId);
    const id = (await seen(cast.first, testId)).evidence[0]?.id;
    expect((await other.lead.get(`/groups/${other.groupId}/passport/evidence/${id}/file`)).status).to.equal(404);
    expect((await other.lead.get(`/groups/${one.groupId}/passport/evidence/${id}/file`)).status).to.equal(404);
    expect((await cast.first.get(`/desk/tests/${otherTest}/evidence/${id}/file`)).status).to.equal(404);
    expect(
      (
        await fetch(`${server.url}/groups/${one.groupId}/passport/evidence/${id}/file`, {
          headers: { Accept: 'application/json' },
        })
      ).status,
    ).to.equal(401);
  });
});
