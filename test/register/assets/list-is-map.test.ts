import { expect } from 'chai';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { ASSET_KINDS, ASSET_STATES, CONSTRAINTS, ROUTES } from '../../../src/register/assets/asset-contract.ts';
import { distanceM } from '../../../src/kernel/geo.ts';
import { searchableWords } from '../../../src/kernel/text.ts';
import { aCrowd } from '../../support/crowd.ts';
import { eachDatabase } from '../../support/databases.ts';
import { anArea, anAsset, anOwner, aTown, found, inTown, retireAssets } from '../../support/domain.ts';
import { aServer, type TestServer } from '../../support/server.ts';
import type { PublicAsset } from '../../../src/register/assets/public-asset-contract.ts';

type Filter = Partial<
  Record<
    | 'q'
    | 'near'
    | 'km'
    | 'kind'
    | 'state'
    | 'owner'
    | 'ward'
    | 'can'
    | 'constraint'
    | 'min_m2'
    | 'max_m2'
    | 'bbox'
    | 'area',
    string
  >
>;
type MapFeature = { type: 'cluster' | 'place'; count?: number };

/** How many random sets of filters are tried on each database. */
const RUNS = 60;

eachDatabase('List, map, counts and files', (open) => {
  let server: TestServer;
  let everything: PublicAsset[];

  before(async () => {
    server = await aServer(await open());
    const town = await aTown(server);
    const { assets } = await aCrowd(server, town);
    await retireAssets(
      server,
      town,
      assets.slice(0, 3).map(({ id }) => id),
    );
    // A town elsewhere, so that the filter by area has something to leave out.
    const area = await anArea(server, { slug: 'otherton', name: 'Otherton', southWestCorner: { lon: 0.1, lat: 52.2 } });
    await anAsset(
      server,
      { area, owner: await anOwner(server, area) },
      { name: 'Old Yard', point: { lon: 0.11, lat: 52.21 } },
    );
    everything = await walk('/api/assets?limit=100');
  });
  after(() => server.stop());

  it('agree with each other and with the records, whatever the filters', async () => {
    let answered = 0;
    await fc.assert(
      fc.asyncProperty(filters, async (filter) => {
        const expected = everything.filter((asset) => matches(asset, filter)).length;
        if (expected > 0) answered++;
        expect(await counts(filter)).to.deep.equal({
          list: expected,
          map: expected,
          drawn: expected,
          csv: expected,
          geojson: expected,
          page: expected,
        });
      }),
      { numRuns: RUNS },
    );
    expect(answered, 'filters that matched something').to.be.at.least(RUNS / 4);
  });

  it('agree when nothing matches, and the page says so', async () => {
    expect(await counts({ q: 'zeppelin' })).to.deep.equal({ list: 0, map: 0, drawn: 0, csv: 0, geojson: 0, page: 0 });
    const { text } = await server.get('/assets?q=zeppelin').expect(200);
    expect(text).to.match(/no place|nothing/i);
  });

  it('leave retired places out', async () => {
    expect(everything).to.have.lengthOf(118);
    expect((await counts({})).csv).to.equal(118);
  });

  it('agree with what the service counts without reading any record', async () => {
    expect((await server.assets.count({ state: ['vacant'] })).count).to.equal((await counts({ state: 'vacant' })).list);
  });

  async function counts(filter: Filter): Promise<Record<string, number>> {
    const query = new URLSearchParams(filter).toString();
    const get = async (path: string) => server.get(`${path}?${query}`).buffer(true).expect(200);
    const [list, map, csv, geojson, page] = [
      await get('/api/assets'),
      await get('/api/assets/map'),
      await get('/api/assets.csv'),
      await get('/api/assets.geojson'),
      await get('/assets'),
    ];
    const features: MapFeature[] = map.body.features;
    return {
      list: list.body.total,
      map: map.body.total,
      drawn: features.reduce((sum, feature) => sum + (feature.count ?? 1), 0) + map.body.unplaced,
      csv: parse(csv.text, { columns: true, bom: true }).length,
      geojson: JSON.parse(geojson.text).features.length,
      page: countOn(page.text),
    };
  }

  async function walk(path: string): Promise<PublicAsset[]> {
    const { body } = await server.get(path).expect(200);
    return body.next ? [...body.items, ...(await walk(`${path.split('&cursor')[0]}&cursor=${body.next}`))] : body.items;
  }
});

/** The number in the list's own words, "118 places"; a page with nothing to show has none. */
function countOn(html: string): number {
  const text = html
    .replace(/<!--[^]*?-->/g, '')
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ');
  return Number(/(\d[\d,]*) places?\b/.exec(text)?.[1]?.replaceAll(',', '') ?? 0);
}

/** Most filters stay away most of the time: all of them together match nothing. */
const maybe = <T>(values: fc.Arbitrary<T>) =>
  fc.oneof({ weight: 5, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: values });
const pick = (list: readonly string[]) => maybe(fc.constantFrom(...list));
const size = maybe(fc.constantFrom('0', '150', '300', '599.5', '1200'));

const filters: fc.Arbitrary<Filter> = fc
  .record({
    q: pick(['garden', 'GARDEN old', 'élan', 'high street', 'yard', 'gar']),
    kind: pick(ASSET_KINDS),
    state: maybe(
      fc
        .uniqueArray(fc.constantFrom(...ASSET_STATES), { minLength: 1, maxLength: 4 })
        .map((states) => states.join(',')),
    ),
    owner: pick(['testborough-council', 'harbour-homes']),
    ward: pick(['E99000001', 'E99000004']),
    can: pick(ROUTES),
    constraint: pick(CONSTRAINTS),
    min_m2: size,
    max_m2: size,
    area: pick(['testborough']),
    bbox: maybe(
      fc.tuple(...[0, 0.3, 0.6, 1].map((edge) => fc.constant(edge))).chain((edges) =>
        fc.tuple(fc.constantFrom(...edges), fc.constantFrom(...edges)).map(([a, b]) => {
          const [low, high] = [inTown(Math.min(a, b), 0), inTown(Math.max(a, b), 0.8)];
          return [low.lon, low.lat, high.lon, high.lat].join(',');
        }),
      ),
    ),
    place: maybe(
      fc.constantFrom<Pick<Filter, 'near' | 'km'>>(
        { near: 'ZZ1 1AA' },
        { near: 'ZZ1 1AA', km: '0.6' },
        { near: 'ZZ2', km: '1.2' },
        { near: 'Larkhill', km: '0.4' },
      ),
    ),
  })
  .map(({ place, ...filter }) => given({ ...filter, ...place }));

function given(filter: { [K in keyof Filter]?: string | undefined }): Filter {
  return Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined));
}

const PLACES: Record<string, { lon: number; lat: number }> = {
  'ZZ1 1AA': inTown(0.125, 0.125),
  ZZ2: inTown(0.75, 0.5),
  Larkhill: inTown(0.25, 0.75),
};

/** The same question asked of one record in the plainest way: what the register's index must agree with. */
function matches(asset: PublicAsset, filter: Filter): boolean {
  const { point } = asset;
  const extent = asset.kind === 'land' ? asset.landAreaM2 : (asset.floorAreaM2 ?? asset.landAreaM2);
  const words = searchableWords(
    [
      asset.name,
      asset.code,
      asset.site,
      ...Object.values(asset.address),
      asset.ward?.name,
      asset.owner.name,
      asset.functionLabel,
      asset.description,
      ...asset.features,
    ].join(' '),
  );
  const [west = 0, south = 0, east = 0, north = 0] = filter.bbox?.split(',').map(Number) ?? [];
  const checks: boolean[] = [
    !filter.q || searchableWords(filter.q).every((start) => words.some((word) => word.startsWith(start))),
    !filter.kind || asset.kind === filter.kind,
    !filter.state || filter.state.split(',').includes(asset.state),
    !filter.owner || asset.owner.slug === filter.owner,
    !filter.ward || asset.ward?.code === filter.ward,
    !filter.area || asset.area.slug === filter.area,
    !filter.can || asset.routes.some(({ route }) => route === filter.can),
    !filter.constraint || asset.constraints.some(({ kind }) => kind === filter.constraint),
    !filter.min_m2 || (extent !== null && extent >= Number(filter.min_m2)),
    !filter.max_m2 || (extent !== null && extent <= Number(filter.max_m2)),
    !filter.bbox ||
      (point !== null && point.lon >= west && point.lon <= east && point.lat >= south && point.lat <= north),
    !filter.km || (point !== null && distanceM(found(PLACES[filter.near ?? '']), point) <= Number(filter.km) * 1000),
  ];
  return checks.every((passed) => passed);
}
