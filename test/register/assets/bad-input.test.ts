import { connect } from 'node:net';
import { expect } from 'chai';
import type { Asset } from '../../../src/register/assets/asset-contract.ts';
import { eachDatabase } from '../../support/databases.ts';
import { anAsset, aTown, retireAssets } from '../../support/domain.ts';
import { aServer, type TestServer } from '../../support/server.ts';

const LONG = 'x'.repeat(10_000);
const UNKNOWN = '01890a5d-ac96-774b-bcce-b302099a8057';
const MARKUP = '"><script>alert(1)</script><img src=x onerror=alert(1)>{{7*7}}${7*7}';
const SQL = `'; drop table public_assets; -- " or 1=1 %' _`;

/** Everything that takes filters. */
const FILTERED = [
  '/assets',
  '/api/assets',
  '/api/assets/map',
  '/api/assets.csv',
  '/api/assets.geojson',
  '/ogc/collections/assets/items',
  '/assets.atom',
  '/embed',
];
const PAGES = [
  '/',
  '/about',
  '/accessibility',
  '/privacy',
  '/open-data',
  '/sitemap.xml',
  '/robots.txt',
  '/healthz',
  '/api/areas',
  '/api/openapi.json',
  '/ogc',
  '/ogc/api',
  '/ogc/conformance',
  '/ogc/collections',
  '/ogc/collections/assets',
];

const BAD_QUERIES: [title: string, query: string][] = [
  ['words of 10,000 characters', `q=${LONG}`],
  ['a place of 10,000 characters', `near=${LONG}`],
  ['a place nobody knows', 'near=Atlantis'],
  ['a NUL for a place', 'near=%00'],
  ['an area that is not there', 'area=atlantis'],
  ['an owner that is not there', 'owner=nobody'],
  ['a ward that is not there', 'ward=W0'],
  ['a kind that is not there', 'kind=castle'],
  ['states that are not there', 'state=vacant,haunted'],
  ['several values where one is wanted', 'kind=land&kind=building'],
  ['an array where text is wanted', 'q=a&q=b'],
  ['a size that is no number', 'min_m2=large'],
  ['a size below nothing', 'max_m2=-1'],
  ['a size beyond all reason', 'max_m2=1e308'],
  ['a distance that is not one', 'near=ZZ1&km=Infinity'],
  ['a box with three corners', 'bbox=1,2,3'],
  ['a box of words', 'bbox=a,b,c,d'],
  ['a box that is inside out', 'bbox=0,60,1,50'],
  ['a box beyond the world', 'bbox=-1e9,-1e9,1e9,1e9'],
  ['a box that is not a number', 'bbox=NaN,NaN,NaN,NaN'],
  ['a box of 10,000 characters', `bbox=${'1,'.repeat(5_000)}`],
  ['SQL for an area', `area=${encodeURIComponent(SQL)}`],
  ['markup for an owner', `owner=${encodeURIComponent(MARKUP)}`],
];
/** Map programs pass tests on as they come: what nothing has is there asked for and not found, instead of refused. */
const NOT_FOUND_BY_MAPS = ['owner=', 'ward=', 'kind=castle', 'state=vacant,haunted'];
/** Strange, but something can be answered: nothing that matches, say. */
const ODD_QUERIES: [title: string, query: string][] = [
  [
    'empty filters, as a form sends them',
    'q=&near=&km=&kind=&state=&owner=&ward=&can=&constraint=&min_m2=&max_m2=&bbox=',
  ],
  ['SQL for words', `q=${encodeURIComponent(SQL)}`],
  ['markup for words', `q=${encodeURIComponent(MARKUP)}`],
  ['a NUL in the words', 'q=%00yard%00'],
  ['words of another script', 'q=%E5%9C%92'],
  ['text search operators', `q=${encodeURIComponent('yard* OR "NEAR(" & | ! :* <->')}`],
  ['half a surrogate pair', 'q=%F0%9F%8C%B1'],
  ['only punctuation', 'q=***'],
];
const BROKEN = [
  '/public/../package.json',
  '/public/..%2f..%2fpackage.json',
  '/assets/%',
  '/assets/%E0%A4%A',
  '/api/assets/%ff',
  '/%c0%ae%c0%ae/etc/passwd',
  '/photos/%00/480.webp',
  '/ogc/collections/%/items',
  '/api/areas/%/outline',
  '/api/areas/%00/outline',
  '/ogc/collections/%00/items',
  '/sitemap/places/%00.xml',
  '/sitemap/rooms/%00.xml',
];
const UNKNOWN_THINGS = [
  `/assets/${UNKNOWN}`,
  `/api/assets/${UNKNOWN}`,
  '/assets/1',
  `/assets/${LONG}`,
  `/api/assets/${encodeURIComponent(SQL)}`,
  `/assets/${UNKNOWN}/feed.atom`,
  '/assets/1/feed.atom',
  `/photos/${UNKNOWN}/480.webp`,
  `/photos/${UNKNOWN}/481.webp`,
  '/photos/../../package.json',
  '/photos/..%2F..%2Fpackage.json/480.webp',
  '/ogc/collections/castles',
  '/ogc/collections/castles/items',
  `/ogc/collections/assets/items/${UNKNOWN}`,
  '/ogc/collections/assets/items/1',
  '/api/areas/atlantis/outline',
  '/api/areas/__proto__/outline',
  '/sitemap/places/1.xml',
  '/sitemap/rooms/1.xml',
  '/nothing',
  '/api/nothing',
  '/.env',
  '/constructor',
  '/api/assets/map/more',
];

eachDatabase('Bad input', (open) => {
  let server: TestServer;
  let nasty: Asset;

  before(async () => {
    server = await aServer(await open());
    const town = await aTown(server);
    const text = MARKUP + SQL;
    nasty = await anAsset(server, town, {
      name: `Yard ${text}`,
      code: text.slice(0, 90),
      site: text,
      description: text,
      address: { number: text, street: text, town: text, postcode: null },
      stateNote: text,
      features: [text],
      hazards: [text],
      evidence: [{ text, source: text, on: '2027-01-01' }],
      routes: [{ route: 'meanwhile_use', reason: text }],
      constraints: [{ kind: 'flood', note: text }],
      costs: [{ label: text, annualPence: 1, source: text }],
      identifiers: [{ scheme: 'uprn', value: text.slice(0, 60) }],
      plannedUse: { text, from: '2028-01-01' },
      functionLabel: text,
      purpose: text,
      lastCheck: { on: '2027-01-01', by: text, source: text },
      ownershipSource: text,
      tenureNote: text,
    });
    const gone = await anAsset(server, town);
    await retireAssets(server, town, [gone.id]);
    retired = gone.id;
  });
  let retired: string;
  after(() => server.stop());

  for (const path of FILTERED) {
    const byMaps = path.startsWith('/ogc/');
    for (const [title, query] of BAD_QUERIES) {
      if (byMaps && NOT_FOUND_BY_MAPS.some((start) => query.startsWith(start))) continue;
      it(`at ${path}: ${title} is refused in words`, async () => {
        await refused(`${path}?${query}`, [400]);
      });
    }
    for (const [title, query] of ODD_QUERIES) {
      it(`at ${path}: ${title} does no harm`, async () => {
        const { status, text, type } = await server.get(`${path}?${query}`).buffer(true);
        expect(status).to.be.oneOf([200, 400]);
        if (MARKED_UP.test(type)) expect(text).not.to.include('<script>alert').and.not.include('<img src=x');
      });
    }
  }

  for (const [title, query] of [
    ['a zoom of the moon', 'zoom=99'],
    ['a zoom in words', 'zoom=close'],
    ['a view of nothing', 'view=,,,'],
    ['a filter that we do not know', 'colour=red'],
    ['an array, as some frameworks send it', 'q[]=a&q[]=b'],
    ['an object, as some frameworks send it', 'near[lon]=1'],
  ]) {
    it(`at the map: ${title} is refused in words`, async () => refused(`/api/assets/map?${query}`, [400]));
  }
  for (const query of [
    'limit=0',
    'limit=-5',
    'limit=101',
    'limit=many',
    'limit=1e9',
    'sort=random',
    'sort[]=name',
    'colour=red',
    `cursor=${LONG}`,
  ]) {
    it(`at the list for programs: "${query.slice(0, 20)}" is refused in words`, async () =>
      refused(`/api/assets?${query}`, [400]));
  }

  for (const path of BROKEN) {
    it(`${path}: a broken address is refused in words`, async () => refused(path, [400, 403, 404]));
  }
  for (const path of UNKNOWN_THINGS) {
    it(`${path.slice(0, 60)}: what is not there is not found`, async () => refused(path, [404]));
  }

  it('says of a retired place that it has gone, to people and to programs', async () => {
    await refused(`/assets/${retired}`, [410]);
    await refused(`/api/assets/${retired}`, [410]);
  });

  for (const path of [...FILTERED, ...PAGES]) {
    it(`${path}: no other method does anything, and none breaks anything`, async () => {
      for (const method of ['post', 'put', 'patch', 'delete'] as const) {
        const { status, text } = await server.request[method](path).send({ q: 'x' });
        expect(status, method).to.be.within(400, 499);
        expect(text).not.to.match(STACK);
      }
    });

    it(`${path}: strange wishes for an answer's form break nothing`, async () => {
      for (const accept of ['image/png', 'x', '*/*;q=nonsense', LONG.slice(0, 5_000), 'application/json;q=0']) {
        const { status, text } = await server.get(path).set('Accept', accept).buffer(true);
        expect(status, accept.slice(0, 20)).to.be.oneOf([200, 406]);
        expect(text).not.to.match(STACK);
      }
    });
  }

  it('shows what people wrote as text, whatever it looks like', async () => {
    for (const path of [
      '/',
      '/assets',
      `/assets/${nasty.id}`,
      '/embed',
      '/ogc/collections/assets/items?f=html',
      '/assets.atom',
      `/assets/${nasty.id}/feed.atom`,
    ]) {
      const { text } = await server.get(path).buffer(true).expect(200);
      expect(text, path).to.include('alert(1)').and.not.include('<script>alert').and.not.include('<img src=x');
    }
  });

  it('says of data that it is data, so that no browser takes it for a page', async () => {
    for (const path of [
      '/api/assets',
      '/api/assets.csv',
      '/api/assets.geojson',
      '/ogc/collections/assets/items?f=json',
      '/assets.atom',
    ]) {
      const { headers, type } = await server.get(path).buffer(true).expect(200);
      expect(headers['x-content-type-options'], path).to.equal('nosniff');
      expect(type, path).not.to.equal('text/html');
    }
  });

  it('keeps its own tables, whatever was asked of it', async () => {
    expect((await server.get('/api/assets').expect(200)).body.total).to.equal(1);
  });

  it('has found no fault of its own in all this', () => {
    expect(server.errors).to.deep.equal([]);
  });

  it('answers a request with a broken line with a plain 400', async () => {
    expect(await rawStatus(server.url, 'GET /assets HTTP/1.1\r\nHost: x\r\nBad Header\r\n\r\n')).to.equal(
      'HTTP/1.1 400 Bad Request',
    );
    expect(await rawStatus(server.url, `GET /assets?q=${'y'.repeat(40_000)} HTTP/1.1\r\nHost: x\r\n\r\n`)).to.match(
      /^HTTP\/1\.1 4(00|14|31) /,
    );
  });

  async function refused(path: string, statuses: number[]): Promise<void> {
    for (const accept of ['application/json', 'text/html']) {
      const { status, text, type } = await server.get(path).set('Accept', accept).buffer(true);
      expect(status, `${accept} ${path.slice(0, 60)}`).to.be.oneOf(statuses);
      expect(text, 'no trace of our code').not.to.match(STACK);
      if (MARKED_UP.test(type)) expect(text).not.to.include('<script>alert');
      expect(type).to.be.oneOf(['application/problem+json', 'text/html']);
      if (type === 'application/problem+json') expectProblem(JSON.parse(text), status);
      else expect(wordsOf(text), 'a sentence that says what to do').to.match(/[A-Z][^.]{10,}\./);
    }
  }
});

/** Where markup would be taken for markup; JSON and CSV say by their type, and by nosniff, that they are data. */
const MARKED_UP = /html|xml/;
const STACK = /\bat [\w.]+ \(|node_modules|\.ts:\d+|SQLITE_|error: /;

function expectProblem(
  problem: { status: number; title: string; detail: string; errors?: { field: string; message: string }[] },
  status: number,
): void {
  expect(problem.status).to.equal(status);
  expect(problem.title).to.be.a('string').with.length.above(3);
  expect(problem.detail)
    .to.match(/^[A-Z].*[.!]$/s)
    .and.not.match(/Invalid input|expected string|undefined/);
}

const wordsOf = (html: string): string => /<main[^>]*>([^]*)<\/main>/.exec(html)?.[1]?.replace(/<[^>]*>/g, ' ') ?? '';

function rawStatus(url: string, request: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const { port } = new URL(url);
    const socket = connect(Number(port), '127.0.0.1');
    let answer = '';
    socket.on('data', (chunk: Buffer) => (answer += chunk.toString()));
    socket.on('close', () => resolve(answer.split('\r\n')[0] ?? ''));
    socket.on('error', reject);
    socket.write(request);
    setTimeout(() => socket.destroy(), 1_000).unref();
  });
}
