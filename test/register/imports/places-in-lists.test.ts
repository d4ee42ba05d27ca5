import { expect } from 'chai';
import { locationIn } from '../../../src/register/imports/location-text.ts';
import { applying, aRegister, asked, importing, kinds } from './a-list.ts';

const AT = { lon: -2.39, lat: 53.41 };
const near = (point: { lon: number; lat: number } | null | undefined, metres = 120): boolean =>
  !!point && Math.hypot((point.lon - AT.lon) * 66_000, (point.lat - AT.lat) * 111_000) < metres;
const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;
const AREA = 'POLYGON((-2.39 53.41,-2.38 53.41,-2.38 53.415,-2.39 53.41))';

describe('A place written in one cell', () => {
  const HEAD = 'ref,name,kind,geometry';
  const inCell = async (text: string) => {
    const register = aRegister();
    const report = await applying(register, `${HEAD}\nP1,Yard,land,${quoted(text)}\n`, { accept: ['no_place'] });
    return { report, asset: register.asset('P1') };
  };

  const points = [
    'POINT(-2.39 53.41)',
    'POINT Z (-2.39 53.41 12)',
    'POINT ZM (-2.39 53.41 12 5)',
    'POINT M(-2.39 53.41 5)',
    'SRID=4326;POINT(-2.39 53.41)',
    'MULTIPOINT(-2.39 53.41)',
    'MULTIPOINT((-2.39 53.41))',
    '{"type":"Point","coordinates":[-2.39,53.41]}',
    '53.41N 2.39W',
    '53.41° N, 2.39° W',
    'N53.41 W2.39',
    '2.39W 53.41N',
    `53°24'36"N 2°23'24"W`,
    '53° 24′ 36″ N, 2° 23′ 24″ W',
    '53 24 36 N 2 23 24 W',
    "53°24.6'N 2°23.4'W",
    'SJ 741 904',
    'SJ741904',
    'SJ 74170 90430',
    '53.41,-2.39,0',
    '-2.39 53.41 0',
    '53,4100;-2,3900',
    '53,41 -2,39',
    '53.41°, -2.39°',
    `53°24'36", -2°23'24"`,
  ];
  for (const text of points)
    it(`is read: ${text}`, async () => {
      const { report, asset } = await inCell(text);
      expect([near(asset.point), kinds(report)], JSON.stringify(asset.point)).to.deep.equal([true, []]);
    });

  for (const text of [
    AREA,
    `MULTIPOLYGON(((-2.39 53.41,-2.38 53.41,-2.38 53.415,-2.39 53.41)))`,
    'POLYGON Z ((-2.39 53.41 1,-2.38 53.41 1,-2.38 53.415 1,-2.39 53.41 1))',
  ])
    it(`is read with its outline: ${text}`, async () => {
      const { report, asset } = await inCell(text);
      expect([
        asset.shape?.type,
        asset.point !== null,
        Math.round((asset.landAreaM2 ?? 0) / 1000),
        kinds(report),
      ]).to.deep.equal(['Polygon', true, 184, []]);
    });

  const unread = [
    'LINESTRING(-2.39 53.41,-2.38 53.41)',
    'MULTIPOINT(-2.39 53.41,-2.38 53.42)',
    'POLYGON((-2.39 53.41,-2.38',
    'SJ 74 90',
    '0101000020E61000001F85EB51B81E03C0',
    '///filled.count.soap',
    'somewhere',
    'GEOMETRYCOLLECTION(POINT(-2.39 53.41))',
    '53.41N 2.39N',
    '53 99 36 N 2 23 24 W',
    'https://maps.example/?q=53.41,-2.39',
    '{"type":"Point"',
  ];
  for (const text of unread)
    it(`is flagged where it cannot be read, and takes no known place away: ${text}`, async () => {
      const register = aRegister();
      await applying(register, `${HEAD}\nP1,Yard,land,POINT(-2.39 53.41)\n`);
      const report = await applying(register, `${HEAD}\nP1,Yard,land,${quoted(text)}\n`);
      expect([near(register.asset('P1').point, 1), report.counts.unchanged, report.counts.flagged]).to.deep.equal([
        true,
        1,
        1,
      ]);
    });

  it('may be an address where the column is called location: then it is neither flagged nor a place', async () => {
    const register = aRegister();
    const list = (where: string): string =>
      `ref,name,kind,longitude,latitude,location\nP1,Yard,land,${where},"12 West Road, Sale"\n`;
    await applying(register, list('-2.39,53.41'));
    const report = await applying(register, list(','));
    expect([near(register.asset('P1').point, 1), kinds(report)]).to.deep.equal([true, []]);
  });
  it('is no grid reference elsewhere than in the United Kingdom', () =>
    expect(locationIn('SJ 741 905', false)).to.deep.equal({ kind: 'unread' }));
  it('stands for the outline beside coordinates of its own, which are the point', async () => {
    const register = aRegister();
    await applying(register, `ref,name,kind,longitude,latitude,wkt\nP1,Yard,land,-2.385,53.411,${quoted(AREA)}\n`);
    expect(register.asset('P1'))
      .to.deep.include({ point: { lon: -2.385, lat: 53.411 } })
      .and.to.have.nested.property('shape.type', 'Polygon');
  });
});

describe('An outline in a list', () => {
  const HEAD = 'ref,name,kind,geometry';
  const triangle = [
    [-2.39, 53.41],
    [-2.38, 53.41],
    [-2.38, 53.415],
    [-2.39, 53.41],
  ];
  const outline = async (coordinates: unknown) => {
    const register = aRegister();
    const feature = {
      type: 'Feature',
      properties: { reference: 'G1', name: 'Green' },
      geometry: { type: 'MultiPolygon', coordinates },
    };
    const report = await applying(register, JSON.stringify({ type: 'FeatureCollection', features: [feature] }), {
      set: { kind: 'land' },
      accept: ['no_place', 'other_area'],
    });
    return { register, report, asset: register.asset('G1') };
  };
  const faulty: [title: string, coordinates: unknown, says: string][] = [
    [
      'a second part in another ocean',
      [
        [triangle],
        [
          [
            [0, 0],
            [1, 0],
            [1, 1],
            [0, 0],
          ],
        ],
      ],
      'outside the area',
    ],
    ['a second part with latitude first', [[triangle], [triangle.map(([lon, lat]) => [lat, lon])]], 'outside the area'],
    [
      'a hole far away',
      [
        [
          triangle,
          [
            [0, 0],
            [1, 0],
            [1, 1],
            [0, 0],
          ],
        ],
      ],
      'outside the area',
    ],
    ['one corner far away', [[[...triangle.slice(0, 2), [2.38, 53.415], triangle[0]]]], 'outside the area'],
    [
      'a bow-tie',
      [
        [
          [
            [-2.39, 53.41],
            [-2.38, 53.415],
            [-2.38, 53.41],
            [-2.39, 53.415],
            [-2.39, 53.41],
          ],
        ],
      ],
      'crosses itself near longitude -2.385',
    ],
    [
      'a line that touches itself',
      [
        [
          [
            [-2.39, 53.41],
            [-2.38, 53.41],
            [-2.38, 53.412],
            [-2.385, 53.41],
            [-2.38, 53.415],
            [-2.39, 53.41],
          ],
        ],
      ],
      'crosses itself',
    ],
    [
      'two parts across each other',
      [[triangle], [triangle.map(([lon = 0, lat = 0]) => [lon - 0.003, lat + 0.001])]],
      'crosses itself',
    ],
    [
      'no land in it',
      [
        [
          [
            [-2.39, 53.41],
            [-2.38, 53.41],
            [-2.39, 53.41],
            [-2.39, 53.41],
          ],
        ],
      ],
      'no land',
    ],
  ];
  for (const [title, coordinates, says] of faulty)
    it(`with ${title} is flagged and not taken`, async () => {
      const { report, asset } = await outline(coordinates);
      expect([asset.shape, asset.landAreaM2, report.counts.flagged]).to.deep.equal([null, null, 1]);
      expect(report.rows[0]?.message).to.include(says);
    });
  it('may have parts and holes that touch, and corners by the thousand', async () => {
    const touching = [
      [triangle],
      [
        [
          [-2.38, 53.415],
          [-2.37, 53.415],
          [-2.37, 53.42],
          [-2.38, 53.415],
        ],
      ],
    ];
    expect((await outline(touching)).report.counts.flagged).to.equal(0);
    const many = Array.from({ length: 20_000 }, (_, at) => {
      const turn = (at / 20_000) * 2 * Math.PI;
      const far = 0.01 + 0.002 * Math.sin(turn * 40);
      return [-2.35 + far * Math.cos(turn), 53.4 + far * Math.sin(turn)];
    });
    const { asset } = await outline([[[...many, many[0]]]]);
    expect(asset.shape).to.not.equal(null);
  });
  it('that is faulty leaves the place that is known', async () => {
    const register = aRegister();
    await applying(register, `${HEAD}\nP1,Yard,land,${quoted(AREA)}\n`);
    const before = structuredClone(register.asset('P1'));
    const report = await applying(
      register,
      `${HEAD}\nP1,Yard,land,"POLYGON((-2.39 53.41,-2.38 53.415,-2.38 53.41,-2.39 53.415,-2.39 53.41))"\n`,
    );
    expect([report.counts.flagged, report.counts.unchanged]).to.deep.equal([1, 1]);
    expect(register.asset('P1')).to.deep.equal(before);
  });
});

describe('Numbers with a comma', () => {
  const areas = async (...cells: string[]) => {
    const register = aRegister();
    const rows = cells.map((cell, at) => `H${at},Yard,-2.39,53.41,Land,${quoted(cell)}`);
    const report = await applying(
      register,
      ['AssetCode,PropertyName,Longitude,Latitude,HoldingType,LandArea', ...rows].join('\n'),
    );
    return {
      hectares: cells.map((_, at) => {
        const m2 = register.asset(`H${at}`).landAreaM2;
        return m2 === null ? null : m2 / 10_000;
      }),
      report,
    };
  };
  it('after a leading 0 are decimals: 0,070 is never 70', async () => {
    expect((await areas('0,070', '0,500')).hectares).to.deep.equal([0.07, 0.5]);
    expect((await areas('0,070 ha')).hectares).to.deep.equal([0.07]);
  });
  it('are decimals in a whole column when one of them can be nothing else, and somebody is told', async () => {
    const { hectares, report } = await areas('1,25', '1,250', '12,5', '1.234,5');
    expect([hectares, report.counts.flagged]).to.deep.equal([[1.25, 1.25, 12.5, 1234.5], 0]);
    expect(report.notices.join()).to.include('decimal comma');
  });
  it('are thousands where nothing speaks against it', async () =>
    expect((await areas('1,250', '2', '0.5')).hectares).to.deep.equal([1250, 2, 0.5]));
  it('are left out and flagged where the column contradicts itself', async () => {
    const { hectares, report } = await areas('0.25', '1,25', '1,250');
    expect([hectares, kinds(report)]).to.deep.equal([[0.25, 1.25, null], ['flagged bad_number 4']]);
    expect((await areas('1,250', '2,250', '3,250', '4,250', '5,250', '12,5')).hectares.slice(0, 5)).to.deep.equal([
      null,
      null,
      null,
      null,
      null,
    ]);
  });
  it('in coordinates are read as they fall into the area', async () => {
    const register = aRegister();
    const list =
      'Ref;Name;Kind;Lon;Lat\nA1;Yard;Land;-2,3901;53,4101\nA2;Mill;Land;-2,390;53,410\nA3;Shed;Land;-2.39;53.41\n';
    expect(kinds(await applying(register, list))).to.deep.equal([]);
    for (const code of ['A1', 'A2', 'A3'])
      expect([code, near(register.asset(code).point, 20)]).to.deep.equal([code, true]);
  });
});

describe('Places without a place on the map', () => {
  const HEAD = 'Reference,Name,Asset type,Longitude,Latitude';
  it('are counted in a notice', async () => {
    const report = await importing(aRegister(), `${HEAD}\nE1,Green,Land,,\nE2,Yard,Land,,\nE3,Mill,Land,-2.39,53.41\n`);
    expect([asked(report), report.notices.filter((notice) => notice.includes('no place on the map'))]).to.deep.equal([
      [],
      ['2 of 3 places have no place on the map: neither coordinates nor a postcode were read for them.'],
    ]);
  });
  it('are asked about when they are all, with the column that is missing', async () => {
    const register = aRegister();
    const list = 'Reference,Name,Asset type,GeoY,State\nE1,Green,Land,52.11,Vacant\n';
    const open = await applying(register, list);
    expect([open.applied, asked(open)]).to.deep.equal([false, ['no_place']]);
    expect(open.questions[0]?.message).to.include('"GeoY"').and.include('the other coordinate');
    expect((await applying(register, list, { accept: ['no_place'] })).applied).to.equal(true);
    expect(asked(await applying(register, list))).to.deep.equal([]);
    const features = [1, 2].map((id) => ({
      type: 'Feature',
      properties: { reference: `G${id}`, name: 'x' },
      geometry: null,
    }));
    expect(
      asked(
        await importing(aRegister(), JSON.stringify({ type: 'FeatureCollection', features }), {
          set: { kind: 'land' },
        }),
      ),
    ).to.deep.equal(['no_place']);
  });
});
