import type { AssetState, IdentifierScheme } from '../assets/asset-contract.ts';
import {
  HOLDING_WORDS,
  KIND_WORDS,
  SUITABILITY_WORDS,
  TENURE_DETAIL_WORDS,
  TENURE_WORDS,
} from '../assets/asset-words.ts';
import { rounded } from '../../kernel/geo.ts';
import type { Cell } from '../../kernel/tables/csv-writing.ts';
import type { PublicAsset } from '../assets/public-asset-contract.ts';

export type LgaColumn = { name: string; meaning: string; cell(asset: PublicAsset): Cell };

/** States in the words that our import reads; a spreadsheet is no place for "In meanwhile use". */
const STATE_CELLS: Record<AssetState, string> = {
  vacant: 'Vacant',
  under_used: 'Under-used',
  asked_for: 'Being asked for',
  meanwhile_use: 'Meanwhile use',
  in_use: 'In use',
  withdrawn: 'Withdrawn',
};

/**
 * The columns of the LGA schema "local authority land" in its order (Local government transparency code 2015, paragraphs 35 to 37),
 * then what the schema cannot say and our own import needs to read a file back unchanged.
 */
export const LGA_COLUMNS: readonly LgaColumn[] = [
  { name: 'OrganisationLabel', meaning: 'Name of the owner', cell: ({ owner }) => owner.name },
  { name: 'OrganisationURI', meaning: 'Web address that identifies the owner', cell: ({ owner }) => owner.uri },
  {
    name: 'EffectiveDate',
    meaning: 'The day for which the owner says this is true, as year-month-day',
    cell: ({ effectiveOn }) => effectiveOn,
  },
  { name: 'UPRN', meaning: 'Unique property reference number', cell: identifier('uprn') },
  {
    name: 'AssetCode',
    meaning: 'The owner’s own reference; “M-…” where the place is not public',
    cell: ({ code }) => code,
  },
  {
    name: 'PropertyName',
    meaning: 'Name of the land or building; a neutral one where the place is not public',
    cell: ({ name }) => name,
  },
  { name: 'StreetNumber', meaning: 'Number in the street', cell: ({ address }) => address.number },
  { name: 'StreetName', meaning: 'Street', cell: ({ address }) => address.street },
  { name: 'PostTown', meaning: 'Town', cell: ({ address }) => address.town },
  {
    name: 'PostCode',
    meaning: 'Postcode; only its district, such as “M33”, where the place is not public',
    cell: ({ address }) => address.postcode,
  },
  {
    name: 'CoordinateReferenceSystem',
    meaning: 'Always WGS84; empty when there are no coordinates',
    cell: (asset) => (mapReference(asset) ? 'WGS84' : null),
  },
  {
    name: 'GeoX',
    meaning: 'Longitude in degrees; empty where the place is not public',
    cell: (asset) => mapReference(asset)?.lon ?? null,
  },
  { name: 'GeoY', meaning: 'Latitude in degrees', cell: (asset) => mapReference(asset)?.lat ?? null },
  { name: 'TenureType', meaning: 'Freehold, Leasehold or Other', cell: ({ tenure }) => tenure && TENURE_WORDS[tenure] },
  {
    name: 'TenureDetail',
    meaning: 'How it is held and let, several values parted by |',
    cell: ({ tenureDetails }) => tenureDetails.map((one) => TENURE_DETAIL_WORDS[one]).join(' | ') || null,
  },
  { name: 'OtherDetail', meaning: 'More about the tenure, in words', cell: ({ tenureNote }) => tenureNote },
  {
    name: 'HoldingType',
    meaning: 'Buildings, Land or Land/Buildings',
    cell: ({ holding }) => holding && HOLDING_WORDS[holding],
  },
  {
    name: 'BuildingSize',
    meaning: 'Floor area inside, in square metres; rounded to 50 where the place is not public',
    cell: ({ floorAreaM2 }) => floorAreaM2,
  },
  {
    name: 'LandArea',
    meaning: 'Area of the land in hectares',
    cell: ({ landAreaM2 }) => (landAreaM2 === null ? null : hectares(landAreaM2)),
  },
  { name: 'FunctionLabel', meaning: 'What service it belongs to', cell: ({ functionLabel }) => functionLabel },
  { name: 'Purpose', meaning: 'What the owner holds it for', cell: ({ purpose }) => purpose },
  { name: 'BuildingCosts', meaning: 'Running costs in pounds a year, as far as they are known', cell: knownCosts },
  { name: 'RequiredMaintenance', meaning: 'Not collected here, so always empty', cell: () => null },
  {
    name: 'SuitabilityRating',
    meaning: 'Good, Satisfactory, Poor or Unsuitable',
    cell: ({ suitability }) => suitability && SUITABILITY_WORDS[suitability],
  },
  { name: 'EnergyRating', meaning: 'Energy performance, A+ to G', cell: ({ energyRating }) => energyRating },
  { name: 'LandRegistryTitleNumber', meaning: 'Title number at HM Land Registry', cell: identifier('title_number') },
  { name: 'InspireURL', meaning: 'INSPIRE index polygon', cell: identifier('inspire') },
  { name: 'Kind', meaning: 'Our own column: Land or Building', cell: ({ kind }) => KIND_WORDS[kind] },
  {
    name: 'State',
    meaning: 'Our own column: Vacant, Under-used, Being asked for, Meanwhile use, In use or Withdrawn',
    cell: ({ state }) => STATE_CELLS[state],
  },
  {
    name: 'Precision',
    meaning:
      'Our own column: exact when the coordinates are the place itself, postcode when they are the middle of its postcode',
    cell: ({ precision }) => precision,
  },
];

/**
 * The Transparency Code gives no map reference for an empty building. The middle of a district or ward is none either:
 * in a spreadsheet it would pass for the place.
 */
function mapReference({ point, precision, redacted }: PublicAsset): PublicAsset['point'] {
  const near = precision === 'exact' || precision === 'postcode';
  return near && !redacted && point ? { lon: rounded(point.lon), lat: rounded(point.lat) } : null;
}

/** The schema has one cell for each scheme; the JSON and GeoJSON forms have them all. */
function identifier(scheme: IdentifierScheme): LgaColumn['cell'] {
  return ({ identifiers }) => identifiers.find((one) => one.scheme === scheme)?.value ?? null;
}

/** Square metres are kept to two decimals, hence six of a hectare. */
function hectares(squareMetres: number): number {
  return Number((squareMetres / 10_000).toFixed(6));
}

function knownCosts({ costs }: PublicAsset): number | null {
  const known = costs.flatMap(({ annualPence }) => annualPence ?? []);
  return known.length === 0 ? null : known.reduce((sum, pence) => sum + pence, 0) / 100;
}
