import {
  ASSET_KINDS,
  ASSET_STATES,
  CERTAINTIES,
  ENERGY_RATINGS,
  HOLDINGS,
  PRECISIONS,
  SUITABILITIES,
  TENURES,
  type IdentifierScheme,
  type PublicAsset,
} from '../assets/asset-contract.ts';

export type PropertyValue = string | number | boolean | null;
/** One flat property of a feature. `always` marks those that are never null. */
export type FeatureProperty = {
  name: string;
  type: 'string' | 'number' | 'boolean';
  meaning: string;
  always?: true;
  values?: readonly string[];
  /**
   * JSON Schema format of a text. Days have none: map programs would hand tests of any of several days to `datetime`, which asks for
   * the one time of a feature, and a place has none.
   */
  format?: 'uri';
  of(asset: PublicAsset): PropertyValue;
};

/** What parts the values of a property that may have several. The import takes them apart again. */
const BETWEEN = ' | ';

/**
 * The properties of an asset in GeoJSON and in OGC API – Features. Flat, so that every desktop map shows them as columns.
 * Those that share a name with a filter (kind, state, owner, ward, can, constraint) hold what the filter compares with.
 */
export const FEATURE_PROPERTIES: readonly FeatureProperty[] = [
  {
    name: 'reference',
    type: 'string',
    always: true,
    meaning: 'The owner’s reference; M-… where the place is not public',
    of: ({ code }) => code,
  },
  {
    name: 'name',
    type: 'string',
    always: true,
    meaning: 'Name; a neutral one where the place is not public',
    of: ({ name }) => name,
  },
  {
    name: 'url',
    type: 'string',
    always: true,
    format: 'uri',
    meaning: 'Page of the asset on this site',
    of: () => null,
  },
  {
    name: 'kind',
    type: 'string',
    always: true,
    values: ASSET_KINDS,
    meaning: 'Land or building',
    of: ({ kind }) => kind,
  },
  {
    name: 'state',
    type: 'string',
    always: true,
    values: ASSET_STATES,
    meaning: 'Where it stands in its life on the register',
    of: ({ state }) => state,
  },
  {
    name: 'state_since',
    type: 'string',
    meaning: 'First day of that state',
    of: ({ stateSince }) => stateSince,
  },
  { name: 'state_note', type: 'string', meaning: 'Why, in words', of: ({ stateNote }) => stateNote },
  {
    name: 'certainty',
    type: 'string',
    always: true,
    values: CERTAINTIES,
    meaning: 'How sure the state is',
    of: ({ certainty }) => certainty,
  },
  {
    name: 'last_checked',
    type: 'string',
    meaning: 'When somebody last checked',
    of: ({ lastCheck }) => lastCheck?.on ?? null,
  },
  {
    name: 'redacted',
    type: 'boolean',
    always: true,
    meaning: 'True for an empty building whose place is not public',
    of: ({ redacted }) => redacted,
  },
  {
    name: 'precision',
    type: 'string',
    always: true,
    values: PRECISIONS,
    meaning: 'What the point is the middle of; exact is the place itself',
    of: ({ precision }) => precision,
  },
  {
    name: 'can',
    type: 'string',
    meaning: `What may be done there, parted by “${BETWEEN}”`,
    of: ({ routes }) => several(routes.map(({ route }) => route)),
  },
  {
    name: 'constraint',
    type: 'string',
    meaning: `What to know before asking, parted by “${BETWEEN}”`,
    of: ({ constraints }) => several(constraints.map(({ kind }) => kind)),
  },
  { name: 'area', type: 'string', always: true, meaning: 'Slug of the area', of: ({ area }) => area.slug },
  { name: 'area_name', type: 'string', always: true, meaning: 'Name of the area', of: ({ area }) => area.name },
  { name: 'owner', type: 'string', always: true, meaning: 'Slug of the owner', of: ({ owner }) => owner.slug },
  { name: 'owner_name', type: 'string', always: true, meaning: 'Name of the owner', of: ({ owner }) => owner.name },
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

function several(values: readonly string[]): string | null {
  return values.join(BETWEEN) || null;
}

function identifiers(asset: PublicAsset, scheme: IdentifierScheme): string | null {
  return several(asset.identifiers.filter((one) => one.scheme === scheme).map(({ value }) => value));
}
