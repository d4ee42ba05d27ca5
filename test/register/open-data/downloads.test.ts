import { once } from 'node:events';
import { get } from 'node:http';
import { booleanClockwise } from '@turf/turf';
import { expect } from 'chai';
import { parse } from 'csv-parse/sync';
import type { Feature, Geometry } from 'geojson';
import { importOptionsSchema } from '../../../src/register/imports/import-contract.ts';
import { eachDatabase } from '../../support/databases.ts';
import { aTown, someAssets, type Town } from '../../support/domain.ts';
import { aServer, type TestServer } from '../../support/server.ts';
import { aFile } from '../../support/temp-files.ts';
import { aRegister, COUNTS, SOUTH } from './a-register.ts';

type Row = Record<string, string>;
const FILTERS = [
  '',
  '?kind=land',
  '?state=in_use',
  `?bbox=${SOUTH}`,
  '?q=hall',
  '?near=ZZ1+1AA&km=1',
  '?min_m2=110&kind=land',
  '?ward=E99000001',
];

eachDatabase('The downloads', (open) => {
  let server: TestServer;
  let town: Town;
  before(async () => {
    server = await aServer(await open());
    town = await aTown(server);
    await aRegister(server, town);
  });
  after(() => server.stop());

  const csv = async (query = ''): Promise<Row[]> =>
    parse<Row>((await server.get(`/api/assets.csv${query}`).expect(200)).text, { columns: true, bom: true });
  const geoJson = async (query = ''): Promise<{ features: Feature<Geometry | null>[]; bbox?: number[] }> =>
    (await server.get(`/api/assets.geojson${query}`).expect(200)).body;

  for (const query of FILTERS) {
    it(`hold as many places as the list for "${query}"`, async () => {
      const { body } = await server.get(`/api/assets${query}`).expect(200);
      expect((await csv(query)).length).to.equal(body.total);
      expect((await geoJson(query)).features.length).to.equal(body.total);
    });
  }

  it('as CSV begin with the mark by which spreadsheets know UTF-8', async () => {
    const { text } = await server.get('/api/assets.csv').expect(200);
    expect(text).to.match(/^\uFEFFOrganisationLabel,/);
    expect(text.lastIndexOf('\uFEFF')).to.equal(0);
  });

  it('are files with the day in their name', async () => {
    const { headers } = await server.get('/api/assets.csv').expect(200);
    expect(headers).to.include({
      'content-disposition': 'attachment; filename="meantime-assets-2027-03-03.csv"',
      'access-control-allow-origin': '*',
    });
    expect(headers['content-type']).to.match(/^text\/csv; charset=utf-8/);
    const bytes = Buffer.from(await (await fetch(`${server.url}/api/assets.csv`)).arrayBuffer());
    expect(bytes.subarray(0, 3).toString('hex'), 'byte order mark, for spreadsheets').to.equal('efbbbf');
    expect((await server.get('/api/assets.geojson').expect(200)).headers['content-type']).to.equal(
      'application/geo+json',
    );
  });

  it('are empty when nothing fits', async () => {
    expect(await csv('?q=nowhere')).to.deep.equal([]);
    expect(await geoJson('?q=nowhere')).to.deep.equal({ type: 'FeatureCollection', features: [] });
  });

  it('refuse filters they do not know', async () => {
    for (const path of [
      '/api/assets.csv?colour=red',
      '/api/assets.geojson?colour=red',
      '/api/assets.csv?owner=nobody',
      '/api/assets.csv?kind=boat',
      '/api/assets.csv?cursor=x',
    ]) {
      const { body } = await server
        .get(path)
        .expect(400)
        .expect('content-type', /problem\+json/);
      expect(body.errors).to.have.lengthOf(1);
    }
  });

  it('keep formulas from running and hidden buildings hidden', async () => {
    const rows = await csv();
    const byCode = new Map(rows.map((row) => [row['AssetCode'], row]));
    expect(byCode.get('N-2')).to.include({
      PropertyName: `'=HYPERLINK("http://example.org")`,
      TenureDetail: 'Owner occupied | Licence out',
    });
    expect(byCode.get('NORTH')).to.include({ PropertyName: `'+44 Club`, Purpose: `'@home`, BuildingCosts: '1250.5' });
    expect(byCode.has('H-1') || byCode.has('GONE')).to.equal(false);
    expect(rows.find(({ AssetCode }) => AssetCode?.startsWith('M-'))).to.include({
      StreetName: '',
      PostCode: 'ZZ2',
      GeoX: '',
      GeoY: '',
      CoordinateReferenceSystem: '',
      BuildingSize: '300',
    });
    expect(Number(byCode.get('P-00')?.['GeoX'])).to.be.lessThan(0);
  });

  it('come back through the import without a change', async () => {
    const { text } = await server.get('/api/assets.csv').expect(200);
    const options = importOptionsSchema.parse({ area: town.area.slug, owner: town.owner.name });
    const { counts, questions, issues } = await server.imports.importFile({ path: aFile('assets.csv', text), options });
    expect(questions).to.deep.equal([]);
    // Of what the register does not know, the import says that the Transparency Code asks for it.
    expect(new Set(issues.map(({ kind }) => kind))).to.deep.equal(new Set(['missing_value']));
    expect(counts).to.deep.include({
      read: COUNTS.all,
      unchanged: COUNTS.all,
      added: 0,
      changed: 0,
      gone: 0,
      rejected: 0,
      skipped: 0,
    });
  });

  it('turn outlines the way RFC 7946 has them and give the box of everything', async () => {
    const { features, bbox } = await geoJson();
    const outlines = features.flatMap(({ geometry }) => (geometry?.type === 'Polygon' ? geometry.coordinates : []));
    expect(outlines.map((ring) => booleanClockwise(ring))).to.deep.equal([false]);
    expect(features.filter(({ geometry }) => geometry === null)).to.have.lengthOf(COUNTS.unplaced);
    expect(bbox).to.have.lengthOf(4);
    expect(new Set(features.map(({ id }) => id)).size).to.equal(COUNTS.all);
  });

  it('let go of everything when the reader leaves half-way', async () => {
    await someAssets(
      server,
      town,
      Array.from({ length: 2_000 }, () => ({ description: 'Long. '.repeat(200) })),
    );
    for (let round = 0; round < 5; round++) {
      const request = get(`${server.url}/api/assets.csv`, { headers: { 'accept-encoding': 'identity' } });
      const [response] = await once(request, 'response');
      await once(response, 'data');
      request.destroy();
    }
    expect((await csv()).length).to.equal(COUNTS.all + 2_000);
    expect(server.errors).to.deep.equal([]);
  });

  it('answer HEAD with the headers alone', async () => {
    const { headers, text } = await server.request.head('/api/assets.csv').expect(200);
    expect(headers['content-disposition']).to.match(/\.csv"$/);
    expect(text ?? '').to.equal('');
  });
});
