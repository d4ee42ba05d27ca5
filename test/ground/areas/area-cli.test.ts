import { expect } from 'chai';
import { areaCommands } from '../../../src/ground/areas/area-cli.ts';
import { Problem } from '../../../src/kernel/problem.ts';
import { eachDatabase } from '../../support/databases.ts';
import { aBox, anAsset, anOwner, found } from '../../support/domain.ts';
import { someServices, type TestServices } from '../../support/server.ts';
import { aFile } from '../../support/temp-files.ts';

const WEST = aBox({ lon: -2.4, lat: 53.4 }, 0.05, 0.02);
const EAST = aBox({ lon: -2.35, lat: 53.4 }, 0.05, 0.02);
const wards = (...all: [code: string, name: string, shape: object][]): string =>
  aFile(
    'wards.geojson',
    JSON.stringify({
      features: all.map(([WD23CD, WD23NM, geometry]) => ({ properties: { WD23CD, WD23NM }, geometry })),
    }),
  );
const BOUNDARY = aFile('boundary.geojson', JSON.stringify(aBox({ lon: -2.4, lat: 53.4 }, 0.1, 0.02)));
const WARDS = wards(['W1', 'Bucklow', WEST], ['W2', 'Brooklands', EAST]);
const POSTCODES = aFile(
  'postcodes.csv',
  'postcode,lon,lat\nM33 0AA,-2.38,53.41\nM33 1AA,-2.32,53.41\nM33 9ZZ,0.000000,99.999999\nSW1A 1AA,-0.14,51.5\n',
);

eachDatabase('An area on the command line', (open) => {
  let services: TestServices;
  let said: string[];
  before(async () => void (services = await someServices(await open())));
  beforeEach(() => void (said = []));
  after(() => services.stop());

  const commands = () => areaCommands({ ...services, say: (line) => void said.push(line) });
  const create = (slug: string, ...more: string[]): Promise<void> =>
    commands().create([
      ...['--slug', slug, '--name', slug, '--boundary', BOUNDARY, '--wards', WARDS, '--postcodes', POSTCODES],
      ...more,
    ]);
  const problemOf = async (work: Promise<unknown>): Promise<string> => {
    const error: unknown = await work.then(
      () => 'it was taken',
      (reason: unknown) => reason,
    );
    return error instanceof Problem ? error.message : `not a Problem: ${String(error)}`;
  };

  it('says what it read, and stores nothing in a dry run', async () => {
    await create('trial', '--dry-run');
    expect(said).to.deep.equal([
      '2 wards: names from "WD23NM", codes from "WD23CD".',
      '2 postcodes; left out: 1 have no grid reference, 1 lie more than 30 km away.',
      'Nothing was stored: this was a dry run.',
    ]);
    expect(await services.areas.bySlug('trial')).to.equal(undefined);
    await create('trial');
    expect(said.at(-1)).to.match(/^trial is ready/);
    expect((await services.areas.findPlace('M33', 'trial'))?.point.lat).to.be.closeTo(53.41, 1e-6);
  });

  it('is refused with files of another place', async () => {
    const elsewhere = aFile('boundary.geojson', JSON.stringify(aBox({ lon: 3, lat: 50 }, 0.1, 0.1)));
    expect(await problemOf(create('mixed', '--boundary', elsewhere))).to.match(
      /None of the wards lies in the boundary/,
    );
    const far = aFile('postcodes.csv', 'postcode,lon,lat\nSW1A 1AA,-0.14,51.5\n');
    expect(await problemOf(create('mixed', '--postcodes', far))).to.match(/None of the 1 postcodes lies within 30 km/);
    expect(await problemOf(commands().create(['--slug', 'mixed', '--name', 'Mixed', '--boundary', BOUNDARY]))).to.match(
      /Name the wards file: --wards FILE/,
    );
  });

  it('gets other wards and postcodes, and its places are looked up anew in them', async () => {
    await create('changing');
    const area = found(await services.areas.bySlug('changing'));
    const owner = await anOwner(services, area);
    const inEast = await anAsset(services, { area, owner }, { point: { lon: -2.32, lat: 53.41 } });
    const byPostcode = { number: null, street: null, town: null, postcode: 'M33 0AA' };
    const placed = await anAsset(services, { area, owner }, { point: null, address: byPostcode });
    const wardOf = async (id: string) =>
      (await services.areas.wards(area.id)).find((ward) => ward.id === inRegister.get(id)?.wardId)?.name;
    const inRegister = new Map<string, { wardId: string | null; point: { lon: number; lat: number } | null }>();
    const look = async (): Promise<void> => {
      for (const { id } of [inEast, placed]) inRegister.set(id, found(await services.register.record(services.db, id)));
    };
    await look();
    expect([await wardOf(inEast.id), await wardOf(placed.id)]).to.deep.equal(['Brooklands', 'Bucklow']);

    const newWards = wards(['W1', 'Bucklow St Mary’s', WEST], ['W3', 'Sale East', EAST]);
    const moved = aFile('postcodes.csv', 'postcode,lon,lat\nM33 0AA,-2.31,53.415\n');
    const change = ['--area', 'changing', '--name', 'Changed', '--wards', newWards, '--postcodes', moved];
    await commands().change([...change, '--dry-run']);
    expect((await services.areas.bySlug('changing'))?.name).to.equal('changing');
    await commands().change(change);
    expect(said.slice(-2)).to.deep.equal(['2 places looked up anew in them.', 'Changed is changed.']);
    await look();
    expect([await wardOf(inEast.id), await wardOf(placed.id)]).to.deep.equal(['Sale East', 'Sale East']);
    expect(inRegister.get(placed.id)?.point).to.deep.equal({ lon: -2.31, lat: 53.415 });
    await services.sync.refresh();
    expect((await services.assets.show(inEast.id)).ward?.name).to.equal('Sale East');
    expect((await services.areas.wards(area.id)).map(({ name }) => name)).to.deep.equal([
      'Bucklow St Mary’s',
      'Sale East',
    ]);
  });

  it('is removed while nothing is in it, with the rights on it, and only then', async () => {
    await create('empty');
    const area = found(await services.areas.bySlug('empty'));
    await services.inOneTransaction(async (unit) => {
      const { id } = await services.people.personWith(unit, 'admin@example.org', 'Ann', 'test');
      const right = {
        role: 'area_administrator',
        scope: 'area',
        scopeId: area.id,
        areaId: area.id,
        endsOn: null,
      } as const;
      await services.people.grant(unit, id, right, 'test');
    });
    await commands().remove(['--area', 'empty']);
    expect(said.at(-1)).to.equal('empty is removed, and 1 right on it ended.');
    expect(await services.areas.bySlug('empty')).to.equal(undefined);
    expect(await services.db('postcodes').where({ area_id: area.id })).to.deep.equal([]);
    expect(await services.people.holders('area', [area.id])).to.deep.equal([]);

    await create('full');
    await anOwner(services, found(await services.areas.bySlug('full')));
    expect(await problemOf(commands().remove(['--area', 'full']))).to.match(
      /has places, owners, groups or settings in it/,
    );
    expect(await services.areas.wards(found(await services.areas.bySlug('full')).id)).to.have.lengthOf(2);
  });
});
