import { expect } from 'chai';
import { LGA_COLUMNS } from '../../../src/register/open-data/lga-columns.ts';
import { aHiddenBuilding, aPublicAsset } from './a-public-asset.ts';
import type { PublicAsset } from '../../../src/register/assets/public-asset-contract.ts';

/** The schema's own columns in its order: `register.md`, section 6. */
const SCHEMA = [
  'OrganisationLabel',
  'OrganisationURI',
  'EffectiveDate',
  'UPRN',
  'AssetCode',
  'PropertyName',
  'StreetNumber',
  'StreetName',
  'PostTown',
  'PostCode',
  'CoordinateReferenceSystem',
  'GeoX',
  'GeoY',
  'TenureType',
  'TenureDetail',
  'OtherDetail',
  'HoldingType',
  'BuildingSize',
  'LandArea',
  'FunctionLabel',
  'Purpose',
  'BuildingCosts',
  'RequiredMaintenance',
  'SuitabilityRating',
  'EnergyRating',
  'LandRegistryTitleNumber',
  'InspireURL',
];

const cellsOf = (asset: PublicAsset): Record<string, unknown> =>
  Object.fromEntries(LGA_COLUMNS.map(({ name, cell }) => [name, cell(asset)]));

describe('The columns of the CSV file', () => {
  it('are those of the Transparency Code in its order, then our own', () => {
    expect(LGA_COLUMNS.map(({ name }) => name)).to.deep.equal([...SCHEMA, 'Kind', 'State', 'Precision']);
  });

  it('hold values in the spelling and units of the code', () => {
    const cells = cellsOf(
      aPublicAsset({
        landAreaM2: 1234.56,
        tenure: 'freehold',
        tenureDetails: ['sub_leasehold_out', 'vacant'],
        holding: 'land_and_buildings',
        suitability: 'poor',
        energyRating: 'A+',
        effectiveOn: '2026-04-01',
        identifiers: [
          { scheme: 'uprn', value: '100012345678' },
          { scheme: 'title_number', value: 'GM1' },
        ],
        costs: [
          { label: 'Heating', annualPence: 125050, source: '' },
          { label: 'Rates', annualPence: null, source: '' },
          { label: 'Lighting', annualPence: 100, source: '' },
        ],
      }),
    );
    expect(cells).to.include({
      CoordinateReferenceSystem: 'WGS84',
      GeoX: -2.35,
      GeoY: 53.4,
      LandArea: 0.123456,
      TenureType: 'Freehold',
      TenureDetail: 'Sub leasehold out | Vacant',
      HoldingType: 'Land/Buildings',
      SuitabilityRating: 'Poor',
      EnergyRating: 'A+',
      EffectiveDate: '2026-04-01',
      UPRN: '100012345678',
      LandRegistryTitleNumber: 'GM1',
      InspireURL: null,
      BuildingCosts: 1251.5,
      Kind: 'Land',
      State: 'Vacant',
    });
  });

  it('never say 0 where a cost is not known', () => {
    expect(
      cellsOf(aPublicAsset({ costs: [{ label: 'Rates', annualPence: null, source: '' }] }))['BuildingCosts'],
    ).to.equal(null);
  });

  it('give no map reference for a hidden building, nor one that is only the middle of something', () => {
    const empty = { CoordinateReferenceSystem: null, GeoX: null, GeoY: null };
    expect(cellsOf(aHiddenBuilding())).to.include({
      ...empty,
      AssetCode: 'M-000000000001',
      PropertyName: 'Vacant building in Millfield',
      PostCode: 'ZZ1',
      StreetName: null,
      UPRN: null,
    });
    expect(cellsOf(aPublicAsset({ precision: 'district' }))).to.include(empty);
    expect(cellsOf(aPublicAsset({ point: null, precision: 'none' }))).to.include(empty);
  });

  it('tell a place from the middle of its postcode', () => {
    expect(cellsOf(aPublicAsset({ precision: 'postcode' }))).to.include({ GeoX: -2.35, Precision: 'postcode' });
  });
});
