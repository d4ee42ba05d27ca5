import { editDistance, normalised } from '../../kernel/tables/header-text.ts';
import type { Target } from './import-contract.ts';

/**
 * Names that headers have in published lists, best first: a file with both an asset code and an id is keyed by the code.
 * Sources: LGA schema of 2015, brownfield register standard of 2017, and what councils really write.
 */
const HEADER_NAMES: Record<Exclude<Target, 'ignore'>, string[]> = {
  code: [
    'assetcode',
    'uniqueassetid',
    'uniqueassetreference',
    'sitereference',
    'siteref',
    'assetreference',
    'assetref',
    'assetid',
    'propertyreference',
    'propertyref',
    'uniquereference',
    'uniquereferencenumber',
    'reference',
    'referencenumber',
    'refno',
    'ref',
    'siteid',
    'osmid',
    'id',
  ],
  name: ['propertyname', 'assetname', 'sitenameaddress', 'siteaddress', 'sitename', 'buildingname', 'name', 'title'],
  description: [
    'description',
    'assetdescription',
    'propertydescription',
    'sitedescription',
    'notes',
    'comments',
    'developmentdescription',
  ],
  site: ['parentsite', 'partof', 'estate'],
  number: ['streetnumber', 'propertynumber', 'buildingnumber', 'housenumber', 'number', 'no'],
  street: ['streetname', 'street', 'road', 'thoroughfare', 'address1', 'addressline1'],
  town: ['posttown', 'town', 'city', 'locality'],
  postcode: ['postcode', 'postalcode', 'zipcode', 'zip'],
  address: ['address', 'fulladdress', 'propertyaddress', 'streetaddress', 'locationaddress'],
  uprn: ['uprn', 'uniquepropertyreferencenumber', 'uprnnumber'],
  title_number: ['landregistrytitlenumber', 'titlenumber', 'titleno', 'landregistrytitle'],
  inspire: ['inspireurl', 'inspireid', 'inspire'],
  x: ['geox', 'easting', 'eastings', 'xcoordinate', 'xcoord', 'coordinatex', 'osgridx', 'x'],
  y: ['geoy', 'northing', 'northings', 'ycoordinate', 'ycoord', 'coordinatey', 'osgridy', 'y'],
  longitude: ['longitude', 'long', 'lon', 'lng'],
  latitude: ['latitude', 'lat'],
  location: [
    'geopoint',
    'point',
    'wkt',
    'geometry',
    'coordinates',
    'coordinateslatitudelongitude',
    'coordinateslatitudeandlongitude',
    'latitudelongitude',
    'latlong',
    'latlon',
    'location',
    'geolocation',
  ],
  crs: [
    'coordinatereferencesystem',
    'crs',
    'coordinatesystem',
    'systemreference',
    'coordinatereference',
    'spatialreferencesystem',
    'srid',
  ],
  kind: ['kind', 'assettype', 'landorbuilding', 'propertytype'],
  holding: ['holdingtype', 'holding'],
  tenure: ['tenuretype', 'tenure'],
  tenure_detail: ['tenuredetail', 'tenuredetails'],
  tenure_note: ['otherdetail', 'tenureotherdetail', 'otherdetails'],
  state: ['state', 'assetstate', 'occupationstatus', 'occupancystatus', 'occupancy', 'vacant', 'isvacant'],
  floor_area: ['buildingsize', 'floorarea', 'grossinternalarea', 'gia', 'giam2', 'floorspace', 'buildingarea'],
  land_area: [
    'landarea',
    'hectares',
    'areaha',
    'sitearea',
    'areahectares',
    'landareaha',
    'siteareaha',
    'sizeha',
    'sqft',
    'squarefeet',
    'acres',
  ],
  function: ['functionlabel', 'function', 'service'],
  purpose: ['purpose', 'currentuse', 'presentuse', 'use'],
  building_costs: ['buildingcosts', 'buildingcost', 'runningcosts', 'annualrunningcosts'],
  suitability: ['suitabilityrating', 'suitability'],
  energy_rating: ['energyrating', 'epcrating', 'epc', 'energyperformancerating'],
  effective_on: [
    'effectivedate',
    'applicabledate',
    'lastupdateddate',
    'lastupdated',
    'lastupdate',
    'updateddate',
    'dateupdated',
    'firstaddeddate',
  ],
  ownership_status: ['ownershipstatus', 'ownership'],
  ended_on: ['enddate', 'removeddate', 'dateremoved'],
  precision: ['precision'],
  organisation: ['organisationlabel', 'organisationname', 'organisation', 'council'],
};

/** Columns of the two published formats that we read past on purpose. */
export const NOT_STORED = new Set([
  'organisationuri',
  'siteplanurl',
  'siteplan',
  'previouslypartof',
  'deliverable',
  'planningstatus',
  'permissiontype',
  'permissiondate',
  'planninghistory',
  'proposedforpip',
  'minnetdwellings',
  'mindwellings',
  'development',
  'nonhousingdevelopment',
  'part2',
  'netdwellingsrangefrom',
  'netdwellingsrangeto',
  'hazardoussubstances',
  'siteinformation',
  'requiredmaintenance',
]);

const BY_NAME = new Map<string, { target: Target; rank: number }>();
for (const [target, names] of Object.entries(HEADER_NAMES)) {
  names.forEach((name, rank) => BY_NAME.set(normalised(name), { target: target as Target, rank }));
}

/** A unit in the header does not change what the column is: "LandArea (ha)", "Floor area m2", "Sq. Ft.". */
const UNIT = /(inhectares|hectares|ha|insqm|sqm|m2|squaremetres|insqft|sqft|squarefeet|acres)$/;

/** What a header is known to mean, and how good a name it is (0 = best); undefined when we do not know it. */
export function meaningOf(header: string): { target: Target; rank: number } | undefined {
  const name = normalised(header);
  const known = BY_NAME.get(name);
  if (known) return known;
  const bare = BY_NAME.get(name.replace(UNIT, ''));
  return bare && (bare.target === 'land_area' || bare.target === 'floor_area') ? bare : undefined;
}

/** For a misspelt header: the meaning of the one known name that differs by a letter or two. A suggestion, never a decision. */
export function suggestionFor(header: string): Target | null {
  const name = normalised(header);
  if (name.length < 5) return null;
  const allowed = name.length < 9 ? 1 : 2;
  const near = new Set<Target>();
  for (const [known, { target }] of BY_NAME) {
    if (known.length >= 5 && Math.abs(known.length - name.length) <= allowed && editDistance(known, name) <= allowed)
      near.add(target);
  }
  const [only] = near;
  return near.size === 1 && only ? only : null;
}
