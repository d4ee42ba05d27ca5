import type { Owner } from '../../src/ground/areas/area-contract.ts';

export type DemoOwner = Pick<Owner, 'slug' | 'name' | 'uri' | 'kind'>;

/** The public bodies that hold Marlbeck’s land and buildings. All are invented. */
export const marlbeckOwners: DemoOwner[] = [
  { slug: 'marlbeck-council', name: 'Marlbeck Borough Council', uri: null, kind: 'council' },
  { slug: 'marlbeck-dales-nhs', name: 'Marlbeck & Dales NHS Foundation Trust', uri: null, kind: 'nhs' },
  { slug: 'st-hilds-trust', name: 'St Hild’s Academy Trust', uri: null, kind: 'school' },
  { slug: 'harbour-homes', name: 'Harbour Homes', uri: null, kind: 'housing_association' },
  { slug: 'northshire-council', name: 'Northshire County Council', uri: null, kind: 'council' },
];
