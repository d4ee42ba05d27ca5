import { expect } from 'chai';
import sharp from 'sharp';
import type { Asset } from '../../../src/register/assets/asset-contract.ts';
import { anAsset, found } from '../../support/domain.ts';
import { eachDatabase } from '../../support/databases.ts';
import { aDesk, type Desk, sendFile, words } from './a-desk.ts';

const ALT = { alt: 'A brick depot with boarded windows' };
const picture = () => sharp({ create: { width: 900, height: 600, channels: 3, background: '#886644' } });
/** What a telephone writes into a photo: who made it, and where. */
const withPlace = (): Promise<Buffer> =>
  picture()
    .withExif({
      IFD0: { Make: 'Telephone', Copyright: 'Ann' },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '53/1 24/1 30/1', GPSLongitudeRef: 'W', GPSLongitude: '2/1 18/1 0/1' },
    })
    .jpeg()
    .toBuffer();

eachDatabase('Photos of a place', (open) => {
  let desk: Desk;
  let asset: Asset;
  before(async () => {
    desk = await aDesk(await open());
  });
  beforeEach(async () => {
    asset = await anAsset(desk.server, desk.town);
  });
  after(() => desk.server.stop());

  const path = (): string => `/desk/assets/${asset.id}/photos`;
  const send = (
    content: Buffer | string,
    name = 'photo.jpg',
    fields: Record<string, string> = ALT,
  ): Promise<Response> => sendFile(desk.broker, path(), 'photo', { name, content }, fields);
  const shown = async () => (await desk.server.assets.show(asset.id)).photos;

  it('are made anew, so that neither place nor camera is in what is served', async () => {
    const sent = await withPlace();
    expect((await sharp(sent).metadata()).exif?.includes('Telephone')).to.equal(true);
    expect((await send(sent)).headers.get('location')).to.equal(`/desk/assets/${asset.id}?done=photo#photos`);
    const [photo] = await shown();
    expect(photo).to.deep.include({ alt: ALT.alt, credit: null, width: 900, height: 600 });
    for (const address of [`/photos/${photo?.id}/1200.webp`, `${path()}/${photo?.id}/480.webp`]) {
      const served = Buffer.from(await (await desk.broker.get(address)).arrayBuffer());
      const { format, exif, xmp, iptc } = await sharp(served).metadata();
      expect([format, exif, xmp, iptc]).to.deep.equal(['webp', undefined, undefined, undefined]);
      expect(served.includes('Telephone') || served.includes('GPS') || served.includes('EXIF')).to.equal(false);
    }
  });

  it('are taken as PNG, WebP and AVIF too', async () => {
    for (const content of [
      await picture().png().toBuffer(),
      await picture().webp().toBuffer(),
      await picture().avif().toBuffer(),
    ])
      expect((await send(content)).status).to.equal(303);
    expect(await shown()).to.have.lengthOf(3);
  });

  const refused: [
    title: string,
    content: () => Promise<Buffer | string> | string,
    name: string,
    status: number,
    says: string,
  ][] = [
    [
      'a drawing with a script in it',
      () => '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
      'photo.jpg',
      400,
      'drawings (SVG) among them',
    ],
    ['a page that calls itself a photo', () => '<!doctype html><p>hello', 'photo.png', 400, 'JPEG, PNG, WebP or AVIF'],
    ['a moving picture', () => 'GIF89a\x01\x00\x01\x00', 'photo.gif', 400, 'JPEG, PNG, WebP or AVIF'],
    [
      'half a photo',
      async () => (await withPlace()).subarray(0, 300),
      'photo.jpg',
      400,
      'We could not read this picture',
    ],
    [
      'a photo of 16 MB',
      () => Promise.resolve(Buffer.alloc(16 * 1024 * 1024, 1)),
      'photo.jpg',
      413,
      'Choose a file of up to 15 MB',
    ],
    ['nothing', () => '', 'photo.jpg', 400, 'Choose a photo'],
  ];
  for (const [title, content, name, status, says] of refused) {
    it(`are not ${title}`, async () => {
      const reply = await send(await content(), name);
      expect([reply.status, (await words(reply)).includes(says)]).to.deep.equal([status, true]);
      expect(await shown()).to.deep.equal([]);
    });
  }

  it('need words for those who cannot see them; what was typed stays', async () => {
    const reply = await send(await withPlace(), 'photo.jpg', { alt: ' ', credit: 'Ann Photographer' });
    const page = await words(reply);
    expect([
      reply.status,
      page.includes('for people who cannot see it'),
      page.includes('value="Ann Photographer"'),
    ]).to.deep.equal([400, true, true]);
  });

  it('change their order and words, and go away with their files', async () => {
    for (const alt of ['First picture', 'Second picture', 'Third picture'])
      await send(await picture().jpeg().toBuffer(), 'a.jpg', { alt });
    const ids = (await shown()).map(({ id }) => id);
    await desk.broker.post(`${path()}/${ids[2]}/move`, { direction: 'earlier' });
    await desk.broker.post(`${path()}/${ids[0]}/move`, { direction: 'earlier' });
    expect((await shown()).map(({ alt }) => alt)).to.deep.equal(['First picture', 'Third picture', 'Second picture']);
    await desk.broker.post(`${path()}/${ids[1]}/words`, { alt: 'Another picture', credit: 'Ann' });
    await desk.broker.post(`${path()}/${ids[0]}/remove`);
    expect((await shown()).map(({ alt, credit }) => [alt, credit])).to.deep.equal([
      ['Third picture', null],
      ['Another picture', 'Ann'],
    ]);
    expect((await desk.broker.get(`/photos/${ids[0]}/480.webp`)).status).to.equal(404);
    expect(
      (await desk.server.db('facts').where({ subject_id: asset.id }).orderBy('seq').pluck('kind')).slice(4),
    ).to.deep.equal(['photos_ordered', 'photos_ordered', 'photo_described', 'photo_removed']);
  });

  it('of a hidden building are for officers alone, and of another place for neither', async () => {
    const hidden = await anAsset(desk.server, desk.town, { kind: 'building' });
    await sendFile(
      desk.broker,
      `/desk/assets/${hidden.id}/photos`,
      'photo',
      { name: 'a.jpg', content: await withPlace() },
      ALT,
    );
    const id = String(found(await desk.server.db('asset_photos').where({ asset_id: hidden.id }).pluck('id'))[0]);
    expect((await desk.broker.get(`/photos/${id}/480.webp`)).status).to.equal(404);
    expect((await desk.broker.get(`/desk/assets/${hidden.id}/photos/${id}/480.webp`)).status).to.equal(200);
    expect((await desk.broker.get(`/desk/assets/${asset.id}/photos/${id}/480.webp`)).status).to.equal(404);
    expect((await desk.broker.post(`/desk/assets/${asset.id}/photos/${id}/remove`)).status).to.equal(404);
  });
});
