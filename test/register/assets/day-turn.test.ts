import { expect } from 'chai';
import type { Asset } from '../../../src/register/assets/asset-contract.ts';
import { aDesk, type Desk } from '../../front/desk/a-desk.ts';
import { eachDatabase } from '../../support/databases.ts';
import { anAsset, changeAssets, found } from '../../support/domain.ts';
import { aServer, type TestServer } from '../../support/server.ts';

/** Half a minute before and after the beginning of 1 April 2027 in the area: it is summer time. */
const BEFORE = '2027-03-31T22:59:30Z';
const AFTER = '2027-03-31T23:00:30Z';
const NAME = 'Mill Lane Baths';

eachDatabase('A building that was released until a day', (open) => {
  let url: string;
  let desk: Desk;
  let asset: Asset;

  beforeEach(async () => {
    url = await open();
    desk = await aDesk(url);
    asset = await anAsset(desk.server, desk.town, {
      kind: 'building',
      state: 'vacant',
      name: NAME,
      address: { number: '3', street: 'Mill Lane', town: null, postcode: 'TE1 1AA' },
    });
    await desk.broker.post(`/desk/assets/${asset.id}/release`, {
      review_on: '2027-04-01',
      reason: 'A group has been round it',
    });
  });
  afterEach(() => desk.server.stop());

  /** Everything that anybody may read of places, as one text. */
  async function everythingPublic(server: TestServer): Promise<string> {
    const paths = [
      `/assets/${asset.id}`,
      `/assets/${asset.id}/feed.atom`,
      `/api/assets/${asset.id}`,
      '/assets',
      '/assets?q=mill+lane',
      '/api/assets',
      '/api/assets.csv',
      '/api/assets.geojson',
      '/assets.atom',
      '/ogc/collections/assets/items',
    ];
    const texts: string[] = [];
    for (const path of paths) texts.push((await server.get(path)).text);
    return texts.join('\n');
  }

  it('is public until that day begins where it lies', async () => {
    const server = await aServer(url, { now: BEFORE });
    expect((await server.get(`/assets/${asset.id}`)).text).to.include(NAME);
    const { reviews } = await server.desk.overview.overview(desk.town.area, true);
    expect([reviews?.late.length, reviews?.soon.length]).to.deep.equal([0, 1]);
    await server.stop();
  });

  it('is hidden on every page, list, download and feed from the first minute of that day, though no job has run', async () => {
    const server = await aServer(url, { now: AFTER });
    const all = await everythingPublic(server);
    expect(all).to.include('Vacant building in Millfield').and.to.not.include('Mill Lane');
    const { reviews } = await server.desk.overview.overview(desk.town.area, true);
    expect(reviews?.late.map(({ id }) => id)).to.deep.equal([asset.id]);
    await server.stop();
  });

  it('is not called hidden at the desk when it is in use meanwhile, and public for that', async () => {
    const released = found(await desk.server.register.record(desk.server.db, asset.id));
    await changeAssets(desk.server, desk.town, [{ before: released, fields: { state: 'in_use' } }]);
    const server = await aServer(url, { now: AFTER });
    expect((await server.get(`/assets/${asset.id}`)).text).to.include(NAME);
    const { reviews } = await server.desk.overview.overview(desk.town.area, true);
    expect(reviews?.late).to.deep.equal([]);
    await server.stop();
  });

  it('is hidden by the job where nobody asks, once, and nothing is written while no day turns', async () => {
    const server = await aServer(url, { now: AFTER });
    const job = server.jobs.find(({ name }) => name === 'hiding again');
    expect(await job?.run()).to.match(/: 1\.$/);
    expect((await server.db('public_assets').where({ id: asset.id }).first()).name).to.not.equal(NAME);
    let writes = 0;
    server.db.on('query', ({ sql }: { sql: string }) => void (/^\s*(insert|update|delete)/i.test(sql) && writes++));
    expect(await job?.run()).to.match(/: 0\.$/);
    await server.get(`/api/assets/${asset.id}`);
    expect(writes).to.equal(0);
    await server.stop();
  });

  it('is hidden by a server that was running when the day began, on every other server too', async () => {
    const [one, other] = [await aServer(url, { now: AFTER }), await aServer(url, { now: AFTER })];
    const shown = await Promise.all([one, other].map((server) => server.get('/api/assets')));
    for (const { text } of shown) expect(text).to.not.include(NAME);
    await Promise.all([one.stop(), other.stop()]);
  });
});
