import type { PublicAsset } from '../../../src/register/assets/public-asset-contract.ts';

/** What the public knows of a plot of land, unless the test says otherwise. */
export function aPublicAsset(details: Partial<PublicAsset> = {}): PublicAsset {
  return {
    id: '01900000-0000-7000-8000-000000000001',
    redacted: false,
    code: 'T-1',
    area: { id: 'a', slug: 'testborough', name: 'Testborough' },
    owner: { id: 'o', slug: 'testborough-council', name: 'Testborough Council', uri: 'http://example.org/id/council' },
    ward: { id: 'w', code: 'E99000003', name: 'Millfield' },
    site: null,
    kind: 'land',
    name: 'Old yard',
    description: null,
    identifiers: [],
    address: { number: '10-15', street: 'Mill Lane', town: 'Testborough', postcode: 'ZZ1 1AA' },
    point: { lon: -2.35, lat: 53.4 },
    precision: 'exact',
    shape: null,
    landAreaM2: null,
    floorAreaM2: null,
    ownership: 'claimed',
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
    certainty: 'assumed',
    plannedUse: null,
    lastCheck: null,
    features: [],
    hazards: [],
    evidence: [],
    routes: [],
    constraints: [],
    costs: [],
    photos: [],
    effectiveOn: null,
    retiredOn: null,
    ...details,
  };
}

/** What the public knows of an empty building that nobody has released. */
export function aHiddenBuilding(details: Partial<PublicAsset> = {}): PublicAsset {
  return aPublicAsset({
    redacted: true,
    code: 'M-000000000001',
    kind: 'building',
    name: 'Vacant building in Millfield',
    address: { number: null, street: null, town: null, postcode: 'ZZ1' },
    point: { lon: -2.31, lat: 53.405 },
    precision: 'ward',
    floorAreaM2: 150,
    tenureDetails: ['vacant'],
    ...details,
  });
}
