import { expect } from 'chai';
import { eachDatabase } from '../../support/databases.ts';
import { aTown, anAsset, changeAssets, found, type Town } from '../../support/domain.ts';
import { aServer, type TestServer } from '../../support/server.ts';
import { aBuilding, aSpace } from '../../support/spaces.ts';
import { aRegister, COUNTS } from './a-register.ts';

const matches = (text: string, pattern: RegExp): string[] => [...text.matchAll(pattern)].map(([, one]) => one ?? '');

eachDatabase('The pages of open data', (open) => {
  let server: TestServer;
  let town: Town;
  before(async () => {
    server = await aServer(await open());
    town = await aTown(server);
    await aRegister(server, town);
  });
  after(() => server.stop());

  it('say what there is and under which licence', async () => {
    const { text } = await server.get('/open-data').expect(200);
    expect(text)
      .to.match(/Open Government Licence v3\.0/)
      .and.match(/LandRegistryTitleNumber/);
    expect(text.replace(/<!--.*?-->/g, '')).to.include(`<code>${server.url}/ogc</code>`);
    expect(matches(text, /(<h1)/g)).to.have.lengthOf(1);
    expect(text).not.to.match(/Your search/);
  });

  it('keep the filters in the links to files', async () => {
    const { text } = await server.get('/open-data?kind=land&state=vacant').expect(200);
    expect(text).to.match(/Your search/);
    const [href] = matches(text, /href="(\/api\/assets\.csv\?[^"]*kind=land[^"]*)"/g);
    await server.get(found(href).replaceAll('&amp;', '&')).expect(200);
  });

  it('tell of the latest changes first', async () => {
    const asset = await anAsset(server, town, { name: 'The newest' });
    await changeAssets(server, town, [{ before: asset, fields: { state: 'under_used' } }]);
    const { text } = await server
      .get('/assets.atom')
      .expect(200)
      .expect('content-type', /^application\/atom\+xml/);
    expect(matches(text, /<entry>\s*<id>[^<]*<\/id>\s*<title>([^<]*)/g)[0]).to.equal('The newest');
    expect(text).to.match(/Now under-used/);
    const filtered = (await server.get('/assets.atom?state=under_used').expect(200)).text;
    expect(matches(filtered, /<title>([^<]*)/g)).to.deep.equal(['Places on the register: what changes', 'The newest']);
    expect(filtered).to.include(
      `<link rel="self" type="application/atom+xml" href="${server.url}/assets.atom?state=under_used"/>`,
    );
    const own = (await server.get(`/assets/${asset.id}/feed.atom`).expect(200)).text;
    expect(matches(own, /<entry>\s*<id>[^<]*<\/id>\s*<title>([^<]*)/g)).to.have.lengthOf(2);
  });

  it('refuse filters they do not know', async () => {
    for (const path of ['/assets.atom?colour=red', '/embed?colour=red', '/open-data?kind=boat'])
      await server.get(path).expect(400);
    await server.get('/assets/01900000-0000-7000-8000-000000000000/feed.atom').expect(404);
    await server.get('/assets/nothing/feed.atom').expect(404);
  });

  it('may be framed where they are made for it, and nowhere else', async () => {
    const { headers, text } = await server.get('/embed?kind=land').expect(200);
    expect(headers['content-security-policy']).to.match(/frame-ancestors \*/);
    expect(headers).not.to.have.property('x-frame-options');
    expect(text)
      .to.match(/<asset-map/)
      .and.match(/<base target="_blank">/)
      .and.not.match(/<header|<footer/);
    const other = (await server.get('/open-data')).headers;
    expect(other['content-security-policy']).to.match(/frame-ancestors 'self'/);
    expect(other['x-frame-options']).to.equal('SAMEORIGIN');
  });

  it('tell crawlers of every place, and of no day on which a hidden one changed', async () => {
    expect((await server.get('/robots.txt').expect(200)).text).to.include(`Sitemap: ${server.url}/sitemap.xml`);
    const { text } = await server.get('/sitemap.xml').expect(200).expect('content-type', /xml/);
    const { total } = (await server.get('/api/assets')).body;
    expect(matches(text, /<loc>([^<]*\/assets\/[^<]*)<\/loc>/g)).to.have.lengthOf(total);
    const hidden = (await server.get('/api/assets?q=vacant+building')).body.items[0].id;
    expect(text).to.include(`<url><loc>${server.url}/assets/${hidden}</loc></url>`);
    expect(total).to.equal(COUNTS.all + 1);
  });

  it('tell crawlers of every room that everybody may see, page by page, and of no other', async () => {
    const building = await aBuilding(server, town);
    const [hall, office, retired] = [
      await aSpace(server, building, { name: 'Hall' }),
      await aSpace(server, building, { name: 'Office', capacity: 12, has: ['step_free'] }),
      await aSpace(server, building, { name: 'Store' }),
    ];
    const [first, second] = [hall.id, office.id].toSorted();
    await server.db('spaces').where({ id: retired.id }).update({ retired_on: '2027-03-01' });
    const empty = await anAsset(server, town, { kind: 'building', state: 'vacant' });
    await aSpace(server, empty, { name: 'Cellar' });
    const roomsIn = async (path: string): Promise<string[]> =>
      matches((await server.get(path).expect(200)).text, /<loc>[^<]*\/spaces\/([^<]*)<\/loc>/g);
    expect(await roomsIn('/sitemap.xml')).to.deep.equal([first, second]);
    expect(await roomsIn('/sitemap/rooms/first.xml')).to.deep.equal([first, second]);
    expect(await roomsIn(`/sitemap/rooms/${first}.xml`)).to.deep.equal([second]);
    const page = (await server.get(`/spaces/${office.id}`).expect(200)).text;
    expect(page).to.include(`<title>${office.name}, ${building.name} – Meantime</title>`);
    expect(page).to.match(
      /<meta name="description" content="Office in [^"]*, Testborough for up to 12 people: when it is free/,
    );
    const data = JSON.parse(/<script type="application\/ld\+json">(.*?)<\/script>/s.exec(page)?.[1] ?? '{}');
    expect(data).to.deep.include({
      '@type': 'Place',
      name: 'Office',
      maximumAttendeeCapacity: 12,
      amenityFeature: [{ '@type': 'LocationFeatureSpecification', name: 'Step-free way in', value: true }],
    });
  });
});
