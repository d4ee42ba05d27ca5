import { expect } from 'chai';
import type { Owner, Ward } from '../../../src/ground/areas/area-contract.ts';
import { historyOf } from '../../../src/register/assets/asset-history-rules.ts';
import {
  ASSET_STATES,
  type Asset,
  type AssetKind,
  type AssetState,
  type Release,
  type TenureDetail,
} from '../../../src/register/assets/asset-contract.ts';
import {
  isHidden,
  publicCodeOf,
  publicCopy,
  type Surroundings,
} from '../../../src/register/assets/asset-redaction-rules.ts';
import { aBox } from '../../support/domain.ts';

const TODAY = '2027-03-03';
const ID = '01890a5d-ac96-774b-bcce-b302099a8057';

type Case = [
  title: string,
  kind: AssetKind,
  state: AssetState,
  details: { tenureDetails?: TenureDetail[]; release?: Release },
  hidden: boolean,
];

const release = (reviewOn: string): { release: Release } => ({
  release: { reason: 'For sale with the address on the board.', by: 'An officer', on: '2027-01-01', reviewOn },
});

const CASES: Case[] = [
  ...ASSET_STATES.map((state): Case => [`land that is ${state}`, 'land', state, {}, false]),
  ['a vacant building', 'building', 'vacant', {}, true],
  ['a building that is being asked for, so still empty', 'building', 'asked_for', {}, true],
  ['a withdrawn building, which may be empty', 'building', 'withdrawn', {}, true],
  ['a building in use', 'building', 'in_use', {}, false],
  ['an under-used building', 'building', 'under_used', {}, false],
  [
    'an under-used building whose tenure says vacant',
    'building',
    'under_used',
    { tenureDetails: ['other', 'vacant'] },
    true,
  ],
  ['a building in meanwhile use', 'building', 'meanwhile_use', {}, false],
  [
    'a building in meanwhile use whose old tenure says vacant',
    'building',
    'meanwhile_use',
    { tenureDetails: ['vacant'] },
    false,
  ],
  ['a vacant building that was released until tomorrow', 'building', 'vacant', release('2027-03-04'), false],
  ['a vacant building whose release is reviewed today', 'building', 'vacant', release('2027-03-03'), true],
  ['a vacant building whose release ran out yesterday', 'building', 'vacant', release('2027-03-02'), true],
];

/** One of each private value, in words that occur nowhere else. */
const PRIVATE: Partial<Asset> = {
  code: 'privatecode',
  site: 'privatesite',
  name: 'privatename',
  description: 'privatedescription',
  identifiers: [{ scheme: 'uprn', value: '100099887766' }],
  address: { number: '47', street: 'privatestreet', town: 'privatetown', postcode: 'ZZ1 1AA' },
  point: { lon: -2.314159, lat: 53.412718 },
  precision: 'exact',
  shape: aBox({ lon: -2.314159, lat: 53.412718 }, 0.001, 0.001),
  landAreaM2: 98765,
  floorAreaM2: 1234,
  ownershipSource: 'privateownership',
  tenureNote: 'privatetenure',
  functionLabel: 'privatefunction',
  purpose: 'privatepurpose',
  suitability: 'poor',
  energyRating: 'F',
  stateSince: '2026-11-19',
  stateNote: 'privatestate',
  plannedUse: { text: 'privateplan', from: '2028-05-17' },
  lastCheck: { on: '2027-02-14', by: 'privatechecker', source: 'privatesource' },
  features: ['privatefeature'],
  hazards: ['privatehazard'],
  evidence: [{ text: 'privateevidence', source: 'privatepaper', on: '2026-10-10' }],
  routes: [{ route: 'meanwhile_use', reason: 'privateroute' }],
  constraints: [{ kind: 'asbestos', note: 'privatenote' }],
  costs: [{ label: 'privatecost', annualPence: 424242, source: 'privateledger' }],
  lockedFields: ['name'],
  effectiveOn: '2026-12-31',
};

describe('Redaction', () => {
  for (const [title, kind, state, details, hidden] of CASES) {
    it(`${hidden ? 'hides' : 'shows'} ${title}`, () => {
      const asset = anAsset({ kind, state, ...details });
      expect(isHidden(asset, TODAY)).to.equal(hidden);
      expect(publicCopy(asset, around()).redacted).to.equal(hidden);
    });
  }

  it('takes every private value out of a hidden building', () => {
    const text = JSON.stringify(publicCopy(anAsset({ kind: 'building', state: 'vacant', ...PRIVATE }), around()));
    expect(text).not.to.match(/private|100099887766|"47"|1AA|314159|412718|98765|1234|424242|2026|2028/);
  });

  it('keeps everything that is not the register’s own business in an open record', () => {
    const copy = publicCopy(
      anAsset({ kind: 'land', state: 'vacant', ...PRIVATE, release: release('2028-01-01').release }),
      around(),
    );
    expect(copy).to.deep.include({
      code: 'privatecode',
      name: 'privatename',
      point: { lon: -2.314159, lat: 53.412718 },
      precision: 'exact',
      redacted: false,
      effectiveOn: '2026-12-31',
    });
    expect(copy).not.to.have.any.keys('release', 'lockedFields', 'heldBy', 'areaId', 'ownerId', 'wardId');
  });

  it('gives all hidden buildings of a ward the same name and point, so that many give away no more than one', () => {
    const [one, other] = [
      { lon: -2.31, lat: 53.41 },
      { lon: -2.32, lat: 53.4 },
    ].map((point) => publicCopy(anAsset({ kind: 'building', state: 'vacant', point }), around()));
    expect(one).to.deep.include({ name: 'Vacant building in Larkhill', point: WARD.centre, precision: 'ward' });
    expect(other).to.deep.include({ name: one?.name, point: one?.point });
  });

  it('falls back from ward to postcode district, and from there to no point at all', () => {
    const asset = anAsset({
      kind: 'building',
      state: 'vacant',
      address: { number: '1', street: 'High Street', town: 'Testborough', postcode: 'ZZ1 1AA' },
    });
    expect(publicCopy(asset, { ...around(), ward: undefined })).to.deep.include({
      name: 'Vacant building in ZZ1',
      point: { lon: -2, lat: 53 },
      precision: 'district',
    });
    const nowhere = anAsset({ kind: 'building', state: 'vacant' });
    expect(publicCopy(nowhere, { ...around(), ward: undefined, districtCentre: undefined })).to.deep.include({
      name: 'Vacant building in Testborough',
      point: null,
      precision: 'none',
    });
  });

  for (const [exact, shown] of [
    [1234, 1250],
    [1, 50],
    [24, 50],
    [25, 50],
    [75, 100],
    [0, 50],
    [null, null],
  ] as const) {
    it(`rounds a hidden floor of ${exact} m² to ${shown}`, () => {
      expect(
        publicCopy(anAsset({ kind: 'building', state: 'vacant', floorAreaM2: exact }), around()).floorAreaM2,
      ).to.equal(shown);
    });
  }

  it('makes the same reference of an asset every time, and none of the owner’s own', () => {
    expect(publicCodeOf(ID)).to.equal('M-B302099A8057');
  });
});

describe('Public history', () => {
  const facts = [
    { at: '2027-03-01T10:00:00.000Z', kind: 'asset_changed', text: 'Changed: address.' },
    { at: '2027-02-01T10:00:00.000Z', kind: 'asset_changed', text: 'Changed: privatename.' },
    { at: '2027-01-15T10:00:00.000Z', kind: 'asset_noted', text: 'Boarded up.' },
    { at: '2026-11-19T10:00:00.000Z', kind: 'state_changed', text: 'Now vacant.' },
    { at: '2026-01-01T10:00:00.000Z', kind: 'asset_added', text: 'Added to the register. privatelist' },
  ];

  it('of an open place gives days and what happened', () => {
    expect(historyOf({ redacted: false }, facts, 'UTC')).to.deep.equal(
      facts.map(({ at, text }) => ({ on: at.slice(0, 10), text })),
    );
  });

  it('of a hidden building gives years and neutral words, each line once', () => {
    expect(historyOf({ redacted: true }, facts, 'UTC')).to.deep.equal([
      { on: '2027', text: 'Details changed.' },
      { on: '2026', text: 'The state changed.' },
      { on: '2026', text: 'Added to the register.' },
    ]);
  });
});

const WARD: Ward = {
  id: 'ward-1',
  areaId: 'area-1',
  code: 'E99000001',
  name: 'Larkhill',
  shape: aBox({ lon: -2.33, lat: 53.39 }, 0.02, 0.02),
  centre: { lon: -2.32, lat: 53.4 },
};
const OWNER: Owner = {
  id: 'owner-1',
  areaId: 'area-1',
  slug: 'testborough-council',
  name: 'Testborough Council',
  uri: null,
  kind: 'council',
};

function around(): Surroundings {
  return {
    area: { id: 'area-1', slug: 'testborough', name: 'Testborough' },
    owner: OWNER,
    ward: WARD,
    districtCentre: { lon: -2, lat: 53 },
    photos: [],
    today: TODAY,
  };
}

function anAsset(details: Partial<Asset>): Asset {
  return {
    id: ID,
    areaId: 'area-1',
    ownerId: 'owner-1',
    code: 'C-1',
    site: null,
    kind: 'land',
    name: 'Plot',
    description: null,
    identifiers: [],
    address: { number: null, street: null, town: null, postcode: null },
    wardId: 'ward-1',
    point: null,
    precision: 'none',
    shape: null,
    landAreaM2: null,
    floorAreaM2: null,
    ownership: 'confirmed',
    ownershipSource: null,
    tenure: null,
    tenureDetails: [],
    tenureNote: null,
    holding: null,
    functionLabel: null,
    purpose: null,
    suitability: null,
    energyRating: null,
    state: 'vacant',
    stateSince: null,
    stateNote: null,
    certainty: 'seen',
    plannedUse: null,
    lastCheck: null,
    features: [],
    hazards: [],
    evidence: [],
    routes: [],
    constraints: [],
    costs: [],
    lockedFields: [],
    heldBy: null,
    release: null,
    effectiveOn: null,
    retiredOn: null,
    ...details,
  };
}
