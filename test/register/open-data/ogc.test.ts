import { expect } from 'chai';
import { eachDatabase } from '../../support/databases.ts';
import { aTown, found, inTown, type Town } from '../../support/domain.ts';
import { aServer, type TestServer } from '../../support/server.ts';
import { aRegister, COUNTS, SOUTH } from './a-register.ts';

type Link = { rel: string; href: string; type: string };
type Items = {
  numberMatched: number;
  numberReturned: number;
  links: Link[];
  features: { id: string; geometry: unknown; properties: Record<string, unknown> }[];
};
const ITEMS = '/ogc/collections/assets/items';

eachDatabase('OGC API – Features', (open) => {
  let server: TestServer;
  let town: Town;
  before(async () => {
    server = await aServer(await open());
    town = await aTown(server);
    await aRegister(server, town);
  });
  after(() => server.stop());

  const json = async (path: string): Promise<Record<string, unknown>> => (await server.get(path).expect(200)).body;
  const items = async (query = ''): Promise<Items> => (await json(`${ITEMS}${query}`)) as Items;
  const linkTo = (links: Link[], rel: string): string | undefined =>
    links.find((link) => link.rel === rel)?.href.replace(server.url, '');

  it('leads from its landing page to everything else, each of the type it says', async () => {
    const landing = await json('/ogc');
    const collections = (await json('/ogc/collections'))['collections'] as { id: string; links: Link[] }[];
    expect(collections.map(({ id }) => id)).to.deep.equal(['assets', 'assets-testborough']);
    const links = [...(landing['links'] as Link[]), ...collections.flatMap((one) => one.links)].filter(({ href }) =>
      href.startsWith(server.url),
    );
    for (const { href, type } of links) {
      const { headers } = await server
        .get(href.replace(server.url, ''))
        .expect(({ status }) => expect(status, href).to.be.oneOf([200, 303]));
      if (!href.endsWith('f=html'))
        expect(headers['content-type'], href).to.equal(type === 'text/html' ? 'text/html; charset=utf-8' : type);
    }
    expect((await json('/ogc/conformance'))['conformsTo']).to.have.lengthOf(3);
  });

  it('describes itself in OpenAPI 3.0', async () => {
    const api = await json('/ogc/api');
    expect(api['openapi']).to.equal('3.0.3');
    expect(Object.keys(api['paths'] as object)).to.include('/collections/{collectionId}/items');
  });

  it('leads through all features, each exactly once, whatever the size of a page', async () => {
    for (const limit of [1, 5, COUNTS.all, 1_000]) {
      const seen: string[] = [];
      for (let at: string | undefined = `${ITEMS}?limit=${limit}&kind=land`; at;) {
        const page = (await json(at)) as Items;
        expect(page).to.include({ numberMatched: COUNTS.land, numberReturned: page.features.length });
        seen.push(...page.features.map(({ id }) => id));
        at = linkTo(page.links, 'next');
      }
      expect(seen).to.have.lengthOf(COUNTS.land);
      expect(new Set(seen).size).to.equal(COUNTS.land);
    }
  });

  it('counts as the list does', async () => {
    for (const query of [
      '',
      '?kind=building',
      '?state=in_use',
      '?owner=testborough-council',
      '?ward=E99000003',
      '?can=book_space',
      '?q=hall',
    ]) {
      expect((await items(query)).numberMatched, query).to.equal((await server.get(`/api/assets${query}`)).body.total);
    }
  });

  it('gives fewer features instead of a mistake when asked for too many', async () => {
    expect((await items('?limit=100000')).numberReturned).to.equal(COUNTS.all);
  });

  it('finds what lies in a box, and what nobody has placed', async () => {
    const { total } = (await server.get(`/api/assets?bbox=${SOUTH}`)).body;
    const south = await items(`?bbox=${SOUTH}`);
    expect(south.numberMatched).to.equal(total + COUNTS.unplaced);
    expect(south.features.filter(({ geometry }) => geometry === null)).to.have.lengthOf(COUNTS.unplaced);
    const { lon, lat } = inTown(0.7, 0.9);
    const north = await items(`?bbox=${lon - 0.001},${lat - 0.001},-100,${lon + 0.001},${lat + 0.001},100`);
    expect(north.features.map(({ properties }) => properties['reference'])).to.have.members(['N-1', 'N-2', 'NORTH']);
  });

  it('understands a box across the antimeridian', async () => {
    expect((await items('?bbox=177,-20,-178,-10')).numberMatched).to.equal(COUNTS.unplaced);
    expect((await items('?bbox=-3,50,-4,60')).numberMatched).to.equal(COUNTS.all);
  });

  it('takes a time and finds everything, because features have none', async () => {
    for (const datetime of ['2027-03-01T00:00:00Z', '../2027-03-01T00:00:00Z', '2027-03-01T00:00:00Z/..'])
      expect((await items(`?datetime=${datetime}`)).numberMatched).to.equal(COUNTS.all);
  });

  it('refuses what it does not know', async () => {
    for (const path of [
      '/ogc?x=1',
      '/ogc/collections?x=1',
      '/ogc/collections/assets?x=1',
      `${ITEMS}?x=1`,
      `${ITEMS}?limit=0`,
      `${ITEMS}?bbox=1,2,3`,
      `${ITEMS}?datetime=now`,
      `${ITEMS}?cursor=x`,
    ]) {
      await server
        .get(path)
        .expect(400)
        .expect('content-type', /problem\+json/);
    }
    for (const path of [
      '/ogc/collections/nothing',
      '/ogc/collections/nothing/items',
      `${ITEMS}/nothing`,
      `${ITEMS}/%20`,
      `${ITEMS}/01900000-0000-7000-8000-000000000000`,
    ])
      await server.get(path).expect(404);
  });

  it('says in the header where the next page is, and what the page is for people', async () => {
    const { headers } = await server.get(`${ITEMS}?limit=2`).expect(200);
    expect(headers['content-type']).to.equal('application/geo+json');
    expect(headers['link'])
      .to.match(/rel="self"/)
      .and.match(/rel="alternate"; type="text\/html"/)
      .and.match(/rel="next"; type="application\/geo\+json"/);
  });

  it('answers a client that asks again for the same with 304', async () => {
    const { etag = '' } = (await server.get(`${ITEMS}?limit=2`).expect(200)).headers;
    await server.get(`${ITEMS}?limit=2`).set('If-None-Match', etag).expect(304);
  });

  it('finds nothing where a value is asked for that nothing has, instead of everything or a refusal', async () => {
    for (const query of ['kind=', 'constraint=', 'kind=castle', 'state=haunted', 'owner=nobody', 'ward=W0', 'can='])
      expect([query, (await items(`?${query}`)).numberMatched]).to.deep.equal([query, 0]);
    const vacant = (await items('?state=vacant')).numberMatched;
    expect((await items('?state=vacant,haunted')).numberMatched)
      .to.equal(vacant)
      .and.greaterThan(0);
  });

  it('calls no property a date: map programs would hand its tests to datetime, which asks for another thing', async () => {
    const schema = await json('/ogc/collections/assets/schema');
    expect(JSON.stringify(schema)).to.include('last_checked').and.not.include('"format":"date"');
  });

  it('takes the days that GDAL writes', async () => {
    for (const datetime of ['2026-09-01T/..', '../2026-09-01T', '2026-09-01/9999-12-31T00:00:00Z'])
      await server.get(`${ITEMS}?datetime=${encodeURIComponent(datetime)}`).expect(200);
  });

  it('leads to its features by an address that a program may write an id behind', async () => {
    const { links } = await json('/ogc/collections/assets');
    const href = found(
      (links as Link[]).find(({ rel, type }) => rel === 'items' && type === 'application/geo+json'),
    ).href;
    const [first] = (await items('?limit=1')).features;
    await server.get(`${new URL(href).pathname}/${found(first).id}${new URL(href).search}`).expect(200);
    expect(new URL(href).search).to.equal('');
  });

  it('may be read by scripts of other sites, mistakes included, which may ask whether anything has changed', async () => {
    for (const [path, status] of [
      ['/api/assets', 200],
      ['/api/openapi.json', 200],
      ['/api/assets?kind=castle', 400],
      ['/api/nothing', 404],
      ['/ogc/collections/nothing', 404],
    ] as const)
      await server.get(path).expect(status).expect('access-control-allow-origin', '*');
    await server.request
      .options('/api/assets')
      .set({ Origin: 'https://elsewhere.example', 'Access-Control-Request-Headers': 'if-none-match' })
      .expect(204)
      .expect('access-control-allow-headers', /If-None-Match/);
    expect((await server.get('/my')).headers['access-control-allow-origin']).to.equal(undefined);
  });

  it('has one feature for each asset, in its own area only', async () => {
    const [first] = (await items('?limit=1')).features;
    const { links, ...feature } = await json(`${ITEMS}/${found(first).id}`);
    expect(feature).to.deep.equal(first);
    expect(linkTo(links as Link[], 'collection')).to.equal('/ogc/collections/assets?f=json');
    await server.get(`/ogc/collections/assets-testborough/items/${found(first).id}`).expect(200);
  });

  it('shows people a page, by what their browser says or by f', async () => {
    for (const path of ['/ogc', '/ogc/collections/assets', `${ITEMS}?limit=3`]) {
      const { text } = await server
        .get(path)
        .set('Accept', 'text/html,application/xhtml+xml,*/*;q=0.8')
        .expect(200)
        .expect('content-type', /^text\/html/);
      expect(text.match(/<h1/g)).to.have.lengthOf(1);
    }
    const { text } = await server.get(`${ITEMS}?limit=3&f=html`).expect(200);
    expect(text.match(/href="\/assets\/[0-9a-f-]{36}"/g)).to.have.lengthOf(3);
    expect(text).to.match(/rel="next"/);
    const [first] = (await items('?limit=1')).features;
    await server
      .get(`${ITEMS}/${found(first).id}?f=html`)
      .expect(303)
      .expect('location', `/assets/${found(first).id}`);
    await server.get('/ogc?f=json').set('Accept', 'text/html').expect('content-type', 'application/json');
  });
});
