import { ENERGY_RATINGS, HOLDINGS, SUITABILITIES, TENURES } from '../assets/asset-contract.ts';
import { BETWEEN, several, identifiers, type FeatureProperty } from './feature-value-columns.ts';

/** Whose it is, where, how large, and what its owner says of it. */
export const RECORD_PROPERTIES: readonly FeatureProperty[] = [
  {
    name: 'owner_uri',
    type: 'string',
    format: 'uri',
    meaning: 'Web address that identifies the owner',
    of: ({ owner }) => owner.uri,
  },
  { name: 'ward', type: 'string', meaning: 'Code of the ward', of: ({ ward }) => ward?.code ?? null },
  { name: 'ward_name', type: 'string', meaning: 'Name of the ward', of: ({ ward }) => ward?.name ?? null },
  { name: 'site', type: 'string', meaning: 'The larger site it belongs to', of: ({ site }) => site },
  { name: 'description', type: 'string', meaning: 'In plain words', of: ({ description }) => description },
  { name: 'number', type: 'string', meaning: 'Number in the street', of: ({ address }) => address.number },
  { name: 'street', type: 'string', meaning: 'Street', of: ({ address }) => address.street },
  { name: 'town', type: 'string', meaning: 'Town', of: ({ address }) => address.town },
  {
    name: 'postcode',
    type: 'string',
    meaning: 'Postcode, or its district only',
    of: ({ address }) => address.postcode,
  },
  {
    name: 'uprn',
    type: 'string',
    meaning: `Unique property reference number; several parted by “${BETWEEN}”`,
    of: (asset) => identifiers(asset, 'uprn'),
  },
  {
    name: 'title_number',
    type: 'string',
    meaning: 'Title number at HM Land Registry',
    of: (asset) => identifiers(asset, 'title_number'),
  },
  { name: 'inspire', type: 'string', meaning: 'INSPIRE index polygon', of: (asset) => identifiers(asset, 'inspire') },
  {
    name: 'land_area_m2',
    type: 'number',
    meaning: 'Area of the land in square metres',
    of: ({ landAreaM2 }) => landAreaM2,
  },
  {
    name: 'floor_area_m2',
    type: 'number',
    meaning: 'Floor area inside in square metres; rounded to 50 where the place is not public',
    of: ({ floorAreaM2 }) => floorAreaM2,
  },
  { name: 'tenure', type: 'string', values: TENURES, meaning: 'How the owner holds it', of: ({ tenure }) => tenure },
  {
    name: 'tenure_details',
    type: 'string',
    meaning: `How it is held and let, parted by “${BETWEEN}”`,
    of: ({ tenureDetails }) => several(tenureDetails),
  },
  {
    name: 'holding',
    type: 'string',
    values: HOLDINGS,
    meaning: 'Land, buildings or both',
    of: ({ holding }) => holding,
  },
  { name: 'function', type: 'string', meaning: 'What service it belongs to', of: ({ functionLabel }) => functionLabel },
  { name: 'purpose', type: 'string', meaning: 'What the owner holds it for', of: ({ purpose }) => purpose },
  {
    name: 'suitability',
    type: 'string',
    values: SUITABILITIES,
    meaning: 'How well it serves that purpose',
    of: ({ suitability }) => suitability,
  },
  {
    name: 'energy_rating',
    type: 'string',
    values: ENERGY_RATINGS,
    meaning: 'Energy performance',
    of: ({ energyRating }) => energyRating,
  },
  {
    name: 'planned_use',
    type: 'string',
    meaning: 'What is planned for it',
    of: ({ plannedUse }) => plannedUse?.text ?? null,
  },
  {
    name: 'planned_from',
    type: 'string',
    meaning: 'From when',
    of: ({ plannedUse }) => plannedUse?.from ?? null,
  },
  {
    name: 'effective_date',
    type: 'string',
    meaning: 'The day for which the owner says this is true',
    of: ({ effectiveOn }) => effectiveOn,
  },
];
