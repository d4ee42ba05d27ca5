import { expect } from 'chai';
import { readBoundary, readPostcodes, readWards, type PostcodeLine } from '../../../src/ground/areas/area-files.ts';
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
      const [ward] = await readWards(geoJson([{ [code]: 'E05000001', [name]: ' Larkhill ' }, WEST]));
      expect(ward).to.deep.include({ code: 'E05000001', name: 'Larkhill' });
      expect(ward?.centre).to.deep.equal({ lon: -2.25, lat: 53.45 });
    });
  }

  it('gives a ward without a code its name for one', async () => {
    expect((await readWards(geoJson([{ name: 'Larkhill' }, WEST])))[0]?.code).to.equal('Larkhill');
  });

  it('says which postcode file is not there', async () => {
    const problem = await all(readPostcodes('/nowhere/postcodes.csv')).catch((error: unknown) => error);
    expect(String(problem)).to.include('/nowhere/postcodes.csv cannot be read');
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
