import { connect } from 'node:net';
import { expect } from 'chai';
import { endpointsOf } from '../../src/app.ts';
import { aScene, booked } from '../rooms/hires/a-hire.ts';
import { aDesk, someoneWith, type Desk, words } from '../front/desk/a-desk.ts';
import { aGroup, anOfficer, somebody } from '../groups/groups/a-group.ts';
import type { Visitor } from '../ground/people/visitor.ts';
import { aDatabase } from '../support/databases.ts';
import { anAsset, inTown } from '../support/domain.ts';

const GIGABYTE = 1024 ** 3;
/** How soon an upload that is far too large must be answered. */
const SOON_MS = 2_000;
const TYPE = 'multipart/form-data; boundary=b';

type Attack = { name: string; path: string; as: Visitor };

/** Every form that takes a file: a new one needs a line in `attacks`. */
describe('An upload', () => {
  let desk: Desk;
  let attacks: Attack[];
  let stranger: Visitor;
  before(async () => {
    desk = await aDesk(await aDatabase('SQLite'));
    const asset = await anAsset(desk.server, desk.town);
    const lead = await somebody(desk.server);
    const groupId = await aGroup(lead);
    const officer = await anOfficer(desk.server, desk.town);
    stranger = await somebody(desk.server, 'Sam Stranger');
    const scene = await aScene(desk.server, desk.town);
    const { booking } = await booked(desk.server, scene);
    const { lon, lat } = inTown(0.4, 0.4);
    const ask = {
      place: 'The verge in Mill Lane',
      kind: 'land',
      lon: String(lon),
      lat: String(lat),
      near: '',
      idea: '',
      group_name: '',
    };
    const enquiry = (await lead.post('/enquiries', ask)).headers.get('location') ?? '';
    const owner = await someoneWith(desk.server, 'owner@example.org', [
      ['owner_representative', 'owner', desk.town.owner.id],
    ]);
    const began = await lead.post('/proposals', { asset: asset.id, group: groupId }, { json: true });
    const proposal = ((await began.json()) as { id: string }).id;
    const { test_id: test } = await desk.server.db('proposals').where({ id: proposal }).first('test_id');
    const sent = { state: 'window', owner_id: desk.town.owner.id };
    await desk.server.db('proposals').where({ id: proposal }).update(sent);
    const building = await anAsset(desk.server, desk.town, { kind: 'building' });
    const wording = 'Let the neighbours use this building for a year.';
    const gathers = await lead.post('/petitions', { asset: building.id, group: groupId, wording }, { json: true });
    const petition = ((await gathers.json()) as { id: string }).id;
    await desk.server
      .db('petitions')
      .where({ id: petition })
      .update({ state: 'open', opened_on: '2027-03-01', closes_on: '2027-03-29' });
    attacks = [
      { name: 'POST /petitions/:id/sheets', path: `/petitions/${petition}/sheets`, as: officer },
      { name: 'POST /proposals/:id/sign-photo', path: `/proposals/${proposal}/sign-photo`, as: lead },
      { name: 'POST /proposals/:id/grounds', path: `/proposals/${proposal}/grounds`, as: owner },
      { name: 'POST /proposals/:id/prove-filed', path: `/proposals/${proposal}/prove-filed`, as: owner },
      { name: 'POST /case-tests/:id/evidence', path: `/case-tests/${test}/evidence`, as: lead },
      { name: 'POST /desk/case-tests/:id/evidence', path: `/desk/case-tests/${test}/evidence`, as: officer },
      { name: 'POST /enquiries/:id/photos', path: `${enquiry}/photos`, as: lead },
      { name: 'POST /groups/:id/documents', path: `/groups/${groupId}/documents`, as: lead },
      { name: 'POST /desk/groups/:id/documents', path: `/desk/groups/${groupId}/documents`, as: officer },
      { name: 'POST /groups/:id/passport/evidence', path: `/groups/${groupId}/passport/evidence`, as: lead },
      {
        name: 'POST /desk/groups/:id/passport/evidence',
        path: `/desk/groups/${groupId}/passport/evidence`,
        as: officer,
      },
      { name: 'POST /bookings/:id/deductions', path: `/bookings/${booking.id}/deductions`, as: scene.broker },
      { name: 'POST /desk/assets/:id/photos', path: `/desk/assets/${asset.id}/photos`, as: desk.broker },
      { name: 'POST /desk/spaces/:space/photos', path: `/desk/spaces/${scene.roomId}/photos`, as: desk.broker },
      { name: 'POST /desk/import', path: '/desk/import?area=testborough', as: desk.broker },
      { name: 'POST /desk/import-rooms', path: '/desk/import-rooms?area=testborough', as: desk.broker },
    ];
  });
  after(() => desk.server.stop());

  it('has its attacks here, wherever one can be made', () => {
    const taking = endpointsOf(desk.server, () => Promise.resolve())
      .filter(({ upload }) => upload)
      .map(({ method, path }) => `${method.toUpperCase()} ${path}`);
    expect(taking).to.have.members(attacks.map(({ name }) => name));
  });

  it('of a gigabyte is refused before it is read', async () => {
    for (const { name, path, as } of attacks) {
      const { status, ms } = await begun(as, path, [`Content-Length: ${GIGABYTE}`]);
      expect([name, status, ms < SOON_MS]).to.deep.equal([name, 413, true]);
    }
  });

  it('that does not say its size is refused before it is read', async () => {
    for (const { name, path, as } of attacks) {
      const { status, ms } = await begun(as, path, ['Transfer-Encoding: chunked']);
      expect([name, status, ms < SOON_MS]).to.deep.equal([name, 411, true]);
    }
  });

  it('by somebody who may not is refused first of all: its size is nobody else’s business', async () => {
    for (const { name, path } of attacks) {
      expect([name, (await begun(stranger, path, [`Content-Length: ${GIGABYTE}`])).status]).to.deep.equal([name, 404]);
      expect([
        name,
        (await begun({ ...stranger, cookie: () => '' }, path, [`Content-Length: ${GIGABYTE}`])).status,
      ]).to.deep.equal([name, 401]);
    }
  });

  const broken: [title: string, type: string, body: string][] = [
    [
      'that ends in the middle',
      TYPE,
      '--b\r\nContent-Disposition: form-data; name="file"; filename="a.pdf"\r\n\r\n%PDF-',
    ],
    ['without a boundary', 'multipart/form-data', 'nothing'],
    ['whose parts have no names', TYPE, '--b\r\nContent-Disposition: form-data\r\n\r\nx\r\n--b--\r\n'],
    [
      'with two files',
      TYPE,
      [
        '--b',
        'Content-Disposition: form-data; name="file"; filename="a.pdf"',
        '',
        'x',
        '--b',
        'Content-Disposition: form-data; name="file"; filename="b.pdf"',
        '',
        'y',
        '--b--',
        '',
      ].join('\r\n'),
    ],
  ];
  for (const [title, type, body] of broken) {
    it(`${title} is the sender’s mistake, in words`, async () => {
      for (const { name, path, as } of attacks) {
        const reply = await fetch(`${as.url}${path}`, {
          method: 'POST',
          body,
          redirect: 'manual',
          headers: { Cookie: as.cookie(), Accept: 'text/html', 'Content-Type': type },
        });
        expect([name, reply.status, /We could not read that form|Please check/.test(await words(reply))]).to.deep.equal(
          [name, 400, true],
        );
      }
      expect(desk.server.errors).to.deep.equal([]);
    });
  }
});

/** Starts an upload and waits for the answer without sending more than its beginning. */
function begun(
  { url, cookie }: Pick<Visitor, 'url' | 'cookie'>,
  path: string,
  headers: string[],
): Promise<{ status: number; ms: number }> {
  const start = Date.now();
  return new Promise((resolve, reject) => {
    const socket = connect(Number(new URL(url).port), '127.0.0.1', () => {
      socket.write(
        [
          `POST ${path} HTTP/1.1`,
          `Host: ${new URL(url).host}`,
          `Cookie: ${cookie()}`,
          'Accept: text/html',
          `Content-Type: ${TYPE}`,
          ...headers,
          '',
          '',
        ].join('\r\n'),
      );
    });
    socket.once('data', (data) => {
      resolve({ status: Number(/^HTTP\/1\.1 (\d+)/.exec(data.toString())?.[1]), ms: Date.now() - start });
      socket.destroy();
    });
    socket.once('error', reject);
  });
}
