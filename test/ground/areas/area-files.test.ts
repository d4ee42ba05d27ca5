import { expect } from 'chai';
import { readBoundary } from '../../../src/ground/areas/outline-file.ts';
import { readPostcodes, type PostcodeLine } from '../../../src/ground/areas/postcode-file.ts';
import { readWards } from '../../../src/ground/areas/ward-file.ts';
import { boxOf } from '../../../src/kernel/geo.ts';
import { Problem } from '../../../src/kernel/problem.ts';
import { aBox } from '../../support/domain.ts';
import { aFile } from '../../support/temp-files.ts';

const WEST = aBox({ lon: -2.3, lat: 53.4 }, 0.1, 0.1);
const EAST = aBox({ lon: -2.2, lat: 53.4 }, 0.1, 0.1);

describe('Reading the files of an area', () => {
  it('joins the polygons of a boundary to one outline', async () => {
    const outline = await readBoundary(geoJson([{}, WEST], [{}, EAST]));
    expect(outline.type).to.equal('Polygon');
    expect(boxOf(outline)).to.deep.equal([-2.3, 53.4, -2.1, 53.5]);
  });

  for (const [code, name] of [
    ['area_code', 'area_name'],
    ['WD23CD', 'WD23NM'],
    ['gss', 'name'],
    ['code', 'NAME'],
  ] as const) {
    it(`finds a ward’s code and name in "${code}" and "${name}"`, async () => {
      const { wards, taken } = await readWards(geoJson([{ [code]: 'E05000001', [name]: ' Larkhill ' }, WEST]));
      const [ward] = wards;
      expect(taken).to.deep.equal({ code, name });
      expect(ward).to.deep.include({ code: 'E05000001', name: 'Larkhill' });
      expect(ward?.centre).to.deep.equal({ lon: -2.25, lat: 53.45 });
    });
  }

  it('gives a ward without a code its name for one', async () => {
    expect((await readWards(geoJson([{ name: 'Larkhill' }, WEST]))).wards[0]).to.include({ code: 'Larkhill' });
    const [counted] = (await readWards(geoJson([{ name: 'Larkhill', Population: '9412' }, WEST]))).wards;
    expect(counted).to.include({ code: 'Larkhill', residents: 9_412 });
  });

  it('says which postcode file is not there', async () => {
    const problem = await all(readPostcodes('/nowhere/postcodes.csv')).catch((error: unknown) => error);
    expect(String(problem)).to.include('There is no file at /nowhere/postcodes.csv');
  });

  it('reads postcodes by whatever the columns are called, and leaves out what has no place', async () => {
    const file = aFile(
      'postcodes.csv',
      '\uFEFFPCDS,Lat,Long,Ward Code\r\nzz11aa,53.41,-2.25,E05000001\r\nZZ1,53.41,-2.25,\r\nZZ1 1AB,,-2.25,\r\nZZ1 1AC,north,-2.25,\r\nnot one,1,1,\r\n"ZZ1 1AD",53.42,-2.26,\r\n',
    );
    expect(await all(readPostcodes(file))).to.deep.equal([
      { postcode: 'ZZ1 1AA', point: { lon: -2.25, lat: 53.41 }, wardCode: 'E05000001' },
      { postcode: 'ZZ1 1AD', point: { lon: -2.26, lat: 53.42 }, wardCode: null },
    ]);
  });

  it('takes what tells the wards apart, not what they have in common, and says which that was', async () => {
    const { wards, taken } = await readWards(
      geoJson(
        [
          { LAD23CD: 'E08000009', LAD23NM: 'Trafford', AREA_CODE: 'DIW', WD23CD: 'E05000001', WD23NM: 'Larkhill' },
          WEST,
        ],
        [
          { LAD23CD: 'E08000009', LAD23NM: 'Trafford', AREA_CODE: 'DIW', WD23CD: 'E05000002', WD23NM: 'Quayside' },
          EAST,
        ],
      ),
    );
    expect(taken).to.deep.equal({ code: 'WD23CD', name: 'WD23NM' });
    expect(wards.map(({ code, name }) => `${code} ${name}`)).to.deep.equal([
      'E05000001 Larkhill',
      'E05000002 Quayside',
    ]);
  });

  it('refuses wards that no code or no name tells apart, in words', async () => {
    const codes = geoJson(
      [{ AREA_CODE: 'DIW', NAME: 'Larkhill' }, WEST],
      [{ AREA_CODE: 'DIW', NAME: 'Quayside' }, EAST],
    );
    expect(await problemOf(readWards(codes))).to.match(
      /has no code that tells its 2 wards apart: "AREA_CODE" repeat.* "DIW" 2 times/,
    );
    const names = geoJson([{ LAD23NM: 'Trafford' }, WEST], [{ LAD23NM: 'Trafford' }, EAST]);
    expect(await problemOf(readWards(names))).to.match(/has no name that tells its 2 wards apart: "LAD23NM"/);
  });

  it('reads an outline with a byte order mark, and one that is no collection', async () => {
    expect(await readBoundary(aFile('bom.geojson', `\uFEFF${JSON.stringify(WEST)}`))).to.deep.equal(WEST);
    const one = aFile('feature.geojson', JSON.stringify({ type: 'Feature', properties: {}, geometry: WEST }));
    expect(await readBoundary(one)).to.deep.equal(WEST);
  });

  for (const name of ['EPSG:27700', 'urn:ogc:def:crs:EPSG::27700', 'OSGB36']) {
    it(`converts an outline in the British National Grid that says "${name}"`, async () => {
      const [west, south, east, north] = boxOf(await readBoundary(inMetres({ type: 'name', properties: { name } })));
      expect(west).to.be.closeTo(-2.3, 0.01);
      expect(south).to.be.closeTo(53.4, 0.01);
      expect([east > west, north > south]).to.deep.equal([true, true]);
    });
  }

  it('refuses an outline in metres that does not say so, or in a system that we cannot read', async () => {
    expect(await problemOf(readBoundary(inMetres(undefined)))).to.match(
      /the position 380000, 390000 in polygon 1: those are no degrees.*EPSG:4326.*EPSG:27700/,
    );
    expect(await problemOf(readBoundary(inMetres({ type: 'name', properties: { name: 'EPSG:31467' } })))).to.match(
      /in "EPSG:31467", which we cannot read/,
    );
    expect(await problemOf(readBoundary(inMetres({ type: 'name', properties: { name: 'EPSG:4326' } })))).to.match(
      /no degrees/,
    );
  });

  for (const [title, text] of [
    ['semicolons and decimal commas', 'Postcode;Lon;Lat\nZZ1 1AA;-2,25;53,41\n'],
    ['eastings and northings', 'Postcode,Eastings,Northings\nZZ1 1AA,383450,390650\n'],
  ] as const) {
    it(`reads postcodes with ${title}`, async () => {
      const [line, ...more] = await all(readPostcodes(aFile('postcodes.csv', text)));
      expect([line?.postcode, more.length]).to.deep.equal(['ZZ1 1AA', 0]);
      expect(line?.point.lon).to.be.closeTo(-2.25, 0.005);
      expect(line?.point.lat).to.be.closeTo(53.41, 0.005);
    });
  }

  it('counts what a national list marks as having no grid reference, and passes it over', async () => {
    const leftOut = { noGridReference: 0, unreadable: 0 };
    const text = 'pcds,lat,long\nM33 9ZZ,99.999999,0.000000\nJE2 3AA,0,0\nM33 1AA,53.41,-2.3\nM33,53,-2\nM33 1AB,,\n';
    const lines = await all(readPostcodes(aFile('postcodes.csv', text), leftOut));
    expect(lines.map(({ postcode }) => postcode)).to.deep.equal(['M33 1AA']);
    expect(leftOut).to.deep.equal({ noGridReference: 2, unreadable: 2 });
  });

  it('refuses postcodes under headings that it does not know, and says which it found; and a list with none in it', async () => {
    const foreign = all(readPostcodes(aFile('postcodes.csv', 'PLZ,Laenge,Breite\n10115,13.4,52.5\n')));
    expect(await problemOf(foreign)).to.match(
      /needs the headings postcode and lon, lat.*It has: "PLZ", "Laenge", "Breite"/,
    );
    const none = all(readPostcodes(aFile('postcodes.csv', 'postcode,lon,lat\nM33 9ZZ,0,99.999999\n')));
    expect(await problemOf(none)).to.match(/has no line with a full postcode and its place/);
  });

  const wrong: [title: string, file: () => string, says: RegExp][] = [
    ['is not there', () => '/nowhere/boundary.geojson', /nowhere\/boundary\.geojson cannot be read; check its path/],
    ['is not JSON', () => aFile('boundary.geojson', 'lon,lat'), /is not JSON/],
    [
      'holds points',
      () =>
        aFile(
          'boundary.geojson',
          '{"type":"FeatureCollection","features":[{"properties":{},"geometry":{"type":"Point","coordinates":[0,0]}}]}',
        ),
      /is not a GeoJSON FeatureCollection of Polygons/,
    ],
    [
      'is empty',
      () => aFile('boundary.geojson', '{"type":"FeatureCollection","features":[]}'),
      /is not a GeoJSON FeatureCollection/,
    ],
  ];
  for (const [title, file, says] of wrong) {
    it(`says so when a boundary ${title}`, async () => {
      expect(await problemOf(readBoundary(file()))).to.match(says);
    });
  }

  it('says which polygon has no name', async () => {
    expect(await problemOf(readWards(geoJson([{ name: 'Larkhill' }, WEST], [{ colour: 'green' }, EAST])))).to.match(
      /a polygon \(number 2\) without a name property such as "name"/,
    );
  });
});

function geoJson(...features: [properties: Record<string, string>, geometry: object][]): string {
  const collection = {
    type: 'FeatureCollection',
    features: features.map(([properties, geometry]) => ({ type: 'Feature', properties, geometry })),
  };
  return aFile('outlines.geojson', JSON.stringify(collection));
}

/** A square of the British National Grid near 2.3° west, 53.4° north. */
function inMetres(crs: object | undefined): string {
  const square = [
    [380000, 390000],
    [385000, 390000],
    [385000, 395000],
    [380000, 395000],
    [380000, 390000],
  ];
  return aFile('metres.geojson', JSON.stringify({ type: 'Polygon', coordinates: [square], crs }));
}

async function all(lines: AsyncIterable<PostcodeLine>): Promise<PostcodeLine[]> {
  const found: PostcodeLine[] = [];
  for await (const line of lines) found.push(line);
  return found;
}

async function problemOf(work: Promise<unknown>): Promise<string> {
  const error: unknown = await work.then(
    () => 'it was taken',
    (reason: unknown) => reason,
  );
  return error instanceof Problem ? error.message : `not a Problem: ${String(error)}`;
}
