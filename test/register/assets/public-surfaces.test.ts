import { expect } from 'chai';
import sharp from 'sharp';
import type { Asset } from '../../../src/register/assets/asset-contract.ts';
import { eachDatabase } from '../../support/databases.ts';
import {
  aBox,
  anAsset,
  aTown,
  changeAssets,
  inTown,
  writing,
  type AssetDetails,
  type Town,
} from '../../support/domain.ts';
import { aServer, someServices, TODAY, type TestServer } from '../../support/server.ts';

/** Where the places of this test are: each visible one stands next to a hidden one, so that "nearby" is walked too. */
const HIDDEN_AT = inTown(0.14159, 0.61803);
const FLOOR_M2 = 1234;

/** Addresses at which anybody may learn something about an asset. */
const SURFACES = (id: string): string[] => [
  '/',
  '/assets',
  '/assets?limit=100',
  '/assets?area=testborough&near=ZZ1&km=50',
  '/assets?kind=building&q=vacant',
  `/assets/${id}`,
  '/api/areas',
  '/api/areas/testborough/outline',
  '/api/assets?limit=100',
  '/api/assets?near=ZZ1&sort=distance&limit=100',
  `/api/assets/${id}`,
  '/api/assets/map?zoom=10',
  '/api/assets/map?zoom=22',
  `/api/assets/map?zoom=18&view=${[HIDDEN_AT.lon - 0.002, HIDDEN_AT.lat - 0.002, HIDDEN_AT.lon + 0.002, HIDDEN_AT.lat + 0.002].join(',')}`,
  '/api/assets.csv',
  '/api/assets.geojson',
  '/api/openapi.json',
  '/ogc',
  '/ogc/collections',
  '/ogc/collections/assets',
  '/ogc/collections/assets/items?limit=1000',
  '/ogc/collections/assets/items?f=html',
  `/ogc/collections/assets/items/${id}`,
  '/assets.atom',
  `/assets/${id}/feed.atom`,
  '/sitemap.xml',
  '/sitemap/places/first.xml',
  '/sitemap/rooms/first.xml',
  '/api/spaces/search',
  '/spaces',
  '/robots.txt',
  '/embed',
  '/open-data',
];

/** Surfaces that name assets: here the words of an open place must turn up, or the walk would prove nothing. */
const NAMING = (id: string): string[] => [
  '/assets?limit=100',
  `/assets/${id}`,
  '/api/assets?limit=100',
  '/api/assets.csv',
  '/api/assets.geojson',
  '/ogc/collections/assets/items?limit=1000',
  '/assets.atom',
  '/embed',
];

eachDatabase('What the public may know', (open) => {
  let server: TestServer;
  let town: Town;
  let url: string;
  const places = new Map<string, Asset>();
  const id = (tag: string): string => places.get(tag)?.id ?? 'missing';

  before(async () => {
    url = await open();
    server = await aServer(url);
    town = await aTown(server);
    for (const [tag, details] of Object.entries(KINDS)) {
      const asset = await anAsset(server, town, { ...tellTale(tag), ...details });
      places.set(tag, asset);
      await aPhoto(server, town, asset);
    }
    // A history with private words in it: the name changes, and before that the state did.
    for (const [tag, asset] of places) {
      await changeAssets(server, town, [{ before: asset, fields: { description: `${tag}newdescription` } }]);
    }
  });
  after(() => server.stop());

  for (const tag of ['vacantone', 'ranout', 'askedfor']) {
    describe(`about a hidden building (${tag})`, () => {
      it('holds no private value on any page, list, map, file or feed', async () => {
        for (const path of SURFACES(id(tag))) {
          const { text, status } = await server.get(path).buffer(true);
          expect(status, path).to.equal(200);
          expect(tellTalesIn(tag, text), path).to.deep.equal([]);
        }
      });

      it('finds nothing when its private words are searched for', async () => {
        for (const word of wordsOf(tag)) {
          const { body } = await server.get('/api/assets').query({ q: word }).expect(200);
          expect(body.total, word).to.equal(0);
        }
      });

      it('finds nothing at its true place or of its true size', async () => {
        const around = [
          HIDDEN_AT.lon - 0.0002,
          HIDDEN_AT.lat - 0.0002,
          HIDDEN_AT.lon + 0.0002,
          HIDDEN_AT.lat + 0.0002,
        ].join(',');
        for (const query of [{ bbox: around }, { min_m2: FLOOR_M2, max_m2: FLOOR_M2 }]) {
          const { body } = await server
            .get('/api/assets')
            .query({ kind: 'building', limit: 100, ...query })
            .expect(200);
          expect(body.items.map((item: { id: string }) => item.id)).not.to.include(id(tag));
        }
      });

      it('shows no photo of it', async () => {
        await server.get(`/photos/${photoOf(tag)}/480.webp`).expect(404);
      });

      it('says in its history only years and neutral words', async () => {
        const { text } = await server.get(`/assets/${id(tag)}/feed.atom`).expect(200);
        expect(text)
          .to.match(/Details changed\./)
          .and.not.match(/newdescription|Added by a test/);
        expect((await server.assets.history(await server.assets.show(id(tag)))).map(({ on }) => on)).to.deep.equal([
          '2027',
          '2027',
        ]);
      });
    });
  }

  for (const tag of ['released', 'landplot', 'inuse']) {
    describe(`about an open place (${tag})`, () => {
      it('names it everywhere', async () => {
        for (const path of NAMING(id(tag))) {
          const { text } = await server.get(path).buffer(true).expect(200);
          expect(text, path).to.include(`${tag}name`);
        }
      });

      it('finds it by its words', async () => {
        for (const word of [`${tag}name`, `${tag}street`, `${tag}newdescription`]) {
          const { body } = await server.get('/api/assets').query({ q: word }).expect(200);
          expect(
            body.items.map((item: { id: string }) => item.id),
            word,
          ).to.deep.equal([id(tag)]);
        }
      });

      it('shows its photo, without what the camera wrote into it', async () => {
        const { body } = await server
          .get(`/photos/${photoOf(tag)}/480.webp`)
          .buffer(true)
          .expect(200)
          .expect('Content-Type', /image\/webp/);
        expect((await sharp(body).metadata()).exif).to.equal(undefined);
      });
    });
  }

  describe('in the end', () => {
    it('a building is hidden again, once its release has run out and the register has looked', async () => {
      const later = await someServices(url, { now: '2028-06-01T09:00:00Z' });
      const [areas, owners] = [await later.areas.all(), await later.areas.owners()];
      await later.inOneTransaction(({ trx }) => later.register.republish(trx, areas, owners));
      await later.sync.refresh();
      expect((await later.assets.show(id('released'))).redacted).to.equal(true);
      expect((await later.assets.list({ q: 'releasedname' })).totals.count).to.equal(0);
      await later.stop();
    });

    it('nothing of this went wrong on the server', () => {
      expect(server.errors).to.deep.equal([]);
    });
  });
});

const KINDS: Record<string, AssetDetails> = {
  vacantone: { kind: 'building', state: 'vacant' },
  ranout: {
    kind: 'building',
    state: 'vacant',
    release: { reason: 'ranoutreason', by: 'ranoutofficer', on: '2026-03-01', reviewOn: TODAY },
  },
  askedfor: { kind: 'building', state: 'asked_for' },
  released: {
    kind: 'building',
    state: 'vacant',
    release: { reason: 'releasedreason', by: 'releasedofficer', on: '2027-01-01', reviewOn: '2028-01-01' },
  },
  landplot: { kind: 'land', state: 'vacant' },
  inuse: { kind: 'building', state: 'in_use' },
};
const HIDDEN = new Set(['vacantone', 'ranout', 'askedfor']);

/** An asset that carries a mark of its own in every field that may be private. */
function tellTale(tag: string): AssetDetails {
  const hidden = HIDDEN.has(tag);
  const point = hidden ? HIDDEN_AT : inTown(0.2, 0.7);
  return {
    code: `${tag}code`,
    name: `${tag}name`,
    site: `${tag}site`,
    description: `${tag}description`,
    point,
    shape: aBox(point, 0.000321, 0.000123),
    identifiers: [
      { scheme: 'uprn', value: hidden ? '100099887766' : '100011112222' },
      { scheme: 'title_number', value: `${tag}title` },
    ],
    address: {
      number: hidden ? '4747' : '5',
      street: `${tag}street`,
      town: `${tag}town`,
      postcode: hidden ? 'ZZ1 4AA' : 'ZZ1 3AA',
    },
    floorAreaM2: hidden ? FLOOR_M2 : 900,
    landAreaM2: hidden ? 98_765 : 4_000,
    ownershipSource: `${tag}ownership`,
    tenureNote: `${tag}tenure`,
    functionLabel: `${tag}function`,
    purpose: `${tag}purpose`,
    stateSince: hidden ? '2025-11-19' : '2024-05-05',
    stateNote: `${tag}statenote`,
    plannedUse: { text: `${tag}plan`, from: '2029-05-17' },
    lastCheck: { on: '2027-02-14', by: `${tag}checker`, source: `${tag}source` },
    features: [`${tag}feature`],
    hazards: [`${tag}alarm`],
    evidence: [{ text: `${tag}evidence`, source: `${tag}paper`, on: '2026-10-10' }],
    routes: [{ route: 'meanwhile_use', reason: `${tag}reason` }],
    constraints: [{ kind: 'asbestos', note: `${tag}note` }],
    costs: [{ label: `${tag}cost`, annualPence: hidden ? 42_424_200 : 51_515_100, source: `${tag}ledger` }],
  };
}

/** Marks of a hidden building that a text gives away. Other ids are left out first: their digits are chance. */
function tellTalesIn(tag: string, text: string): string[] {
  const plain = text.replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|M-[0-9A-F]{12}/g, (found) =>
    found === photoOf(tag) ? `${tag}photo` : '',
  );
  const marks = [
    new RegExp(`${tag}\\w+`),
    /100099887766/,
    /\b4747\b/,
    /ZZ1\s?4AA/i,
    /\b98,?765\b/,
    /\b1,?234\b/,
    /2025-11-19|19 November 2025/,
    /\b424,?242\b/,
    new RegExp(String(HIDDEN_AT.lon)),
    new RegExp(String(HIDDEN_AT.lat)),
  ];
  return marks.flatMap((mark) => mark.exec(plain)?.[0] ?? []);
}

function wordsOf(tag: string): string[] {
  const texts = [
    'code',
    'name',
    'site',
    'description',
    'newdescription',
    'title',
    'street',
    'town',
    'ownership',
    'tenure',
    'function',
    'purpose',
    'statenote',
    'plan',
    'checker',
    'feature',
    'alarm',
    'evidence',
    'reason',
    'note',
    'ledger',
  ];
  return [...texts.map((text) => tag + text), '100099887766', '4747', 'ZZ1 4AA', '4AA'];
}

const photoIds = new Map<string, string>();
const photoOf = (tag: string): string => photoIds.get(tag) ?? 'missing';

/** A photo whose camera wrote down where it was. */
async function aPhoto(server: TestServer, town: Town, asset: Asset): Promise<void> {
  const camera = { IFD0: { Copyright: 'privatecamera' }, IFD3: { GPSLatitude: '53/1 24/1 0/1', GPSLatitudeRef: 'N' } };
  const image = await sharp({ create: { width: 600, height: 400, channels: 3, background: '#7a5' } })
    .withExif(camera)
    .jpeg()
    .toBuffer();
  const photoId = server.newId();
  photoIds.set(asset.name.replace(/name$/, ''), photoId);
  const size = await server.photos.keep(photoId, image);
  await writing(server, town.area, (register) =>
    register.addPhotos([
      { id: photoId, assetId: asset.id, position: 0, alt: `${asset.name}photo`, credit: null, ...size },
    ]),
  );
  await server.sync.refresh();
}
