import { expect } from 'chai';
import { newAreaSchema } from '../../../src/ground/areas/area-contract.ts';
import { readBoundary } from '../../../src/ground/areas/outline-file.ts';
import { readPostcodes } from '../../../src/ground/areas/postcode-file.ts';
import { readWards } from '../../../src/ground/areas/ward-file.ts';
import { eachDatabase } from '../../support/databases.ts';
import { aBox, anArea, anOwner, aTown, found, inTown, type Town } from '../../support/domain.ts';
import { aServer, type TestServer } from '../../support/server.ts';
import { aFile } from '../../support/temp-files.ts';

const ELSEWHERE = { lon: 0.1, lat: 52.2 };

eachDatabase('Areas', (open) => {
  let server: TestServer;
  let town: Town;

  before(async () => {
    server = await aServer(await open());
    town = await aTown(server);
    await anArea(server, { slug: 'otherton', name: 'Otherton', southWestCorner: ELSEWHERE });
  });
  after(() => server.stop());

  describe('a new area', () => {
    it('comes from files: boundary, wards and postcodes', async () => {
      const [west, east] = [aBox({ lon: -1, lat: 54 }, 0.1, 0.1), aBox({ lon: -0.9, lat: 54 }, 0.1, 0.1)];
      const file = aFile(
        'wards.geojson',
        JSON.stringify({
          features: [
            { properties: { code: 'W1', name: 'Westside' }, geometry: west },
            { properties: { code: 'W2', name: 'Eastside' }, geometry: east },
          ],
        }),
      );
      // The last of a postcode's lines does not count; a ward code that is unknown is worked out from the place.
      const postcodes = aFile(
        'postcodes.csv',
        'postcode,lon,lat,ward_code\nYY1 1AA,-0.95,54.05,W1\nYY1 1AB,-0.85,54.05,W9\nYY1 1AC,-0.7,54.05,\nYY1 1AA,0,0,W2\n',
      );
      const area = await server.areas.create(aNewArea('filetown'), {
        boundary: await readBoundary(file),
        wards: (await readWards(file)).wards,
        postcodes: readPostcodes(postcodes),
        basemap: null,
      });
      expect(area).to.deep.include({ slug: 'filetown', bbox: [-1, 54, -0.8, 54.1], hasBasemap: false });
      const wards = new Map((await server.areas.wards(area.id)).map(({ id, name }) => [id, name]));
      expect([...wards.values()]).to.deep.equal(['Eastside', 'Westside']);
      const rows: { postcode: string; ward_id: string | null }[] = await server
        .db('postcodes')
        .where({ area_id: area.id })
        .orderBy('postcode');
      expect(rows.map((row) => [row.postcode, wards.get(row.ward_id ?? '')])).to.deep.equal([
        ['YY1 1AA', 'Westside'],
        ['YY1 1AB', 'Eastside'],
        ['YY1 1AC', undefined],
      ]);
    });

    it('is refused when its slug is taken, and leaves the first as it was', async () => {
      const second = await anArea(server, { slug: 'testborough', name: 'Second' }).catch((error: unknown) =>
        String(error),
      );
      expect(second).to.match(/There is an area "testborough" already\. Choose another slug/);
      expect((await server.areas.bySlug('testborough'))?.name).to.equal('Testborough');
    });

    it('leaves nothing behind when its postcodes break off', async () => {
      const before = await server.db('wards').count({ count: '*' }).first();
      async function* broken() {
        yield { postcode: 'XX1 1AA', point: { lon: 0, lat: 0 }, wardCode: null };
        throw new Error('the file ends here');
      }
      const outline = aBox({ lon: 3, lat: 52 }, 1, 1);
      const failed = await server.areas
        .create(aNewArea('halftown'), {
          boundary: outline,
          wards: [{ code: 'W', name: 'W', shape: outline, centre: ELSEWHERE }],
          postcodes: broken(),
          basemap: null,
        })
        .catch(String);
      expect(failed).to.include('the file ends here');
      expect(await server.areas.bySlug('halftown')).to.equal(undefined);
      expect(await server.db('wards').count({ count: '*' }).first()).to.deep.equal(before);
    });

    it('keeps its drawn base map', async () => {
      const outline = aBox({ lon: 8, lat: 52 }, 1, 1);
      const area = await server.areas.create(aNewArea('maptown'), {
        boundary: outline,
        wards: [],
        postcodes: nothing(),
        basemap: '{"type":"FeatureCollection","features":[]}',
      });
      expect(area.hasBasemap).to.equal(true);
      expect((await server.areas.bySlug('maptown'))?.hasBasemap).to.equal(true);
      await server
        .get('/api/areas/maptown/basemap')
        .expect(200)
        .expect('Content-Type', /application\/geo\+json/);
      await server.get('/api/areas/testborough/basemap').expect(404);
    });

    const wrong: [field: string, value: string][] = [
      ['slug', 'Test Borough'],
      ['slug', '-x'],
      ['slug', 'a'.repeat(61)],
      ['name', '  '],
      ['timezone', 'Europe/Atlantis'],
      ['holidays', 'England & Wales'],
    ];
    for (const [field, value] of wrong) {
      it(`is refused with the ${field} "${value.slice(0, 20)}"`, () => {
        expect(
          newAreaSchema.safeParse({ ...aNewArea('fine'), [field]: value }).error?.issues.map(({ path }) => path[0]),
        ).to.deep.equal([field]);
      });
    }
  });

  describe('an owner', () => {
    it('is made once, whatever case its name is written in', async () => {
      const first = await anOwner(server, town.area, 'Harbour Homes Ltd.');
      const again = await anOwner(server, town.area, 'HARBOUR HOMES LTD.');
      expect(again).to.deep.equal(first);
      expect(first.slug).to.equal('harbour-homes-ltd');
    });

    it('may have a name that makes the same slug as another’s', async () => {
      const [one, other] = [
        await anOwner(server, town.area, 'Harbour Trust'),
        await anOwner(server, town.area, 'Harbour: Trust'),
      ];
      expect(one.id).not.to.equal(other.id);
    });
  });

  describe('a place that somebody types', () => {
    const known: [typed: string, label: string, kind: string][] = [
      ['ZZ1 1AA', 'ZZ1 1AA', 'postcode'],
      ['zz11aa', 'ZZ1 1AA', 'postcode'],
      [' zz1  1aa ', 'ZZ1 1AA', 'postcode'],
      ['ZZ2', 'ZZ2', 'district'],
      ['zz2 9zz', 'ZZ2', 'district'],
      ['Larkhill', 'Larkhill', 'ward'],
      ['  larkHILL ', 'Larkhill', 'ward'],
      ['saint anne’s', 'Saint Anne’s', 'ward'],
    ];
    for (const [typed, label, kind] of known) {
      it(`"${typed}" is the ${kind} ${label}`, async () => {
        expect(await server.areas.findPlace(typed)).to.deep.include({ label, kind });
      });
    }

    it('is found in the area that is asked for, though another has it too', async () => {
      const here = found(await server.areas.findPlace('ZZ1 1AA', 'testborough'));
      const there = found(await server.areas.findPlace('ZZ1 1AA', 'otherton'));
      expect([here.area, there.area]).to.deep.equal(['testborough', 'otherton']);
      expect(here.point).to.deep.equal(inTown(0.125, 0.125));
      expect(there.point).to.deep.equal(inTown(0.125, 0.125, ELSEWHERE));
    });

    it('is the middle of a district’s postcodes', async () => {
      const { point } = found(await server.areas.findPlace('ZZ2', 'testborough'));
      expect(point.lon).to.be.closeTo(inTown(0.75, 0.5).lon, 1e-9);
      expect(point.lat).to.be.closeTo(inTown(0.75, 0.5).lat, 1e-9);
    });

    for (const typed of ['QQ9 9QQ', 'Nowhere', '', '%', "'; drop table wards; --", 'Larkhill%', 'x'.repeat(10_000)]) {
      it(`"${typed.slice(0, 30)}" is not known`, async () => {
        expect(await server.areas.findPlace(typed)).to.equal(undefined);
      });
    }

    it('is not known in an area that is not there', async () => {
      expect(await server.areas.findPlace('ZZ1 1AA', 'nowhere')).to.equal(undefined);
    });
  });

  it('show their outline and wards to maps', async () => {
    const { body } = await server.get('/api/areas/testborough/outline').expect(200);
    expect(
      body.features.map(
        ({ properties }: { properties: { kind: string; name: string } }) => `${properties.kind} ${properties.name}`,
      ),
    ).to.deep.equal(['boundary Testborough', 'ward Larkhill', 'ward Millfield', 'ward Quayside', 'ward Saint Anne’s']);
    await server
      .get('/api/areas/nowhere/outline')
      .expect(404)
      .expect('Content-Type', /problem\+json/);
  });
});

function aNewArea(slug: string) {
  return { slug, name: slug, timezone: 'Europe/London', holidays: 'england-and-wales' };
}

async function* nothing(): AsyncGenerator<never> {}
