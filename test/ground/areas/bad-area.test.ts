import { expect } from 'chai';
import { areasOn } from '../../../src/ground/areas/area-store.ts';
import { eachDatabase } from '../../support/databases.ts';
import { aTown, anAsset, anOwner, found, type Town } from '../../support/domain.ts';
import { aServer, type TestServer } from '../../support/server.ts';

const METRES = [380000, 390000, 385000, 395000] as const;
const RING = [
  [380000, 390000],
  [385000, 390000],
  [385000, 395000],
  [380000, 395000],
  [380000, 390000],
];

eachDatabase('An area in metres that an older version has taken', (open) => {
  let server: TestServer;
  let town: Town;
  before(async () => {
    server = await aServer(await open());
    town = await aTown(server);
    await anAsset(server, town);
    await areasOn(server.db).add(
      {
        id: server.newId(),
        slug: 'tricky',
        name: 'Tricky',
        timeZone: 'Europe/London',
        holidays: 'none',
        bbox: [...METRES],
      },
      { type: 'Polygon', coordinates: [RING] },
      null,
    );
    await areasOn(server.db).addPostcodes([
      { areaId: town.area.id, postcode: 'ZZ1 9ZZ', district: 'ZZ1', point: { lon: 0, lat: 99.999999 }, wardId: null },
    ]);
  });
  after(() => server.stop());

  it('does not blank the map of everybody', async () => {
    const page = (await server.get('/assets').expect(200)).text;
    const box = /<asset-map[^>]*\bbbox="([^"]*)"/.exec(page)?.[1];
    expect(box).to.equal(town.area.bbox.join(','));
    const { body } = await server.get(`/api/assets/map?view=${METRES.join(',')}&zoom=8`).expect(200);
    expect(body.total).to.equal(1);
    await server.get('/api/assets/map?view=-400,-100,400,100&zoom=2').expect(200);
    await server.get('/api/assets/map?view=a,b,c,d').expect(400);
  });

  it('shows its own page on a map of the islands, without an outline', async () => {
    const area = found(await server.areas.bySlug('tricky'));
    await anAsset(server, { area, owner: await anOwner(server, area) });
    await server.sync.refresh();
    const page = (await server.get('/assets?area=tricky').expect(200)).text;
    expect(page).to.match(/<asset-map[^>]*\bbbox="-9,49,2.5,61.5"/);
    const { body } = await server.get('/api/areas/tricky/outline').expect(200);
    expect(body.features[0].geometry).to.equal(null);
  });

  it('does not stretch what is open data beyond the world', async () => {
    const { body } = await server.get('/ogc/collections').expect(200);
    const boxes = new Map<string, number[]>(
      body.collections.map(({ id, extent }: { id: string; extent: { spatial: { bbox: number[][] } } }) => [
        id,
        extent.spatial.bbox[0],
      ]),
    );
    expect(boxes.get('assets')).to.deep.equal(town.area.bbox);
    expect(boxes.get('assets-tricky')).to.deep.equal([-180, -90, 180, 90]);
  });

  it('has no say, with a postcode beyond the pole, in where the middle of a district is', async () => {
    expect(found(await server.areas.findPlace('ZZ1')).point.lat).to.be.closeTo(53.41, 0.001);
    const districts = await areasOn(server.db).districtsOf(town.area.id);
    expect(found(districts.find(({ district }) => district === 'ZZ1')).lat).to.be.closeTo(53.41, 0.001);
  });
});
