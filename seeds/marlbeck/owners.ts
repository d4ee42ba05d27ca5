import type { Owner } from '../../src/ground/areas/area-contract.ts';

export type DemoOwner = Pick<Owner, 'slug' | 'name' | 'uri' | 'kind'> & {
  /** Who answers for it. */
  answers: { email: string; name: string };
};

/** The public bodies that hold Marlbeck’s land and buildings. All are invented. */
export const marlbeckOwners: DemoOwner[] = [
  {
    slug: 'marlbeck-council',
    name: 'Marlbeck Borough Council',
    uri: null,
    kind: 'council',
    answers: { email: 'owner@marlbeck.example', name: 'Owen Harbour' },
  },
  {
    slug: 'marlbeck-dales-nhs',
    name: 'Marlbeck & Dales NHS Foundation Trust',
    uri: null,
    kind: 'nhs',
    answers: { email: 'estates@marlbeckdales.example', name: 'Nasrin Northcote' },
  },
  {
    slug: 'st-hilds-trust',
    name: 'St Hild’s Academy Trust',
    uri: null,
    kind: 'school',
    answers: { email: 'office@sthilds.example', name: 'Hilda Holt' },
  },
  {
    slug: 'harbour-homes',
    name: 'Harbour Homes',
    uri: null,
    kind: 'housing_association',
    answers: { email: 'halls@harbourhomes.example', name: 'Hari Keel' },
  },
  {
    slug: 'northshire-council',
    name: 'Northshire County Council',
    uri: null,
    kind: 'council',
    answers: { email: 'bookings@northshire.example', name: 'Nora Shire' },
  },
];
