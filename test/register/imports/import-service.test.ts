import { expect } from 'chai';
import fc from 'fast-check';
import { publicCodeOf } from '../../../src/register/assets/asset-redaction-rules.ts';
import { importOptionsSchema } from '../../../src/register/imports/import-contract.ts';
import { ImportProblem } from '../../../src/kernel/tables/import-problem.ts';
import { importService } from '../../../src/register/imports/import-service.ts';
import { csvBeginning, csvLines } from '../../../src/kernel/tables/csv-writing.ts';
import { LGA_COLUMNS } from '../../../src/register/open-data/lga-columns.ts';
import { aFile } from '../../support/temp-files.ts';
import { applying, aRegister, asked, HEADER, importing, kinds, type More, row } from './a-list.ts';
import type { RegisterInMemory } from './register-in-memory.ts';
import { newAsset } from '../../../src/register/imports/row-asset-reading.ts';

describe('An import', () => {
  it('without --apply stores nothing and creates nothing', async () => {
    const register = aRegister();
    const report = await importing(register, [row('A1'), row('A2')]);
    expect(report).to.deep.include({ applied: false, questions: [] });
    expect(report.counts).to.deep.include({ read: 2, added: 2 });
    expect(register.assets.size + register.reports.length).to.equal(0);
    expect(register.scopes.map(({ mode }) => mode)).to.deep.equal(['dry_run']);
  });

  it('stores every row with what it says, and itself', async () => {
    const register = aRegister();
    const report = await applying(register, [
      row('A1', { uprn: '010012809302', postcode: 'm337zf', detail: 'Leasehold', holding: 'Land/Buildings' }),
    ]);
    expect(report.applied).to.equal(true);
    expect(register.reports.map(({ id }) => id)).to.deep.equal([report.id]);
    expect(register.asset('A1')).to.deep.include({
      name: 'Hall A1',
      kind: 'building',
      holding: 'land_and_buildings',
      tenure: 'freehold',
      tenureDetails: ['leasehold_out'],
      state: 'in_use',
      certainty: 'reported',
      point: { lon: -2.35, lat: 53.4 },
      identifiers: [{ scheme: 'uprn', value: '10012809302' }],
      address: { number: null, street: null, town: null, postcode: 'M33 7ZF' },
    });
  });

  it('of the same file again changes nothing', async () => {
    const register = aRegister();
    const rows = [
      row('A1', { detail: 'Vacant' }),
      row('A2', { holding: 'Land', detail: 'Vacant | Licence out' }),
      row('A3', { x: '', y: '' }),
    ];
    await applying(register, rows);
    const before = structuredClone(register.assets);
    expect((await applying(register, rows)).counts).to.deep.include({ added: 0, changed: 0, unchanged: 3, gone: 0 });
    expect(register.assets).to.deep.equal(before);
  });

  it('leaves an asset alone that the register has placed by its postcode', async () => {
    const register = aRegister();
    await applying(register, [row('A1', { x: '', y: '' })]);
    Object.assign(register.asset('A1'), { point: { lon: -2.31, lat: 53.41 }, precision: 'postcode' });
    expect((await applying(register, [row('A1', { x: '', y: '' })])).counts).to.deep.include({
      unchanged: 1,
      changed: 0,
    });
  });

  it('next year adds, changes, retires softly and brings back', async () => {
    const register = aRegister();
    await applying(register, [row('A1'), row('A2'), row('A3')]);
    const second = await applying(register, [row('A1'), row('A2', { name: 'New Hall' }), row('A4')]);
    expect(second.counts).to.deep.include({ added: 1, changed: 1, unchanged: 1, gone: 1 });
    expect(second.changes).to.deep.include({
      line: 3,
      code: 'A2',
      fields: [{ field: 'name', before: 'Hall A2', after: 'New Hall' }],
    });
    expect(register.live()).to.deep.equal(['A1', 'A2', 'A4']);
    expect(register.asset('A3').retiredOn).to.equal('2026-05-04');
    const third = await applying(register, [row('A1'), row('A2', { name: 'New Hall' }), row('A3'), row('A4')]);
    expect(third.counts).to.deep.include({ changed: 1, unchanged: 3, gone: 0 });
    expect(register.asset('A3').retiredOn).to.equal(null);
  });

  it('goes through added, changed and gone rows of any two years, and ends with exactly the second list', async () => {
    const year = fc.dictionary(
      fc.constantFrom('A', 'B', 'C', 'D', 'E', 'F', 'G'),
      fc.constantFrom('Depot', 'Hall', 'Yard'),
      { minKeys: 1 },
    );
    await fc.assert(
      fc.asyncProperty(year, year, async (first, second) => {
        const register = aRegister();
        const rows = (list: Record<string, string>): string[] =>
          Object.entries(list).map(([code, name]) => row(code, { name }));
        await applying(register, rows(first), { limits: { batch: 2 } });
        const { counts } = await applying(register, rows(second), { limits: { batch: 2 }, accept: ['many_gone'] });
        const codes = Object.keys(second);
        expect(counts).to.deep.include({
          added: codes.filter((code) => !(code in first)).length,
          gone: Object.keys(first).filter((code) => !(code in second)).length,
          unchanged: codes.filter((code) => first[code] === second[code]).length,
          changed: codes.filter((code) => code in first && first[code] !== second[code]).length,
        });
        expect(register.live()).to.deep.equal(codes.toSorted());
        for (const code of codes) expect(register.asset(code).name).to.equal(second[code]);
      }),
      { numRuns: 20 },
    );
  });

  it('never retires what was added by hand or comes from another list of the owner', async () => {
    const register = aRegister();
    register.addByHand(
      newAsset({
        line: 1,
        code: 'HAND',
        plain: {},
        address: {},
        identifiers: [],
        state: null,
        stateUnclear: false,
        buildingCostsPence: undefined,
        certainty: 'seen',
      }),
    );
    await applying(register, [row('N1')], { list: 'nhs' });
    await applying(register, [row('A1')]);
    expect((await applying(register, [row('A2')], { accept: ['many_gone'] })).counts.gone).to.equal(1);
    expect(register.live()).to.deep.equal(['A2', 'HAND', 'N1']);
  });

  it('leaves what a person corrected and says so', async () => {
    const register = aRegister();
    await applying(register, [row('A1')]);
    Object.assign(register.asset('A1'), { name: 'The Old Hall', lockedFields: ['name'] });
    const report = await applying(register, [row('A1', { name: 'Hall 1', postcode: 'M33 7ZG' })]);
    expect(register.asset('A1'))
      .to.deep.include({ name: 'The Old Hall' })
      .and.to.have.nested.property('address.postcode', 'M33 7ZG');
    expect(kinds(report)).to.deep.equal(['flagged locked 2']);
  });

  it('leaves states that come from casework, and states seen since where the list says nothing new', async () => {
    const register = aRegister();
    await applying(register, [row('A1', { detail: 'Vacant' }), row('A2'), row('A3', { detail: 'Vacant' })]);
    register.asset('A1').state = 'asked_for';
    register.asset('A2').state = 'under_used';
    const report = await applying(register, [row('A1'), row('A2'), row('A3')]);
    expect(['A1', 'A2', 'A3'].map((code) => register.asset(code).state)).to.deep.equal([
      'asked_for',
      'under_used',
      'in_use',
    ]);
    expect(kinds(report)).to.deep.equal(['flagged state_kept 2']);
  });

  it('leaves the state of a place that a group has asked for, keeps it although the list has lost it, and says both', async () => {
    const register = aRegister();
    await applying(register, [row('A1', { detail: 'Vacant' }), row('A2'), row('A3')]);
    for (const code of ['A1', 'A2']) register.asset(code).heldBy = `MB-${code}`;
    const { state } = register.asset('A1');
    const report = await applying(register, [row('A1'), row('A3')]);
    expect(register.asset('A1')).to.include({ state, heldBy: 'MB-A1' });
    expect(kinds(report)).to.deep.equal(['flagged held 2']);
    expect(report.rows[0]?.message).to.include('a group has asked for it (MB-A1)');
    expect([report.counts.gone, register.live()]).to.deep.equal([0, ['A1', 'A2', 'A3']]);
    expect(report.notices.join())
      .to.include('1 place is not in the file any more and yet stays')
      .and.include('A2 (MB-A2)');
    register.asset('A2').heldBy = null;
    const later = await applying(register, [row('A1'), row('A3')]);
    expect([later.counts.gone, register.live()]).to.deep.equal([1, ['A1', 'A3']]);
  });

  it('keeps where an empty building is although the list blanks it', async () => {
    const register = aRegister();
    await applying(register, [
      row('A1', { uprn: '100012797623' }),
      row('L1', { holding: 'Land', uprn: '100012797624' }),
    ]);
    const blank = { detail: 'Vacant', x: '', y: '', postcode: 'M33' };
    await applying(register, [row('A1', blank), row('L1', { ...blank, holding: 'Land' })]);
    expect(register.asset('A1')).to.deep.include({
      state: 'vacant',
      point: { lon: -2.35, lat: 53.4 },
      identifiers: [{ scheme: 'uprn', value: '100012797623' }],
    });
    expect(register.asset('A1').address.postcode).to.equal('M33 7ZF');
    expect(register.asset('L1')).to.deep.include({ point: null, identifiers: [] });
  });

  it('rolls everything back when anything fails', async () => {
    const register = aRegister();
    await applying(register, [row('A1')]);
    const before = structuredClone(register.assets);
    const deps = register.deps();
    const failing = importService({
      ...deps,
      inOneTransaction: (scope, work) =>
        deps.inOneTransaction(scope, (target, store) =>
          work(target, { ...store, record: () => Promise.reject(new Error('disk full')) }),
        ),
    });
    const path = aFile('list.csv', `${HEADER}\n${row('A2')}\n`);
    const options = importOptionsSchema.parse({
      area: 'marlbeck',
      owner: 'Council',
      apply: true,
      accept: ['many_gone'],
    });
    expect(await failing.importFile({ path, options }).catch((error: Error) => error.message)).to.equal('disk full');
    expect(register.assets).to.deep.equal(before);
  });

  it('tells how far it has come, to the end', async () => {
    const register = aRegister();
    const told: number[] = [];
    const path = aFile('list.csv', `${HEADER}\n${row('A1')}\n`);
    await importService(register.deps()).importFile({
      path,
      options: importOptionsSchema.parse({ area: 'marlbeck', owner: 'C' }),
      onProgress: ({ done, total }) => told.push(done / total),
    });
    expect(told.at(-1)).to.equal(1);
  });

  it('for an area or a coordinate system nobody knows cannot begin', async () => {
    const problem = (options: More): Promise<unknown> =>
      importing(aRegister(), [row('A1')], options).catch((error: unknown) => error);
    expect(await problem({ area: 'atlantis' }))
      .to.be.instanceOf(ImportProblem)
      .and.to.have.property('message')
      .that.includes('no area called "atlantis"');
    expect(await problem({ crs: 'EPSG:9999' }))
      .to.be.instanceOf(ImportProblem)
      .and.to.have.property('message')
      .that.includes('cannot read EPSG:9999');
  });
});

describe('The rows of a list', () => {
  it('that are the same are taken once; two with one reference and other values are not both taken', async () => {
    const report = await importing(aRegister(), [
      row('A1'),
      row('A1', { name: 'Hall A1 ' }),
      row('A1', { name: 'Other' }),
    ]);
    expect(report.counts).to.deep.include({ read: 3, added: 1, skipped: 1, rejected: 1 });
    expect(kinds(report)).to.deep.equal(['skipped same_row 3', 'rejected same_reference 4']);
  });
  it('without a reference are rejected, repeated headers skipped', async () => {
    expect(kinds(await importing(aRegister(), [row('A1'), HEADER, row(''), row('A2'), row('A3')]))).to.deep.equal([
      'skipped header_again 3',
      'rejected no_reference 4',
    ]);
  });
  it('that are rejected do not make their asset gone', async () => {
    const register = aRegister();
    await applying(register, [row('A1'), row('A2')]);
    const report = await applying(register, [row('A1'), row('A2'), row('A2', { name: 'Twice' })]);
    expect(report.counts).to.deep.include({ gone: 0, rejected: 1 });
  });
  it('with something odd are taken and flagged, each with a sentence', async () => {
    const report = await importing(aRegister(), [
      row('A1', { uprn: '1.00013E+11' }),
      row('A2', { x: '-0.1', y: '51.5' }),
      row('A3', { x: '53.4', y: '-2.35' }),
      row('A4', { x: '2.35' }),
      row('A5', { postcode: 'Sale' }),
      row('A6', { tenure: 'Frehold' }),
      row('A7', { x: '' }),
      row('A8', { name: '#REF!' }),
      row('A9', { tenure: '' }),
      row('B1'),
      row('B2'),
      row('B3'),
    ]);
    expect(report.counts).to.deep.include({ added: 12, flagged: 9, rejected: 0 });
    expect(kinds(report)).to.deep.equal([
      'flagged bad_uprn 2',
      'flagged outside_area 3',
      'flagged other_reading 4',
      'flagged other_reading 5',
      'flagged bad_postcode 6',
      'flagged unknown_term 7',
      'flagged bad_coordinate 8',
      'flagged spreadsheet_error 9',
      'flagged no_name 9',
      'flagged missing_value 10',
    ]);
    expect(report.rows.find(({ line }) => line === 7)?.message).to.include('Did you mean "Freehold"?');
    for (const { message } of report.rows) expect(message).to.match(/^["A-Z].*[.?]$/);
  });
  it('with shifted or missing cells are flagged', async () => {
    expect(kinds(await importing(aRegister(), [row('A1'), `${row('A2')},surplus`, 'A3,Short']))).to.include.members([
      'flagged extra_cells 3',
      'flagged missing_cells 4',
    ]);
  });
  it('are all counted though only so many are listed', async () => {
    const report = await importing(
      aRegister(),
      Array.from({ length: 30 }, (_, i) => row(`A${i}`, { uprn: 'x' })),
      { limits: { listedRows: 10, batch: 7 } },
    );
    expect(report.rows).to.have.length(10);
    expect(report.issues).to.deep.include({
      kind: 'bad_uprn',
      level: 'flagged',
      column: 'UPRN',
      rows: 30,
      lines: [2, 3, 4, 5, 6],
      example: report.rows[0]?.message,
    });
  });
  it('hold no person: contact columns are not stored, nor are numbers in descriptions', async () => {
    const register = aRegister();
    const report = await applying(
      register,
      'AssetCode,PropertyName,Contact Name,Telephone,Description,HoldingType,TenureType\nA1,Depot,Jo Bloggs,0161 912 2000,Ring jo@council.gov.uk,Land,Freehold\n',
    );
    expect(JSON.stringify([...register.assets])).not.to.match(/Bloggs|912|jo@council/);
    expect(report.notices.join()).to.include('"Contact Name", "Telephone"');
    expect(kinds(report)).to.deep.equal(['flagged contact_removed 2']);
  });
  it('of other organisations in the same file are left to their owners', async () => {
    const register = aRegister();
    const report = await applying(
      register,
      `OrganisationLabel,${HEADER}\nCouncil,${row('A1')}\nHarbour Homes,${row('H1')}\n`,
    );
    expect(kinds(report)).to.deep.equal(['skipped other_owner 3']);
    expect(register.live()).to.deep.equal(['A1']);
  });
  it('count as a building when nobody can tell, the more careful choice', async () => {
    const register = aRegister();
    await applying(register, [row('A1', { holding: 'Wumpus' })], { accept: ['unknown_kind'] });
    expect(register.asset('A1').kind).to.equal('building');
  });
});

describe('A brownfield register', () => {
  const HEAD =
    'SiteReference,SiteNameAddress,CoordinateReferenceSystem,GeoX,GeoY,Hectares,OwnershipStatus,PlanningStatus,Notes,LastUpdatedDate,EndDate';
  const site = (code: string, ownership: string, end = ''): string =>
    `${code},"Works, Sale, M33 7ZF",WGS84,-2.35,53.4,0.25,${ownership},permissioned,,2024-01-31,${end}`;

  it('gives land that the public owns, under-used as far as anybody knows', async () => {
    const register = aRegister();
    const report = await applying(
      register,
      [
        HEAD,
        site('B1', 'owned by a public authority'),
        site('B2', 'mixed ownership'),
        site('B3', 'not owned by a public authority'),
        site('B4', ''),
        site('B5', 'unknown ownership'),
      ].join('\n'),
    );
    expect(report.file.format).to.equal('brownfield');
    expect(register.live()).to.deep.equal(['B1', 'B2']);
    expect(register.asset('B1')).to.deep.include({
      kind: 'land',
      state: 'under_used',
      certainty: 'assumed',
      landAreaM2: 2500,
      effectiveOn: '2024-01-31',
    });
    expect(register.asset('B1').address.postcode).to.equal('M33 7ZF');
    expect(kinds(report)).to.deep.equal(['skipped not_public 4', 'skipped unclear_owner 5', 'skipped unknown_owner 6']);
  });
  it('retires sites on the day they ended or when they are sold, keeps those whose owner became unclear', async () => {
    const register = aRegister();
    const owned = 'owned by a public authority';
    await applying(
      register,
      [HEAD, site('B1', owned), site('B2', owned), site('B3', owned), site('B4', owned)].join('\n'),
    );
    const report = await applying(
      register,
      [
        HEAD,
        site('B1', owned, '2025-03-31'),
        site('B2', 'not owned by a public authority'),
        site('B3', ''),
        site('B4', owned, '2099-01-01'),
      ].join('\n'),
    );
    expect(report.counts).to.deep.include({ gone: 2, skipped: 3, unchanged: 1 });
    expect(register.live()).to.deep.equal(['B3', 'B4']);
    expect(['B1', 'B2'].map((code) => register.asset(code).retiredOn)).to.deep.equal(['2025-03-31', '2026-05-04']);
  });
});

describe('A question', () => {
  const HEAD = 'Ref,Name,GeoX,GeoY,Kind,Last update';
  const csv = (...rows: string[]): string => [HEAD, ...rows].join('\n');

  it('about the order of dates is asked, answered, and remembered', async () => {
    const register = aRegister();
    const list = csv('A1,Depot,-2.35,53.4,Land,02/01/2018', 'A2,Hall,-2.35,53.4,Land,07/01/2019');
    const open = await applying(register, list);
    expect(open.questions).to.deep.include({
      code: 'date_order',
      message:
        'The column "Last update" does not show whether "02/01/2018" has the day or the month first. Say which it is.',
      answers: ['--dates dmy', '--dates mdy'],
    });
    expect([open.applied, register.assets.size]).to.deep.equal([false, 0]);
    expect((await applying(register, list, { dates: 'dmy' })).applied).to.equal(true);
    expect(register.asset('A1').effectiveOn).to.equal('2018-01-02');
    expect(asked(await applying(register, list))).to.deep.equal([]);
  });
  it('about a wrongly declared coordinate system is asked once', async () => {
    const register = aRegister();
    const list =
      'AssetCode,PropertyName,CoordinateReferenceSystem,GeoX,GeoY,HoldingType,TenureType\nA1,Depot,ETRS89,376700,387900,Land,Freehold\n';
    const open = await applying(register, list);
    expect(open.questions.map(({ answers }) => answers)).to.deep.equal([['--crs EPSG:27700']]);
    expect((await applying(register, list, { crs: 'EPSG:27700' })).applied).to.equal(true);
    expect(asked(await applying(register, list))).to.deep.equal([]);
    expect(asked(await applying(register, list, { crs: 'EPSG:4326' }))).to.deep.equal(['crs']);
  });
  it('about one row that declares another system than the rest is only a flag', async () => {
    const rows = ['WGS84', 'WGS84', 'OSGB36'].map((system, i) => `A${i},Depot,${system},-2.35,53.4,Land,Freehold`);
    const report = await importing(
      aRegister(),
      ['AssetCode,PropertyName,CoordinateReferenceSystem,GeoX,GeoY,HoldingType,TenureType', ...rows].join('\n'),
    );
    expect([asked(report), kinds(report)]).to.deep.equal([[], ['flagged wrong_system 4']]);
  });
  it('about a file from elsewhere says where its places are', async () => {
    const register = aRegister();
    const list = [row('A1', { x: '-0.1276', y: '51.5072' }), row('A2', { x: '-0.13', y: '51.51' })];
    const open = await applying(register, list);
    expect(asked(open)).to.deep.equal(['other_area']);
    expect(open.questions[0]?.message)
      .to.include('None of the 2 places in this file lies in Marlbeck')
      .and.to.include('latitude 51.507, longitude -0.128');
    expect((await applying(register, list, { accept: ['other_area'] })).applied).to.equal(true);
    expect(register.asset('A1').point).to.equal(null);
  });
  it('about missing references names the columns that could serve, and takes the answer', async () => {
    const register = aRegister();
    const list =
      'Site Name Address,Ownership,Planning Status,Hectares,GeoX,GeoY\nDepot,Owned by a public authority,x,1,-2.35,53.4\nHall,Owned by a public authority,x,1,-2.35,53.4\n';
    const open = await applying(register, list);
    expect(open.questions).to.have.length(1);
    expect(open.questions[0]).to.deep.include({ code: 'no_code', answers: ['--map "Site Name Address=code,name"'] });
    expect((await applying(register, list, { map: { 'Site Name Address': ['code', 'name'] } })).applied).to.equal(true);
    expect(register.asset('Depot').name).to.equal('Depot');
    expect((await applying(register, list)).counts).to.deep.include({ unchanged: 2 });
  });
  it('about a missing header row takes numbered columns for an answer', async () => {
    const register = aRegister();
    const list = '17,Depot,-2.35,53.4\n18,Hall,-2.35,53.4\n';
    expect(asked(await applying(register, list))).to.deep.equal(['no_header', 'no_kind']);
    const map = { '#1': ['code'], '#2': ['name'], '#3': ['longitude'], '#4': ['latitude'] };
    expect((await applying(register, list, { map, set: { kind: 'land', state: 'vacant' } })).counts.added).to.equal(2);
    expect(register.asset('17')).to.deep.include({
      name: 'Depot',
      kind: 'land',
      state: 'vacant',
      point: { lon: -2.35, lat: 53.4 },
    });
    expect((await applying(register, list)).counts.unchanged).to.equal(2);
  });
  it('about land or buildings is asked when no column tells', async () => {
    expect(asked(await importing(aRegister(), 'ID,Name,Postcode\n1,Depot,M33 7ZF\n2,Hall,M33 7ZF\n'))).to.deep.equal([
      'no_kind',
    ]);
  });
  it('about a file that is mostly wrong, or lacks most of the list, holds everything back', async () => {
    const register = aRegister();
    const codes = Array.from({ length: 30 }, (_, i) => `A${i}`);
    await applying(
      register,
      codes.map((code) => row(code)),
    );
    const gone = await applying(register, [row('A1'), row('NEW')]);
    expect([asked(gone), gone.applied, register.live().length]).to.deep.equal([['many_gone'], false, 30]);
    const wrong = await applying(register, [
      ...codes.map((code) => row(code)),
      ...Array.from({ length: 40 }, () => row('')),
    ]);
    expect([asked(wrong), wrong.applied]).to.deep.equal([['mostly_rejected'], false]);
    expect((await applying(register, [row('A1'), row('NEW')], { accept: ['many_gone'] })).counts.gone).to.equal(29);
  });
});

describe('A GeoJSON file', () => {
  const square = [
    [
      [-2.35, 53.4],
      [-2.349, 53.4],
      [-2.349, 53.401],
      [-2.35, 53.401],
      [-2.35, 53.4],
    ],
  ];
  const collection = (...features: unknown[]): string => JSON.stringify({ type: 'FeatureCollection', features });
  const feature = (id: string, geometry: unknown, properties: Record<string, unknown> = {}) => ({
    type: 'Feature',
    properties: { reference: id, name: `Green ${id}`, ...properties },
    geometry,
  });

  it('gives points and outlines, with the measured area of land', async () => {
    const register = aRegister();
    const list = collection(
      feature('G1', { type: 'Polygon', coordinates: square }),
      feature('G2', { type: 'Point', coordinates: [-2.35, 53.4] }),
      feature('G3', null),
    );
    const report = await applying(register, list, { fileName: 'greens.geojson', set: { kind: 'land' } });
    expect(report.file.format).to.equal('geojson');
    expect(register.asset('G1').shape).to.deep.equal({ type: 'Polygon', coordinates: square });
    expect(register.asset('G1').landAreaM2).to.be.within(7_300, 7_400);
    expect(register.asset('G2')).to.deep.include({ point: { lon: -2.35, lat: 53.4 }, shape: null });
    expect((await applying(register, list, { fileName: 'greens.geojson' })).counts).to.deep.include({ unchanged: 3 });
  });
  it('flags what it cannot place, by the number of the feature', async () => {
    const list = collection(
      feature('G1', { type: 'LineString', coordinates: square[0] }),
      feature('G2', { type: 'Point', coordinates: [0, 51] }),
      feature('G3', { type: 'Point', coordinates: [-2.35, 53.4] }),
    );
    expect(
      kinds(await importing(aRegister(), list, { fileName: 'greens.geojson', set: { kind: 'land' } })),
    ).to.deep.equal(['flagged bad_outline 1', 'flagged outside_area 2']);
  });
});

describe('Our own published list', () => {
  const published = (register: RegisterInMemory, columns = LGA_COLUMNS): string =>
    csvBeginning(columns.map(({ name }) => name)) +
    csvLines(register.live().map((code) => columns.map(({ cell }) => cell(register.shown(code)))));
  const withoutOurs = LGA_COLUMNS.filter(({ meaning }) => !meaning.startsWith('Our own column'));

  for (const [title, columns] of [
    ['with our own columns', LGA_COLUMNS],
    ['with the columns of the schema alone', withoutOurs],
  ] as const) {
    it(`comes back ${title} without changing anything, hidden buildings included`, async () => {
      const register = aRegister();
      await applying(register, [
        row('A1', { detail: 'Vacant', uprn: '100012797623' }),
        row('A2', { detail: 'Owner occupied | Licence out', name: '=SUM(1)' }),
        row('A3', { holding: 'Land', detail: 'Vacant' }),
        row('A4', { x: '', y: '' }),
        row('A5', { uprn: '100012797625' }),
      ]);
      Object.assign(register.asset('A5'), { state: 'asked_for' });
      Object.assign(register.asset('A2'), {
        state: 'under_used',
        costs: [
          { label: 'Heating', annualPence: 120_050, source: 'bill' },
          { label: 'Rates', annualPence: null, source: '' },
        ],
        landAreaM2: 412.37,
      });
      Object.assign(register.asset('A3'), {
        state: 'meanwhile_use',
        tenureNote: 'First line.\n\nSecond line, "quoted".',
      });
      Object.assign(register.asset('A4'), { point: { lon: -2.31, lat: 53.41 }, precision: 'postcode' });
      const list = published(register, columns);
      expect(list)
        .to.include(publicCodeOf(register.asset('A1').id))
        .and.not.to.include('100012797623');
      const before = structuredClone(register.assets);
      const report = await applying(register, list);
      expect(report.counts).to.deep.include({ read: 5, unchanged: 5, changed: 0, added: 0, gone: 0 });
      expect(register.assets).to.deep.equal(before);
    });
  }
  it('changes a hidden building where it says something new', async () => {
    const register = aRegister();
    await applying(register, [row('A1', { detail: 'Vacant' })]);
    await applying(register, published(register).replace('Freehold', 'Leasehold'));
    expect(register.asset('A1')).to.deep.include({
      code: 'A1',
      name: 'Hall A1',
      tenure: 'leasehold',
      point: { lon: -2.35, lat: 53.4 },
    });
  });
  it('names an asset under its public and its own reference only once', async () => {
    const register = aRegister();
    await applying(register, [row('A1', { detail: 'Vacant' })]);
    const report = await applying(register, [
      row('A1', { detail: 'Vacant' }),
      row(publicCodeOf(register.asset('A1').id), { detail: 'Vacant' }),
    ]);
    expect([report.counts.added, kinds(report)]).to.deep.equal([0, ['rejected same_reference 3']]);
  });
});
