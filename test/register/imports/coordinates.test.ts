import { expect } from 'chai';
import fc from 'fast-check';
import proj4 from 'proj4';
import type { Shape } from '../../../src/register/assets/asset-contract.ts';
import { reachOf } from '../../../src/kernel/tables/area-reach.ts';
import { mapColumns } from '../../../src/register/imports/column-reading.ts';
import { readingInside, readingKey, type ReadingContext } from '../../../src/kernel/tables/coordinate-reading.ts';
import { declaredSystem, isKnownSystem, toLonLat } from '../../../src/kernel/tables/coordinate-systems.ts';
import { locationIn } from '../../../src/register/imports/location-text.ts';
import { placeOf } from '../../../src/register/imports/row-place-reading.ts';
import { shapePlaceOf } from '../../../src/register/imports/shape-reading.ts';
import { distanceM } from '../../../src/kernel/geo.ts';

const box = (west: number, south: number, east: number, north: number): Shape => ({
  type: 'Polygon',
  coordinates: [
    [
      [west, south],
      [east, south],
      [east, north],
      [west, north],
      [west, south],
    ],
  ],
});
const HARBOUR = box(-2.5, 53.3, -2.2, 53.5);
const context = (told: string | null = null, boundary = HARBOUR, uk = true): ReadingContext => ({
  reach: reachOf(boundary, 5_000),
  uk,
  told,
});

describe('The reach of an area', () => {
  const within = reachOf(HARBOUR, 5_000);
  const cases: [title: string, lon: number, lat: number, inside: boolean][] = [
    ['the middle', -2.35, 53.4, true],
    ['just inside an edge', -2.2001, 53.4, true],
    ['4.9 km north of the edge', -2.35, 53.5 + 4_900 / 111_195, true],
    ['5.1 km north of the edge', -2.35, 53.5 + 5_100 / 111_195, false],
    ['5 km north and 5 km east of a corner', -2.2 + 5_000 / 66_300, 53.5 + 5_000 / 111_195, false],
    ['far away', 0, 0, false],
  ];
  for (const [title, lon, lat, inside] of cases)
    it(`${inside ? 'includes' : 'leaves out'} ${title}`, () => expect(within({ lon, lat })).to.equal(inside));

  it('leaves out the middle of a large hole, and counts every part of an area in pieces', () => {
    const ring = {
      type: 'Polygon' as const,
      coordinates: [
        ...(HARBOUR.coordinates as number[][][]),
        ...(box(-2.45, 53.32, -2.25, 53.48).coordinates as number[][][]),
      ],
    };
    expect(reachOf(ring, 1_000)({ lon: -2.35, lat: 53.4 })).to.equal(false);
    const parts: Shape = {
      type: 'MultiPolygon',
      coordinates: [HARBOUR.coordinates as number[][][], box(-1, 52, -0.9, 52.1).coordinates as number[][][]],
    };
    expect(reachOf(parts, 1_000)({ lon: -0.95, lat: 52.05 })).to.equal(true);
  });

  it('ends 5 km from a corner, whichever way one leaves it', () => {
    const corner = { lon: -2.2, lat: 53.5 };
    fc.assert(
      fc.property(
        fc.double({ min: 0.05, max: Math.PI / 2 - 0.05, noNaN: true }),
        fc.integer({ min: 4_700, max: 5_300 }).filter((metres) => Math.abs(metres - 5_000) > 60),
        (angle, metres) => {
          const lat = corner.lat + (metres * Math.sin(angle)) / 111_195;
          const lon = corner.lon + (metres * Math.cos(angle)) / (111_195 * Math.cos((corner.lat * Math.PI) / 180));
          expect(within({ lon, lat })).to.equal(metres < 5_000);
        },
      ),
    );
  });

  it('answers the same whichever place it is asked about first', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -2.7, max: -2, noNaN: true }),
        fc.double({ min: 53.2, max: 53.6, noNaN: true }),
        (lon, lat) => {
          const alone = reachOf(HARBOUR, 5_000)({ lon, lat });
          expect(within({ lon, lat })).to.equal(alone);
        },
      ),
    );
  });
});

describe('A pair of coordinates', () => {
  const cases: [title: string, x: number, y: number, declared: string | undefined, read: string | undefined][] = [
    ['in degrees', -2.3520922, 53.3879587, undefined, 'EPSG:4326'],
    ['in degrees, declared as British National Grid', -2.3520922, 53.3879587, 'EPSG:27700', 'EPSG:4326'],
    ['with latitude first', 53.3879587, -2.3520922, 'EPSG:4258', 'EPSG:4326 swapped'],
    ['without the minus sign', 2.3520922, 53.3879587, 'EPSG:4326', 'EPSG:4326 unsigned'],
    ['with latitude first and without the minus sign', 53.3879587, 2.3520922, undefined, 'EPSG:4326 swapped unsigned'],
    ['on the British National Grid, declared as ETRS89', 376_700, 387_900, 'EPSG:4258', 'EPSG:27700'],
    ['on the British National Grid, northing first', 397_000, 376_700, undefined, 'EPSG:27700 swapped'],
    ['in web mercator', -261_834, 7_052_000, undefined, 'EPSG:3857'],
    ['in UTM, as declared', 543_100, 5_915_600, 'EPSG:32630', 'EPSG:32630'],
    ['far outside', -0.1, 51.5, 'EPSG:4326', undefined],
    ['that fit nothing', 9e9, 9e9, undefined, undefined],
  ];
  for (const [title, x, y, declared, read] of cases) {
    it(`${title} is ${read ? `read as ${read}` : 'not read'}`, () => {
      const found = readingInside(x, y, declared, context());
      expect(found && readingKey(found.reading)).to.equal(read);
    });
  }

  it('is read as told before anything else, and as it must be where that does not fit', () => {
    expect(readingInside(376_700, 387_900, undefined, context('EPSG:27700'))?.reading.system).to.equal('EPSG:27700');
    expect(readingInside(-2.35, 53.4, undefined, context('EPSG:27700'))?.reading.system).to.equal('EPSG:4326');
  });

  it('is not tried on the British National Grid elsewhere than in the United Kingdom', () => {
    expect(readingInside(376_700, 387_900, undefined, context(null, HARBOUR, false))).to.equal(undefined);
  });

  it('from the grid lands where Ordnance Survey says, to 5 m', () => {
    // OS worked example: Caister water tower, TG 51409 13177 (A guide to coordinate systems in Great Britain, annex C).
    const point = toLonLat('EPSG:27700', 651_409.903, 313_177.27);
    expect(point && distanceM(point, { lon: 1.716073973, lat: 52.658007833 })).to.be.below(5);
  });

  it('written on any known system comes back as the same place, whatever is declared', () => {
    const place = fc.record({
      lon: fc.double({ min: -2.49, max: -2.21, noNaN: true }),
      lat: fc.double({ min: 53.31, max: 53.49, noNaN: true }),
    });
    fc.assert(
      fc.property(
        place,
        fc.constantFrom('EPSG:4326', 'EPSG:27700', 'EPSG:3857'),
        fc.boolean(),
        fc.constantFrom(undefined, 'EPSG:4326', 'EPSG:4258', 'EPSG:27700'),
        ({ lon, lat }, system, swap, declared) => {
          const [x, y] = written(system, lon, lat);
          // Around here a grid reference makes sense both ways round, so it is only ever taken as written.
          const turned = swap && system !== 'EPSG:27700';
          const found = readingInside(turned ? y : x, turned ? x : y, declared, context());
          expect(found && distanceM(found.point, { lon, lat }))
            .to.be.a('number')
            .below(1);
        },
      ),
    );
  });

  it('knows systems by their many names', () => {
    const names: [string, string | undefined][] = [
      ['OSGB36', 'EPSG:27700'],
      ['British National Grid', 'EPSG:27700'],
      ['WGS84', 'EPSG:4326'],
      ['ETRS89', 'EPSG:4258'],
      ['EPSG:27700', 'EPSG:27700'],
      ['epsg 4326', 'EPSG:4326'],
      ['urn:ogc:def:crs:OGC:1.3:CRS84', 'EPSG:4326'],
      ['urn:ogc:def:crs:EPSG::27700', 'EPSG:27700'],
      ['32630', 'EPSG:32630'],
      ['50.659441, -4.182754', undefined],
      ['EPSG:32699', undefined],
      ['', undefined],
    ];
    for (const [name, system] of names) expect(declaredSystem(name), name).to.equal(system);
    for (const system of ['EPSG:29902', 'EPSG:29903', 'EPSG:2157', 'EPSG:32733', 'EPSG:25832'])
      expect(isKnownSystem(system), system).to.equal(true);
  });
});

describe('A place in one cell', () => {
  const cases: [text: string, x: number | undefined, y?: number][] = [
    ['Latitude: 50.72131 Longitude: -3.53389', -3.53389, 50.72131],
    ['Longitude: -3.5, Latitude: 50.7', -3.5, 50.7],
    ['POINT (-2.35 53.4)', -2.35, 53.4],
    ['POINT Z(-2.35 53.4 12)', -2.35, 53.4],
    ['SRID=27700;POINT(376700 387900)', 376_700, 387_900],
    ['(41.773, -87.615)', -87.615, 41.773],
    ['53.4, -2.35', -2.35, 53.4],
    ['1 High Street, Sale', undefined],
    ['Platform 9 3', undefined],
    ['', undefined],
  ];
  for (const [text, x, y] of cases) {
    it(`${JSON.stringify(text)} is ${x === undefined ? 'no pair' : `${x} east, ${y} north`}`, () =>
      expect(locationIn(text, true)).to.deep.include(
        x === undefined ? {} : { kind: 'pair', x, y, system: text.startsWith('SRID') ? 'EPSG:27700' : undefined },
      ));
  }
});

describe('The place of a row', () => {
  const columns = (headers: string[]) => mapColumns(headers, { map: {} }, { map: {} }).columns;
  const place = (headers: string[], cells: string[]) => placeOf(cells, columns(headers), context());

  it('comes from longitude and latitude where a file has x and y of another system as well', () => {
    expect(
      place(['X Coordinate', 'Y Coordinate', 'Latitude', 'Longitude'], ['1180026.5', '1860895.0', '53.4', '-2.35']),
    ).to.deep.include({ kind: 'inside', point: { lon: -2.35, lat: 53.4 } });
  });
  it('falls back on another column when the first is empty, zero or outside', () => {
    for (const [x, y] of [
      ['', ''],
      ['0.000', '0.000'],
      ['0.5', '51.5'],
    ] as const) {
      expect(place(['GeoX', 'GeoY', 'Location'], [x, y, '(53.4, -2.35)'])).to.deep.include({
        kind: 'inside',
        point: { lon: -2.35, lat: 53.4 },
      });
    }
  });
  it('is blank at 0,0, half when one number is missing, unusable when a number is none', () => {
    expect(place(['GeoX', 'GeoY'], ['0.0', '0'])).to.deep.equal({ kind: 'blank', said: true });
    expect(place(['GeoX', 'GeoY'], ['', '53.4'])).to.deep.include({ kind: 'unusable', why: 'half', column: 'GeoX' });
    expect(place(['GeoX', 'GeoY'], ['52.200.96', '-2.2'])).to.deep.include({
      kind: 'unusable',
      why: 'not_numbers',
      text: '52.200.96',
    });
    expect(place(['Name'], ['Depot'])).to.deep.equal({ kind: 'blank', said: false });
  });
  it('outside the area still says where it would be', () => {
    expect(place(['GeoX', 'GeoY'], ['-0.1', '51.5'])).to.have.nested.property('at.point.lat', 51.5);
  });
});

describe('An outline', () => {
  const square = [
    [-2.35, 53.4],
    [-2.34, 53.4],
    [-2.34, 53.41],
    [-2.35, 53.41],
    [-2.35, 53.4],
  ];
  const read = (geometry: unknown, corners = 100) => shapePlaceOf(geometry, undefined, context(), corners, 'geometry');

  it('is kept with a point that lies on it', () => {
    const { place, shape } = read({ type: 'Polygon', coordinates: [square] });
    expect(shape).to.deep.equal({ type: 'Polygon', coordinates: [square] });
    expect(place).to.deep.include({ kind: 'inside', point: { lon: -2.345, lat: 53.405 } });
  });
  it('on the British grid, open, or turned the wrong way round is put right', () => {
    const grid = square
      .slice(0, 4)
      .map(([lon = 0, lat = 0]) => written('EPSG:27700', lon, lat))
      .reverse();
    const { shape } = read({ type: 'MultiPolygon', coordinates: [[grid]] });
    const ring = shape?.type === 'Polygon' ? shape.coordinates[0] : undefined;
    expect(ring).to.have.length(5);
    expect(ring?.[0]).to.deep.equal(ring?.[4]);
    for (const [lon = 0, lat = 0] of ring ?? [])
      expect(Math.min(...square.map(([x = 0, y = 0]) => distanceM({ lon, lat }, { lon: x, lat: y })))).to.be.below(1);
    const turn = (ring ?? []).reduce(
      (sum, [x = 0, y = 0], i) => sum + x * (ring?.[i + 1]?.[1] ?? y) - y * (ring?.[i + 1]?.[0] ?? x),
      0,
    );
    expect(turn).to.be.above(0);
  });
  it('of lines, of nothing, or of too many corners is not taken', () => {
    expect(read({ type: 'LineString', coordinates: square }).problem).to.include('Only points, polygons');
    expect(read({ type: 'Polygon', coordinates: [square.slice(0, 2)] }).problem).to.include(
      'needs at least three corners',
    );
    expect(read({ type: 'Polygon', coordinates: [square] }, 4).problem).to.include('at most 4 are taken');
    expect(read({ type: 'Polygon', coordinates: [[['a', 'b']]] }).problem).to.include('Only points');
    expect(read(null).place).to.deep.equal({ kind: 'blank', said: true });
  });
});

function written(system: string, lon: number, lat: number): [number, number] {
  if (system === 'EPSG:4326') return [lon, lat];
  const grid =
    '+proj=tmerc +lat_0=49 +lon_0=-2 +k=0.9996012717 +x_0=400000 +y_0=-100000 +ellps=airy +towgs84=446.448,-125.157,542.06,0.15,0.247,0.842,-20.489 +units=m';
  return proj4('EPSG:4326', system === 'EPSG:27700' ? grid : system, [lon, lat]);
}
