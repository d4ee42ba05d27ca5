import { expect } from 'chai';
import type { Asset } from '../../../src/register/assets/asset-contract.ts';
import { anAsset, found, inTown } from '../../support/domain.ts';
import { eachDatabase } from '../../support/databases.ts';
import type { Visitor } from '../../ground/people/visitor.ts';
import { aDesk, type Desk, filledIn, someoneWith, words } from './a-desk.ts';

const { lon, lat } = inTown(0.3, 0.3);
const square = (size = 0.001): number[][] => [
  [lon, lat],
  [lon + size, lat],
  [lon + size, lat + size],
  [lon, lat + size],
  [lon, lat],
];
const outline = (ring: number[][]): string => JSON.stringify({ type: 'Polygon', coordinates: [ring] });

eachDatabase('Editing a place', (open) => {
  let desk: Desk;
  let asset: Asset;
  before(async () => {
    desk = await aDesk(await open());
  });
  beforeEach(async () => {
    asset = await anAsset(desk.server, desk.town, {
      name: 'Old Depot',
      description: 'A yard.\nWith a wall.',
      costs: [{ label: 'Rates', annualPence: 120_050, source: 'Bill' }],
      lockedFields: ['purpose'],
    });
  });
  after(() => desk.server.stop());

  const path = (): string => `/desk/assets/${asset.id}`;
  const formFor = async (who: Visitor, typed: Record<string, string | null>): Promise<Record<string, string>> =>
    filledIn(await (await who.get(path())).text(), typed, path());
  const save = async (typed: Record<string, string | null>, who = desk.broker): Promise<Response> =>
    who.post(path(), await formFor(who, { reason: 'Seen on a visit', ...typed }));
  const now = async (): Promise<Asset> => found(await desk.server.register.record(desk.server.db, asset.id));
  const facts = async () => (await desk.server.db('facts').where({ subject_id: asset.id }).orderBy('seq')).slice(1);

  it('writes nothing when nothing was changed', async () => {
    expect((await save({})).status).to.equal(303);
    expect(await now()).to.deep.equal(asset);
    expect(await facts()).to.deep.equal([]);
  });

  it('writes only what was changed, as a fact with before, after and reason, and locks it', async () => {
    const reply = await save({
      name: 'Depot Yard',
      costs_pounds_1: '1,300',
      costs_label_2: 'Insurance',
      costs_source_2: 'Estates',
    });
    expect(reply.headers.get('location')).to.equal(`${path()}?done=saved`);
    const after = await now();
    expect(after).to.deep.equal({
      ...asset,
      name: 'Depot Yard',
      costs: [
        { label: 'Rates', annualPence: 130_000, source: 'Bill' },
        { label: 'Insurance', annualPence: null, source: 'Estates' },
      ],
      lockedFields: ['costs', 'name', 'purpose'],
    });
    const [fact, ...others] = await facts();
    expect(others).to.deep.equal([]);
    expect(fact).to.deep.include({
      kind: 'asset_changed',
      reason: 'Seen on a visit',
      public_text: 'Changed: name, running costs. An officer of the council put it right.',
    });
    expect(JSON.parse(fact.before)).to.deep.include({ name: 'Old Depot' });
    expect(JSON.parse(fact.after)).to.deep.include({ name: 'Depot Yard' });
    expect((await desk.server.assets.show(asset.id)).name).to.equal('Depot Yard');
  });

  it('locks nothing when told so, and opens a lock whose tick was taken away', async () => {
    await save({ name: 'Yard', lock_edited: null, lock_purpose: null });
    expect((await now()).lockedFields).to.deep.equal([]);
  });

  it('takes routes, constraints, lists, state, plans and a check', async () => {
    await save({
      route_meanwhile_use: 'yes',
      route_meanwhile_use_reason: 'Until 2029',
      constraint_flood: 'yes',
      features: 'Gate\n\nWater tap',
      hazards: 'Steep bank',
      state: 'under_used',
      state_since: '2026-05-01',
      planned_text: 'Homes',
      planned_from: '2030-01-01',
      evidence_text_1: 'No lights on',
      evidence_source_1: 'Visit',
      evidence_on_1: '2027-03-01',
      check: 'today',
      number: '12',
      street: 'Mill Lane',
      postcode: 'zz11aa',
    });
    expect(await now()).to.deep.include({
      routes: [{ route: 'meanwhile_use', reason: 'Until 2029' }],
      constraints: [{ kind: 'flood', note: null }],
      features: ['Gate', 'Water tap'],
      hazards: ['Steep bank'],
      state: 'under_used',
      stateSince: '2026-05-01',
      plannedUse: { text: 'Homes', from: '2030-01-01' },
      evidence: [{ text: 'No lights on', source: 'Visit', on: '2027-03-01' }],
      lastCheck: { on: '2027-03-03', by: 'an officer of the council', source: 'Visit' },
      certainty: 'seen',
      address: { number: '12', street: 'Mill Lane', town: null, postcode: 'ZZ1 1AA' },
    });
    expect((await facts()).map(({ kind }) => kind)).to.deep.equal(['state_changed', 'asset_checked', 'asset_changed']);
  });

  it('takes the kind, the tenure and the references, tidied', async () => {
    await save({
      kind: 'building',
      state: 'in_use',
      tenure: 'leasehold',
      tenure_leasehold_in: 'yes',
      tenure_note: 'Until 2060',
      id_uprn: '00100121228178\n\n100121228137',
      id_title_number: 'gr 123456',
      id_external: 'Estates 7/12',
    });
    expect(await now()).to.deep.include({
      kind: 'building',
      state: 'in_use',
      tenure: 'leasehold',
      tenureDetails: ['leasehold_in'],
      tenureNote: 'Until 2060',
      identifiers: [
        { scheme: 'uprn', value: '100121228178' },
        { scheme: 'uprn', value: '100121228137' },
        { scheme: 'title_number', value: 'GR123456' },
        { scheme: 'external', value: 'Estates 7/12' },
      ],
    });
    expect((await now()).lockedFields).to.include.members(['kind', 'identifiers', 'tenure']);
    expect((await save({})).status, 'and comes back as it went in').to.equal(303);
    const reply = await save({ kind: 'boat', tenure: 'gift', id_uprn: '100121000000', id_inspire: 'x' });
    const page = await words(reply);
    for (const field of ['kind', 'tenure', 'id_uprn', 'id_inspire'])
      expect([reply.status, page.includes(`href="#field-${field}"`)], field).to.deep.equal([400, true]);
  });

  it('lets no owner show a hidden building by calling it land: that is for officers', async () => {
    const owner = await someoneWith(desk.server, 'hider@example.org', [
      ['owner_representative', 'owner', desk.town.owner.id],
    ]);
    await save({ kind: 'building', state: 'vacant' });
    expect(await words(await save({ kind: 'land' }, owner))).to.include('would show where it is. Ask an officer');
    expect((await desk.server.assets.show(asset.id)).redacted).to.equal(true);
    expect((await save({ name: 'Still hidden' }, owner)).status).to.equal(303);
    expect((await save({ kind: 'land' })).status).to.equal(303);
    expect((await desk.server.assets.show(asset.id)).redacted).to.equal(false);
  });

  it('shows the form again with what was typed and what is wrong, and writes nothing', async () => {
    const reply = await save({
      name: '',
      description: 'New <words>\nhere',
      postcode: 'nowhere',
      land_area: 'big',
      costs_pounds_1: 'lots',
      check: 'on',
      check_on: '2099-01-01',
    });
    const page = await words(reply);
    expect(reply.status).to.equal(400);
    for (const field of ['name', 'postcode', 'land_area', 'costs_pounds_1', 'check_on'])
      expect(page).to.include(`href="#field-${field}"`).and.to.include(`id="field-${field}"`);
    expect(filledIn(page, {}, path())).to.deep.include({ description: 'New <words>\nhere', land_area: 'big' });
    expect(await now()).to.deep.equal(asset);
  });

  it('asks for a reason, and refuses a form that is not its own', async () => {
    expect(await words(await save({ name: 'X', reason: '' }))).to.include('Say in a few words why, for the record.');
    expect((await save({ name: 'X', seen: 'rubbish' })).status).to.equal(400);
    expect((await now()).name).to.equal('Old Depot');
  });

  it('lets nobody overwrite what somebody else changed meanwhile, and loses nothing of either', async () => {
    const other = await someoneWith(
      desk.server,
      'other@example.org',
      [['broker', 'area', desk.town.area.id]],
      'Otto Other',
    );
    const mine = await formFor(desk.broker, { name: 'Mine', features: 'Tap', reason: 'I know' });
    expect((await save({ name: 'Theirs', description: 'Their words' }, other)).status).to.equal(303);
    const reply = await desk.broker.post(path(), mine);
    const page = await words(reply);
    expect(reply.status).to.equal(409);
    expect(page).to.include('Otto Other changed this place meanwhile');
    const again = filledIn(page, {}, path());
    expect(again).to.deep.include({ name: 'Mine', features: 'Tap', description: 'Their words', reason: 'I know' });
    expect((await now()).name).to.equal('Theirs');
    expect((await desk.broker.post(path(), again)).status).to.equal(303);
    expect(await now()).to.deep.include({ name: 'Mine', description: 'Their words', features: ['Tap'] });
  });

  it('of two who save at the same moment tells one of the other', async () => {
    const forms = await Promise.all(['One', 'Two'].map((name) => formFor(desk.broker, { name, reason: 'At once' })));
    const replies = await Promise.all(forms.map((form) => desk.broker.post(path(), form, { json: true })));
    expect(replies.map(({ status }) => status).sort()).to.deep.equal([201, 409]);
  });

  it('takes an outline, places the point on it and measures the land', async () => {
    expect((await save({ shape: outline(square()), lon: '', lat: '', use_outline_area: 'yes' })).status).to.equal(303);
    const { shape, point, precision, landAreaM2, lockedFields } = await now();
    expect(shape).to.deep.include({ type: 'Polygon' });
    expect(landAreaM2).to.be.within(7_000, 8_000);
    expect(precision).to.equal('exact');
    expect(point?.lon).to.be.within(lon, lon + 0.001);
    expect(lockedFields).to.include.members(['shape', 'point', 'landAreaM2']);
    await save({ shape: '' });
    expect((await now()).shape).to.equal(null);
  });

  const wrong: [title: string, shape: string, says: string][] = [
    ['is no GeoJSON', 'rubbish', 'Draw the outline, or enter it as GeoJSON'],
    [
      'has two corners',
      outline([
        [lon, lat],
        [lon + 0.001, lat],
        [lon, lat],
      ]),
      'needs at least three corners',
    ],
    ['is not closed', outline(square().slice(0, 4)), 'is not closed'],
    [
      'crosses itself',
      outline([
        [lon, lat],
        [lon + 0.001, lat + 0.001],
        [lon + 0.001, lat],
        [lon, lat + 0.001],
        [lon, lat],
      ]),
      'crosses itself near longitude',
    ],
    ['lies elsewhere', outline(square().map(([x = 0, y = 0]) => [y, x])), 'more than 5 km outside the area'],
    [
      'has too many corners',
      outline([
        ...Array.from({ length: 2_100 }, (_, at) => [
          lon + 0.001 * Math.cos(at / 400),
          lat + 0.001 * Math.sin(at / 400),
        ]),
        [lon + 0.001, lat],
      ]),
      'at most 2,000 are taken',
    ],
    ['is a line', JSON.stringify({ type: 'LineString', coordinates: square() }), 'Draw the outline'],
  ];
  for (const [title, shape, says] of wrong) {
    it(`refuses an outline that ${title}`, async () => {
      const reply = await save({ shape });
      expect([reply.status, (await words(reply)).includes(says)]).to.deep.equal([400, true]);
      expect((await now()).shape).to.equal(null);
    });
  }

  it('answers 410 for a place that has left the register', async () => {
    await desk.server.db('assets').where({ id: asset.id }).update({ retired_on: '2027-01-01' });
    expect((await desk.broker.get(path())).status).to.equal(410);
  });
});
