import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import sharp from 'sharp';
import { eachDatabase } from '../../support/databases.ts';
import { aTown, type Town } from '../../support/domain.ts';
import { aServer, type TestServer } from '../../support/server.ts';
import { aVisitor, newestMail, type Visitor } from '../../ground/people/visitor.ts';
import {
  aGroup,
  anOfficer,
  aPaper,
  aPdf,
  joins,
  pdfFile,
  somebody,
  upload,
  type SentFile,
  wordsOf,
} from './a-group.ts';

type Person = Visitor & { email: string };
const INSURANCE = { kind: 'insurance', expires_on: '2027-12-31' };

eachDatabase('A group’s papers', (open) => {
  let server: TestServer;
  let town: Town;
  let lead: Person;
  let broker: Person;
  let groupId: string;

  before(async () => {
    server = await aServer(await open());
    town = await aTown(server);
    broker = await anOfficer(server, town);
  });
  beforeEach(async () => {
    lead = await somebody(server);
    groupId = await aGroup(lead);
  });
  after(async () => {
    expect(server.errors).to.deep.equal([]);
    await server.stop();
  });

  const add = (who: Visitor, file: SentFile | null, fields: Record<string, string> = INSURANCE): Promise<Response> =>
    upload(who, `/groups/${groupId}/documents`, fields, file);
  const kept = (): string[] => {
    try {
      return readdirSync(join(server.config.dataDir, 'documents'));
    } catch {
      return [];
    }
  };
  const check = (
    who: Visitor,
    id: string,
    fields: Record<string, string> = { outcome: 'accepted' },
  ): Promise<Response> => who.post(`/groups/${groupId}/documents/${id}/check`, fields);

  it('are added by the lead, checked once by a broker, and count from then on', async () => {
    const toCheck = async (): Promise<number> =>
      Number(/Papers to check: (\d+)/.exec(await wordsOf(broker.get('/desk?area=testborough')))?.[1]);
    const before = await toCheck();
    expect((await add(lead, pdfFile())).status).to.equal(303);
    expect(await toCheck(), 'on the desk').to.equal(before + 1);
    const list = await wordsOf(broker.get('/desk/groups?area=testborough'));
    const path = /href="(\/groups\/[^"]+\/documents\/[^"]+)"/.exec(list.slice(list.indexOf(groupId) - 30))?.[1] ?? '';
    expect(await wordsOf(broker.get(path))).to.include('Is the paper in order?');
    expect((await broker.post(`${path}/check`, { outcome: 'not_accepted' })).status, 'without a reason').to.equal(400);
    expect((await broker.post(`${path}/check`, { outcome: 'accepted' })).status).to.equal(303);
    expect(await toCheck(), 'on the desk').to.equal(before);
    expect(
      (await broker.post(`${path}/check`, { outcome: 'not_accepted', reason: 'Changed my mind' })).status,
      'twice',
    ).to.equal(409);
    expect((await newestMail(server, lead.email)).subject).to.equal(
      'Millfield Growers: insurance certificate accepted',
    );
    expect(await wordsOf(lead.get(`/groups/${groupId}`)))
      .to.include('Checked and accepted')
      .and.include('Bina Broker checked and accepted: insurance certificate.');
  });

  it('that are not accepted say why, and a new version takes their place', async () => {
    const first = await aPaper(lead, groupId);
    await check(broker, first, { outcome: 'not_accepted', reason: 'The second page is missing.' });
    expect((await newestMail(server, lead.email)).text).to.include('The second page is missing.');
    expect(await wordsOf(lead.get(`/groups/${groupId}/documents/${first}`))).to.include('The second page is missing.');
    const second = await aPaper(lead, groupId);
    expect((await check(broker, first)).status, 'the old version').to.equal(409);
    expect((await check(broker, second)).status).to.equal(303);
    const third = await aPaper(lead, groupId, { expires_on: '2028-12-31' });
    expect((await server.groups.state(groupId)).documents.map(({ id, state }) => [id, state])).to.have.deep.members([
      [second, 'accepted'],
      [third, 'waiting'],
    ]);
    await check(broker, third);
    expect((await server.groups.state(groupId)).documents.map(({ id, state }) => [id, state])).to.deep.equal([
      [third, 'accepted'],
    ]);
  });

  it('come back byte for byte as a download that runs nothing, under a name of ours', async () => {
    const id = await aPaper(lead, groupId);
    const reply = await lead.get(`/groups/${groupId}/documents/${id}/file`);
    expect(reply.status).to.equal(200);
    expect(
      Object.fromEntries(
        [
          'content-type',
          'content-disposition',
          'x-content-type-options',
          'content-security-policy',
          'cache-control',
        ].map((name) => [name, reply.headers.get(name)]),
      ),
    ).to.deep.equal({
      'content-type': 'application/pdf',
      'content-disposition': 'attachment; filename="insurance-2027-03-03.pdf"',
      'x-content-type-options': 'nosniff',
      'content-security-policy': "sandbox; default-src 'none'",
      'cache-control': 'private, no-store',
    });
    expect(Buffer.from(await reply.arrayBuffer()).equals(aPdf())).to.equal(true);
  });

  it('are opened by the lead, the deputy and the area’s officers alone; an officer’s look is on the record', async () => {
    const id = await aPaper(lead, groupId);
    const file = `/groups/${groupId}/documents/${id}/file`;
    const deputy = await joins(server, lead, groupId, 'group_deputy');
    const member = await joins(server, lead, groupId, 'group_member', 'Mia Member');
    const stranger = await somebody(server, 'Sam Stranger');
    const otherGroup = await aGroup(stranger, { name: 'Others' });
    for (const who of [lead, deputy, broker]) expect((await who.get(file)).status).to.equal(200);
    for (const who of [member, stranger])
      for (const path of [file, file.replace('/file', '')]) expect((await who.get(path)).status).to.equal(404);
    expect((await aVisitor(server.url).get(file)).headers.get('location')).to.match(/^\/sign-in/);
    expect(
      (await stranger.get(`/groups/${otherGroup}/documents/${id}/file`)).status,
      'by way of one’s own group',
    ).to.equal(404);
    expect(
      (await stranger.post(`/groups/${otherGroup}/documents/${id}/check`, { outcome: 'accepted' })).status,
    ).to.equal(404);
    const reads = await server.db('facts').where({ subject_id: groupId, kind: 'document_read' });
    expect(reads).to.have.lengthOf(1);
    expect(await wordsOf(lead.get(`/groups/${groupId}`))).to.include('Bina Broker opened: insurance certificate.');
  });

  it('are never checked by somebody in the group, nor by a broker of another area', async () => {
    const id = await aPaper(lead, groupId);
    await lead.post(`/groups/${groupId}/invitations`, { email: broker.email, role: 'group_member' });
    const involved = broker;
    await involved.post((await newestMail(server, involved.email)).link);
    expect((await check(involved, id)).status).to.equal(404);
    expect(await wordsOf(involved.get(`/groups/${groupId}/documents/${id}`))).not.to.include('Is the paper in order?');
    await involved.post(`/groups/${groupId}/leave`);
    const { area } = await aTown(server, {
      slug: `far-${groupId.slice(-6)}`,
      name: 'Far',
      southWestCorner: { lon: -3, lat: 54 },
    });
    const far = await anOfficer(server, { area });
    expect((await check(far, id)).status).to.equal(404);
    expect((await far.get(`/groups/${groupId}/documents/${id}/file`)).status).to.equal(404);
    expect((await far.get('/desk/groups?area=testborough')).status).to.equal(404);
    expect((await check(involved, id)).status, 'out of the group again').to.equal(303);
  });

  it('that are pictures are made anew: nothing hidden in them is kept', async () => {
    const exif = { IFD0: { Copyright: 'SECRET-PLACE' }, IFD3: { GPSLatitude: '53/1 28/1 0/1' } };
    for (const format of ['jpeg', 'png', 'webp'] as const) {
      const content = await sharp({ create: { width: 60, height: 40, channels: 3, background: '#fff' } })
        .withExif(exif)
        .toFormat(format)
        .toBuffer();
      expect(content.includes('SECRET-PLACE'), `${format} sent`).to.equal(true);
      const reply = await add(lead, {
        name: `photo.${format}`,
        type: `image/${format}`,
        content: Buffer.concat([content, Buffer.from('<script>alert(1)</script>')]),
      });
      expect(reply.status).to.equal(303);
      const { id } = (await server.groups.state(groupId)).documents.find(({ state }) => state === 'waiting') ?? {
        id: '',
      };
      const back = Buffer.from(await (await lead.get(`/groups/${groupId}/documents/${id}/file`)).arrayBuffer());
      expect((await sharp(back).metadata()).format).to.equal(format);
      for (const hidden of ['SECRET-PLACE', '<script>'])
        expect(back.includes(hidden), `${format} ${hidden}`).to.equal(false);
    }
  });

  const svg = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>';
  const zip = Buffer.from('504b0304140000000000000021000000000000000000000000000100000061', 'hex');
  const refused: [title: string, file: SentFile][] = [
    ['an SVG with a script', { name: 'logo.svg', type: 'image/svg+xml', content: svg }],
    ['an SVG that says it is a PNG', { name: 'logo.png', type: 'image/png', content: svg }],
    [
      'HTML renamed to .pdf',
      { name: 'paper.pdf', type: 'application/pdf', content: '<!doctype html><script>alert(1)</script>' },
    ],
    [
      'HTML with a PDF behind it',
      {
        name: 'paper.pdf',
        type: 'application/pdf',
        content: Buffer.concat([Buffer.from('<html><script>alert(1)</script>'), aPdf()]),
      },
    ],
    [
      'a PDF’s first line and nothing else',
      { name: 'paper.pdf', type: 'application/pdf', content: '%PDF-1.4\n<script>alert(1)</script>' },
    ],
    ['a zip', { name: 'papers.zip', type: 'application/zip', content: zip }],
    ['a zip renamed to .pdf', { name: 'papers.pdf', type: 'application/pdf', content: zip }],
    ['a GIF', { name: 'a.gif', type: 'image/gif', content: Buffer.from('R0lGODlhAQABAAAAACw=', 'base64') }],
    [
      'a picture that is damaged',
      {
        name: 'a.png',
        type: 'image/png',
        content: Buffer.from('89504e470d0a1a0a0000000d49484452ffffffffffffffff', 'hex'),
      },
    ],
    [
      'a program',
      { name: 'a.pdf', type: 'application/pdf', content: Buffer.from('4d5a90000300000004000000ffff0000', 'hex') },
    ],
    ['an empty file', { name: 'empty.pdf', type: 'application/pdf', content: '' }],
  ];
  for (const [title, file] of refused) {
    it(`are not ${title}`, async () => {
      const before = kept();
      const reply = await add(lead, file);
      expect(reply.status).to.equal(400);
      expect(await wordsOf(reply)).to.match(/href="#field-file">(Choose|We could not open)/);
      expect(kept()).to.deep.equal(before);
    });
  }

  it('never take a name from their sender', async () => {
    const before = new Set(kept());
    for (const name of [
      '../../../../tmp/pwned.pdf',
      '..\\..\\pwned.pdf',
      '/etc/cron.d/pwned',
      'pwned%00.pdf',
      'con.pdf',
      '<script>.pdf',
    ]) {
      expect((await add(lead, { ...pdfFile(), name })).status, name).to.equal(303);
    }
    const added = kept().filter((name) => !before.has(name));
    expect(added).to.have.lengthOf(6);
    for (const name of added) expect(name).to.match(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
    expect(JSON.stringify(await server.db('group_documents'))).not.to.include('pwned');
  });

  it('must say until when an insurance is good, and be good still', async () => {
    const wrong: [Record<string, string>, string][] = [
      [{ kind: 'insurance', expires_on: '' }, 'Enter the last day of the insurance'],
      [{ kind: 'insurance', expires_on: '2027-03-02' }, 'This paper has run out already'],
      [{ kind: 'insurance', expires_on: '2027-02-30' }, 'Enter the day as on the paper'],
      [{ kind: 'passport', expires_on: '' }, 'Choose what sort of paper it is'],
    ];
    for (const [fields, words] of wrong) {
      const reply = await add(lead, pdfFile(), fields);
      expect([reply.status, (await wordsOf(reply)).includes(words)], words).to.deep.equal([400, true]);
    }
    expect((await add(lead, pdfFile(), { kind: 'rules', expires_on: '' })).status).to.equal(303);
    expect(
      (await add(lead, pdfFile(), { kind: 'insurance', expires_on: '2027-03-03' })).status,
      'on its last day',
    ).to.equal(303);
    expect((await add(lead, null)).status).to.equal(400);
  });

  it('of more than 15 MB are refused in words; one a little below is taken', async () => {
    const large = (bytes: number): SentFile => ({
      ...pdfFile(),
      content: Buffer.concat([aPdf().subarray(0, 9), Buffer.alloc(bytes - 200, 32), aPdf()]),
    });
    const refusedReply = await add(lead, large(15 * 1024 ** 2 + 1_000));
    expect(refusedReply.status).to.equal(413);
    expect(await refusedReply.text()).to.include('Choose a file of up to 15 MB');
    expect((await add(lead, large(14 * 1024 ** 2))).status).to.equal(303);
  });

  it('of two at once leave one that waits', async () => {
    const ids = await Promise.all([1, 2, 3].map(() => aPaper(lead, groupId)));
    const waiting = (await server.groups.state(groupId)).documents;
    expect(waiting).to.have.lengthOf(1);
    expect(ids).to.include(waiting[0]?.id);
    const replies = await Promise.all([1, 2].map(() => check(broker, waiting[0]?.id ?? '')));
    expect(replies.map(({ status }) => status).toSorted()).to.deep.equal([303, 409]);
  });

  it('lie on disk for nobody else to read', async () => {
    await aPaper(lead, groupId);
    const [name = ''] = kept();
    const { mode } = statSync(join(server.config.dataDir, 'documents', name));
    expect(mode & 0o077).to.equal(0);
    expect(readFileSync(join(server.config.dataDir, 'documents', name)).length).to.be.above(0);
    for (const path of [
      `/documents/${name}`,
      `/public/../documents/${name}`,
      `/groups/${groupId}/documents/..%2f..%2f${name}/file`,
    ])
      expect((await lead.get(path)).status, path).to.be.oneOf([400, 404]);
  });
});
